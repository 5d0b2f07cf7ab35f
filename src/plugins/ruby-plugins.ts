import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { textOrNothing, withSlashes } from '../core/files.js';
import { pluginFolders } from '../core/settings.js';
import type { Config } from '../core/types.js';
import { replacements } from './built-in.js';

/** Files below the plugin folders with one of these extensions, in order of their paths. */
export function filesOfPlugins(config: Config, extensions: readonly string[]): string[] {
  const files: string[] = [];
  for (const folder of pluginFolders(config)) {
    for (const name of listFolder(folder)) {
      const isModule = extensions.some((extension) => name.endsWith(extension)) && !/\.d\.[cm]?ts$/.test(name);
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

/** What the Ruby files of `_plugins` ask for and hold. */
export interface RubyPlugins {
  /** The gems that they require, which Jekyll runs then, whatever `plugins:` names. */
  readonly required: readonly string[];
  /** What cannot run of the rest, with the members of a plugin file that do the same. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks through the Ruby files of `_plugins`; `isKnown` tells the gems that can be required. */
export function findRubyPlugins(config: Config, isKnown: (gem: string) => boolean): RubyPlugins {
  const required: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of filesOfPlugins(config, ['.rb'])) {
    const source = textOrNothing(file);
    const path = shownPath(config, file);
    const gems = gemsOf(source);
    required.push(...gems.filter(isKnown));
    if (!isIdle(source)) diagnostics.push(cannotRun(path, source));
    else for (const gem of gems) if (!isKnown(gem) && isPlugin(gem)) diagnostics.push(requiresOther(path, gem));
  }
  return { required, diagnostics };
}

function cannotRun(path: string, source: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'plugin/ruby',
    message: `${path} is a Ruby plugin, which cannot run here; the site is built without it.`,
    hint: hintFor(source, path.replace(/\.rb$/, '.js')),
    path,
  };
}

/** Whether the name of a gem is that of a plugin, as it is in `plugins:` or of the file that it begins with. */
function isPlugin(gem: string): boolean {
  return gem.startsWith('jekyll-') || Object.hasOwn(replacements, gem.replaceAll('/', '-'));
}

function requiresOther(path: string, gem: string): Diagnostic {
  const name = gem.replaceAll('/', '-');
  return {
    severity: 'warning',
    code: 'plugin/ruby',
    message: `${path} is a Ruby plugin that requires ${gem}, which cannot run here; the site is built without it.`,
    hint:
      (Object.hasOwn(replacements, name) ? replacements[name] : undefined) ??
      `Write what it does in ${path.replace(/\.rb$/, '.js')}; docs/plugins.md has an example of each kind.`,
    path,
  };
}

function gemsOf(source: string): string[] {
  return [...source.matchAll(/^[ \t]*require[ \t(]+(['"])([^'"\n]+)\1/gm)].map((match) => match[2]!);
}

/** What a file may hold that adds nothing to a site: what it needs, names, versions. */
const idle: readonly RegExp[] = [
  /^(?:require|require_relative|load|autoload|gem)\b/,
  /^(?:module|class) [\w:]+$/,
  /^[A-Z]\w*\s*=\s*(['"])[^'"]*\1(?:\.freeze)?$/,
  /^end$/,
];

function isIdle(source: string): boolean {
  const code = source.replace(/^=begin\s[\s\S]*?^=end\b.*$/gm, '').replace(/(?:^|[ \t])#.*$/gm, '');
  const statements = code.split(/[\n;]/).map((line) => line.trim());
  return statements.every((line) => line === '' || idle.some((pattern) => pattern.test(line)));
}

/** The Ruby file of each tag, as it was in a build. */
const tagFiles = new WeakMap<object, ReadonlyMap<string, string>>();

/**
 * What to do about a tag that is unknown: where a Ruby file of `_plugins` has it, it is to be written anew.
 *
 * @param build an object that is another one in each build
 */
export function hintOfRubyTag(name: string, config: Config, build: object): string | undefined {
  let files = tagFiles.get(build);
  if (files === undefined) tagFiles.set(build, (files = filesByTag(config)));
  const path = files.get(/^end(?=.)/.test(name) ? name.slice(3) : name);
  if (path === undefined) return undefined;
  return `${path} has it, which is in Ruby and cannot run here: write it in ${path.replace(/\.rb$/, '.js')} (docs/plugins.md).`;
}

function filesByTag(config: Config): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of filesOfPlugins(config, ['.rb'])) {
    for (const tag of tagsOf(textOrNothing(file))) if (!files.has(tag)) files.set(tag, shownPath(config, file));
  }
  return files;
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
