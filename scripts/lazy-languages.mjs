import { readFileSync } from 'node:fs';

/** The tables of languages: `src/markdown/highlight/rules/NAME.ts`. Each is a piece of the bundle of its own. */
export const tables = ['web', 'system', 'program', 'other'];

const row = /^ {2}(?:('?[\w-]+'?): )?(\w+),$/gm;

/** The tags of the languages in a table. */
export function tagsOf(source) {
  return [...source.matchAll(row)].map(([, key, name]) => (key ?? name).replaceAll("'", ''));
}

/**
 * A table of languages with a getter in place of each import, so that the bundler wraps every language in a function of its
 * own: a language's expressions are made when it is first met, and a site without code makes none.
 */
export function makeLazy(source) {
  const modules = new Map();
  const body = source.replace(/^import \{ ([^}]+) \} from '([^']+)';\n/gm, (_, names, path) => {
    for (const name of names.split(',')) modules.set(name.trim(), path);
    return '';
  });
  return body.replace(row, (line, key, name) =>
    modules.has(name) ? `  get ${key ?? name}() { return require('${modules.get(name)}').${name}; },` : line,
  );
}

/** For esbuild: what `makeLazy` makes of the tables. */
export const lazyLanguages = {
  name: 'lazy-languages',
  setup(build) {
    build.onLoad({ filter: new RegExp(`highlight[\\\\/]rules[\\\\/](?:${tables.join('|')})\\.ts$`) }, ({ path }) => ({
      contents: makeLazy(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
