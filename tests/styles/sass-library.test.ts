import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compilerOfLibrary, loadSass } from '../../src/styles/sass-library.js';

const embedded = { name: 'sass-embedded' };
const plain = { name: 'sass' };
const main = join(import.meta.dirname, 'node_modules/sass-embedded/dist/index.js');

/** A `require` that finds these packages, and for Sass's compiler this command. */
function requireOf(packages: Readonly<Record<string, object>>, compilerCommand: readonly string[]): never {
  const known: Record<string, object> = {
    ...packages,
    [join(dirname(main), 'src/compiler-path.js')]: { compilerCommand },
  };
  const find = (name: string): object => {
    if (known[name] === undefined) throw Object.assign(new Error(`Cannot find ${name}`), { code: 'MODULE_NOT_FOUND' });
    return known[name];
  };
  return Object.assign(find, { resolve: () => main }) as never;
}

describe('Sass', () => {
  const native = ['/x/dart-sass/src/dart', '/x/dart-sass/src/sass.snapshot'];

  test('is sass-embedded where that has a compiler', () => {
    const require = requireOf({ 'sass-embedded': embedded, sass: plain }, native);
    expect(loadSass(require)).toBe(embedded);
    expect(compilerOfLibrary(require)).toEqual(native);
  });

  test.each(['/x/node_modules/sass/sass.js', 'C:\\x\\node_modules\\sass\\sass.js'])(
    'is sass where %s is all there is',
    (file) => {
      const require = requireOf({ 'sass-embedded': embedded, sass: plain }, ['/usr/bin/node', file]);
      expect(loadSass(require)).toBe(plain);
      expect(compilerOfLibrary(require)).toBeUndefined();
    },
  );

  test('is no process where its command is one of the shell', () => {
    expect(compilerOfLibrary(requireOf({ 'sass-embedded': embedded }, ['C:\\x\\sass.bat']))).toBeUndefined();
  });

  test('says plainly that it is not there', () => {
    expect(() => loadSass(requireOf({}, native))).toThrow(
      /^Sass's compiler for this machine \(.+\) is not installed\.$/,
    );
  });
});
