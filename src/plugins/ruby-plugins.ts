import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { textOrNothing, withSlashes } from '../core/files.js';
import { pluginFolders } from '../core/settings.js';
import type { Config } from '../core/types.js';

/** Files below the plugin folders with one of these extensions, in order of their paths. */
export function filesOfPlugins(config: Config, extensions: readonly string[]): string[] {
  const files: string[] = [];
  for (const folder of pluginFolders(config)) {
    for (const name of listFolder(folder)) {
      const isModule = extensions.some((extension) => name.endsWith(extension)) && !name.endsWith('.d.ts');
      if (isModule && !name.split(sep).includes('node_modules')) files.push(join(folder, name));
    }
  }
  return files;
}

function listFolder(folder: string): string[] {
  try {
    return (readdirSync(folder, { recursive: true }) as string[]).sort();
  } catch {
    return [];
  }
}

/** A path as messages show it: relative to the source folder, with `/`. */
export function shownPath(config: Config, file: string): string {
  return withSlashes(relative(config.source, file));
}

/** Reports each Ruby file of `_plugins`, with the members of a plugin file that do the same. */
export function findRubyPlugins(config: Config): Diagnostic[] {
  return filesOfPlugins(config, ['.rb']).map((file) => {
    const path = shownPath(config, file);
    return {
      severity: 'warning',
      code: 'plugin/ruby',
      message: `${path} is a Ruby plugin, which cannot run here; the site is built without it.`,
      hint: hintFor(textOrNothing(file), path.replace(/\.rb$/, '.js')),
      path,
    };
  });
}

/** What to do about a tag that is unknown: where a Ruby file of `_plugins` has it, it is to be written anew. */
export function hintOfRubyTag(name: string, config: Config): string | undefined {
  const tag = /^end(?=.)/.test(name) ? name.slice(3) : name;
  const file = filesOfPlugins(config, ['.rb']).find((path) => tagsOf(textOrNothing(path)).includes(tag));
  if (file === undefined) return undefined;
  const path = shownPath(config, file);
  return `${path} has it, which is in Ruby and cannot run here: write it in ${path.replace(/\.rb$/, '.js')} (docs/plugins.md)`;
}

function tagsOf(source: string): string[] {
  return [...source.matchAll(/register_tag\(?\s*['":](\w+)/g)].map((match) => match[1]!);
}

/** What in a Ruby source asks for which member of a plugin file. */
const kinds: readonly (readonly [pattern: RegExp, member: string])[] = [
  [/register_filter/, 'filters'],
  [/<\s*(?:Liquid::Tag|Jekyll::Tags::\w+|Tag)\b/, 'tags'],
  [/<\s*(?:Liquid::Block|Block)\b/, 'blocks'],
  [/<\s*(?:Jekyll::)?Generator\b/, 'generate'],
  [/<\s*(?:Jekyll::)?Converter\b/, 'converters'],
  [/<\s*(?:Jekyll::)?Command\b/, 'commands'],
  [/Hooks\.register/, 'hooks'],
];

function hintFor(source: string, file: string): string {
  const members = kinds.filter(([pattern]) => pattern.test(source)).map(([, name]) => `\`${name}\``);
  const names = tagsOf(source);
  const events = [...source.matchAll(/Hooks\.register\s*\(?\s*:(\w+)\s*,\s*:(\w+)/g)].map(
    (match) => `${match[1]}:${match[2]}`,
  );
  const details = [
    names.length > 0 ? ` (tags ${names.join(', ')})` : '',
    events.length > 0 ? ` (hooks ${events.join(', ')})` : '',
  ].join('');
  const what = members.length > 0 ? members.join(', ') : 'filters, tags, generators or hooks';
  return `Write it in ${file} with ${what}${details}; docs/plugins.md has an example of each.`;
}
