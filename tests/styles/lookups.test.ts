import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import { createSass } from '../../src/styles/sass.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-lookups-')));
const settings = new Map<string, unknown>([['load_paths', ['one', 'two']]]);
const sass = createSass({ source: folder, environment: 'production', settings });
afterAll(() => {
  sass.close();
  rmSync(folder, { recursive: true, force: true });
});

function startAnew(files: Readonly<Record<string, string>>): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(files)) write(path, text);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface Outcome {
  readonly css: string;
  readonly warnings: readonly Diagnostic[];
  readonly loaded: readonly string[];
  readonly missed: readonly string[];
}

function compile(text: string, path = 'css/main.scss'): Outcome {
  const { css, warnings, loaded, missed } = sass.compile(text, { path, indented: path.endsWith('.sass') });
  const inFolder = (one: string): string => relative(folder, one).split(sep).join('/');
  return { css, warnings, loaded: loaded.map(inFolder), missed: missed.map(inFolder) };
}

test('what may come before the file that is taken is looked for', () => {
  startAnew({ 'two/_x.scss': 'a { b: c; }\n' });
  const { missed } = compile('@use "x";');
  expect(missed.slice(0, 6)).toEqual([
    ...['css/_x.sass', 'css/x.sass', 'css/_x.scss', 'css/x.scss', 'css/_x.css', 'css/x.css'],
  ]);
  expect(missed).toContain('one/x/_index.scss');
  expect(missed.slice(-3)).toEqual(['two/_x.sass', 'two/x.sass', 'two/x.scss']);
  expect(compile('@import "x";').missed).toContain('two/_x.import.scss');
});

test('names are found in each way of writing them', () => {
  startAnew({ 'one/a.scss': 'a { b: c; }\n', 'one/b.scss': '@forward "a";\n' });
  expect(compile('@import "a",\n  \'b\';').missed).toContain('css/_b.scss');
  expect(compile('@import a, b\n', 'css/main.sass').missed).toContain('css/_b.scss');
  expect(compile('@use "sass:meta";\n@include meta.load-css("b");').missed).toContain('css/_b.scss');
  expect(compile('@use "b.scss";').missed).toEqual([
    'css/_b.scss',
    'css/b.scss',
    'one/_b.scss',
    'one/_a.sass',
    'one/a.sass',
    'one/_a.scss',
  ]);
  expect(compile('@use "sass:math"; @import url(x.css); @import "https://x.y/z", "//x.y";').missed).toEqual([]);
});

const folders = ['css', 'one', 'two', 'css/x', 'one/x', 'two/x', 'one/d'];
const names = [
  '_x.scss',
  'x.scss',
  '_x.sass',
  'x.css',
  '_x.import.scss',
  'x/_index.scss',
  'd/_y.scss',
  '_y.scss',
  '_index.scss',
];
const path = fc.tuple(fc.constantFrom(...folders), fc.constantFrom(...names)).map((parts) => parts.join('/'));
const load = fc.constantFrom(
  '@use "x"',
  '@import "x"',
  '@import "d/y", "x"',
  '@forward "../one/x"',
  '@import "x.scss"',
);

test('a sheet that is read as sassc reads it also depends on why Sass refused it', () => {
  startAnew({ 'one/_x.scss': 'a { b: c; }\n', 'one/x.scss': 'd { e: f; }\n', 'two/x.scss': 'g { h: i; }\n' });
  const { warnings, missed } = compile('@import "x";');
  expect(warnings.map(({ code }) => code)).toContain('styles/lenient');
  expect(missed).toEqual(expect.arrayContaining(['one/_x.scss', 'one/x.scss', 'one/x.sass']));
});

test('a file that comes or goes where none was missed or loaded changes nothing', () => {
  const paths = fc.array(path, { minLength: 1, maxLength: 5 });
  const site = fc.record({ paths, load, within: load, turned: fc.oneof(path, fc.nat(4)) });
  fc.assert(
    fc.property(site, ({ paths, load, within, turned }) => {
      const isSass = (one: string): boolean => one.endsWith('.sass');
      const textOf = (one: string, at: number): string => {
        const rule = `p${at} {color: red}`;
        if (isSass(one)) return `p${at}\n  color: red\n`;
        return one.endsWith('y.scss') && at % 2 === 0 ? `${within};\n${rule}\n` : `${rule}\n`;
      };
      startAnew(Object.fromEntries(paths.map((one, at) => [one, textOf(one, at)])));
      let before: Outcome;
      try {
        before = compile(`${load};`);
      } catch {
        return fc.pre(false);
      }
      const other = typeof turned === 'string' ? turned : paths[turned % paths.length]!;
      fc.pre(!before.missed.includes(other) && !before.loaded.includes(other));
      if (existsSync(join(folder, other))) rmSync(join(folder, other));
      else write(other, isSass(other) ? 'new\n  color: blue\n' : 'new {color: blue}\n');
      const { css, warnings } = compile(`${load};`);
      expect({ css, warnings }).toEqual({ css: before.css, warnings: before.warnings });
    }),
    { numRuns: Number(process.env.SEQUENCES ?? 60) },
  );
});
