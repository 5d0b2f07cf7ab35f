import { posix, resolve } from 'node:path';
import type { Config } from './types.js';

/** The folders of a site's own plugins (`plugins_dir`), absolute. */
export function pluginFolders({ source, values }: Config): string[] {
  return [values.get('plugins_dir') ?? '_plugins'].flat().map((folder) => resolve(source, String(folder)));
}

/** The folder that collections lie in (`collections_dir`), relative to the source folder, with a slash behind it; '' for the source folder. */
export function collectionsPrefix({ values }: Config): string {
  const folder = values.get('collections_dir');
  if (typeof folder !== 'string') return '';
  // A folder outside of the source is none of the site's.
  const clean = (folder.includes('..') ? posix.join('/', folder) : folder).replace(/^\/+|\/+$/g, '');
  return clean === '' ? '' : `${clean}/`;
}

/** A path relative to the source folder as one relative to the folder that collections lie in, where it is in there. */
export function pathInCollections(config: Config, path: string): string {
  const prefix = collectionsPrefix(config);
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** The texts of a setting that is a list, or one text alone. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

const known = new WeakMap<Config, ReadonlySet<string>>();

/** The extensions of Markdown files (`markdown_ext`), in lower case, with their dots. */
export function markdownExtensions(config: Config): ReadonlySet<string> {
  let extensions = known.get(config);
  if (extensions === undefined) {
    const names = String(config.values.get('markdown_ext')).split(',');
    extensions = new Set(names.map((name) => `.${name.toLowerCase()}`));
    known.set(config, extensions);
  }
  return extensions;
}

/** Whether a name of a Markdown processor is kramdown's; Jekyll takes that of its own class for it, too. */
export function isKramdown(name: string): boolean {
  return name.toLowerCase() === 'kramdown' || name === 'KramdownParser';
}
