import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { escapePattern } from '../core/text/escape-pattern.js';

/** The version of a gem that `Gemfile.lock` names. */
export function lockedVersion(name: string, source: string): string | undefined {
  const line = textOf(`${gemfileOf(source)}.lock`)
    ?.match(/^ {4}([\w.-]+) \(([^)]+)\)\r?$/gm)
    ?.find((text) => text.trim().startsWith(`${name} (`));
  return line?.replace(/^.*\(|\)\r?$/g, '');
}

/** What a `Gemfile` says of a gem. */
export interface GemLine {
  /** `~> 2.5`, `>= 1.0`; none for any. */
  readonly requirements: readonly string[];
  /** It comes from a repository or a folder, not from a server of gems. */
  readonly isElsewhere: boolean;
}

/** The line of the `Gemfile` that asks for a gem, read as text; undefined where there is none. */
export function gemLine(name: string, source: string): GemLine | undefined {
  const start = `^[ \\t]*gem[ \\t]*\\(?[ \\t]*["']${escapePattern(name)}["']`;
  // Options go on in the next line after a comma.
  const found = new RegExp(`${start}((?:,\\s*\\n|[^\\n#])*)`, 'm').exec(textOf(gemfileOf(source)) ?? '');
  if (found === null) return undefined;
  const versions = /^(?:\s*,\s*\[?\s*["'][^"']*["']\s*\]?)*/.exec(found[1]!)![0];
  return {
    requirements: [...versions.matchAll(/["']([^"']*)["']/g)].map((version) => version[1]!),
    isElsewhere: /\b(?:git|github|gitlab|bitbucket|gist|path)(?::|["']?\s*=>)/.test(found[1]!),
  };
}

/** Bundler sets its variable to an absolute path for what it runs. */
function gemfileOf(source: string): string {
  return resolve(source, process.env.BUNDLE_GEMFILE || 'Gemfile');
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
