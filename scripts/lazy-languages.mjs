import { readFileSync } from 'node:fs';

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
  return body.replace(/^ {2}(?:('?[\w-]+'?): )?(\w+),$/gm, (line, key, name) =>
    modules.has(name) ? `  get ${key ?? name}() { return require('${modules.get(name)}').${name}; },` : line,
  );
}

/** For esbuild: what `makeLazy` makes of the tables. */
export const lazyLanguages = {
  name: 'lazy-languages',
  setup(build) {
    build.onLoad({ filter: /highlight[\\/]rules[\\/](?:usual|other)\.ts$/ }, ({ path }) => ({
      contents: makeLazy(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
