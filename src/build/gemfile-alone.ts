import { parseGemfile, readGemfile } from '../config/gemfile.js';
import { type Diagnostic, positionAt } from '../core/diagnostics.js';
import { escapePattern } from '../core/text/escape-pattern.js';
import type { Config } from '../core/types.js';
import { builtInPlugins } from '../plugins/built-in.js';

/**
 * What a site loses without Bundler: Jekyll runs the plugins of the Gemfile's group `jekyll_plugins` under it, and here those that the
 * configuration names. Nothing where `JEKYLL_NO_BUNDLER_REQUIRE` has Jekyll do the same.
 *
 * @param running the names of those that run
 */
export function gemfileAlone({ source }: Config, running: ReadonlySet<string>): Diagnostic[] {
  if (process.env.JEKYLL_NO_BUNDLER_REQUIRE) return [];
  const text = readGemfile(source);
  if (text === '') return [];
  const idle = parseGemfile(text).filter(({ name, isPlugin }) => isPlugin && !running.has(name) && isBuiltIn(name));
  if (idle.length === 0) return [];
  const names = idle.map(({ name }) => name).join(', ');
  const isOne = idle.length === 1;
  return [
    {
      severity: 'warning',
      code: 'config/gemfile-alone',
      message: `Only the Gemfile names ${names}, which ${isOne ? 'does' : 'do'} not run for that.`,
      hint:
        `Add ${isOne ? 'it' : 'them'} to \`plugins\`, or take ${isOne ? 'it' : 'them'} out of the group jekyll_plugins.` +
        (names === 'github-pages' ? ' GitHub’s own Jekyll is `compat: "3.10"`.' : ''),
      path: 'Gemfile',
      position: positionAt(text, placeOf(idle[0]!.name, text)),
    },
  ];
}

/** Where a Gemfile names a gem. */
function placeOf(name: string, text: string): number {
  const line = text.search(new RegExp(`^[ \\t]*gem[ (]+["']${escapePattern(name)}["']`, 'm'));
  return Math.max(0, text.indexOf(name, line));
}

/** Whether a gem is a plugin that does something where it is named, and nothing where it is not. */
function isBuiltIn(name: string): boolean {
  return name === 'github-pages' || builtInPlugins.get(name) !== undefined;
}
