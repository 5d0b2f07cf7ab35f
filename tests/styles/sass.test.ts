import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { createSass, type Sass } from '../../src/styles/sass.js';

const source = mkdtempSync(join(realpathSync(tmpdir()), 'utterson-sass-'));
const files: Readonly<Record<string, string>> = {
  '_sass/base.scss': '$blue: #00f;\n@mixin box($n) { margin: $n; }\na { color: $blue; }\n',
  '_sass/_part.sass': 'b\n  color: red\n',
  '_sass/broken.scss': 'a {\n  color: $nothing;\n}\n',
  '_sass/old.scss':
    'c { width: math-like(1px); @extend %x; color: lighten(red, 10%); color: darken(red, 10%); }\n%x { d: e; }\n',
  '_sass/_mixed.sass': '/*\n * of spaces\n */\n\na,\n\tb: c\n\t&:hover\n\t\td: e\n',
  'css/_near.scss': 'near { x: y; }\n',
  'lib/one/_ext.scss': 'ext { x: one; }\n',
  'lib/two/_other.scss': 'ext { x: two; }\n',
  'theme/_sass/base.scss': 'never { x: y; }\n',
  'theme/_sass/themed.scss': 'themed { x: y; }\n',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
}

const made: Sass[] = [];

function sassWith(settings: Record<string, unknown> = {}, environment = 'development'): Sass {
  const themeSass = join(source, 'theme', '_sass');
  const sass = createSass({ source, environment, themeSass, settings: new Map(Object.entries(settings)) });
  made.push(sass);
  return sass;
}

afterAll(() => {
  for (const sass of made) sass.close();
  rmSync(source, { recursive: true });
});

const plain = { sourcemap: 'never' };
const main = { path: 'css/main.scss', indented: false, line: 3 };

describe('sass', () => {
  test('compiles a file with what it imports from _sass, the theme and beside it, and lists the files that it read', () => {
    const result = sassWith(plain).compile(
      '@use "base" as b; @import "part", "themed", "near"; p { @include b.box(1px); }',
      main,
    );
    expect(result.css).toBe(
      'a {\n  color: #00f;\n}\n\nb {\n  color: red;\n}\n\nthemed {\n  x: y;\n}\n\nnear {\n  x: y;\n}\n\np {\n  margin: 1px;\n}',
    );
    const read = result.loaded.map((path) => path.slice(source.length + 1).replaceAll('\\', '/')).sort();
    expect(read).toEqual(['_sass/_part.sass', '_sass/base.scss', 'css/_near.scss', 'theme/_sass/themed.scss']);
    expect(result.sourceMap).toBeUndefined();
  });

  test('says all deprecations in one line, and each @warn in its own', () => {
    const text =
      '@function math-like($x) { @return $x; } @import "old"; @warn "careful"; x { color: lighten(red, 5%); }';
    const { warnings } = sassWith(plain).compile(text, main);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ['styles/warn', 'careful'],
      ['styles/deprecated', expect.stringMatching(/: import, .*global-builtin/)],
    ]);
    const silenced = { ...plain, silence_deprecations: ['import', 'global-builtin', 'color-functions'] };
    expect(sassWith(silenced).compile('@import "base"; x { color: lighten(red, 5%); }', main).warnings).toEqual([]);
  });

  test.each([
    ['expanded', 'a {\n  b: c;\n}'],
    ['compressed', 'a{b:c}'],
    [':compressed', 'a{b:c}'],
    ['compact', 'a {\n  b: c;\n}'],
  ])('style %s', (style, css) => {
    expect(sassWith({ ...plain, style }).compile('a { b: c }', main).css).toBe(css);
  });

  test('adds a source map with sources relative to the sheet, unless told otherwise', () => {
    const result = sassWith().compile('@import "part"; a { b: c }', main);
    expect(result.css).toMatch(/\n\n\/\*# sourceMappingURL=main\.css\.map \*\/$/);
    expect(JSON.parse(result.sourceMap!)).toMatchObject({
      version: 3,
      file: 'main.css',
      sources: ['../_sass/_part.sass', 'main.scss'],
      sourcesContent: [files['_sass/_part.sass'], '@import "part"; a { b: c }'],
    });
    expect(sassWith({ style: 'compressed' }).compile('a{b:c}', main).css).toMatch(/^a\{b:c\}\/\*# source/);
    expect(sassWith({ sourcemap: 'development' }, 'production').compile('a{b:c}', main).sourceMap).toBeUndefined();
    expect(sassWith({ sourcemap: 'development' }).compile('a{b:c}', main).sourceMap).toBeDefined();
    expect(sassWith().compile('a{b:c}', { indented: false }).sourceMap).toBeUndefined();
  });

  test('takes the indented syntax, and texts that are no file', () => {
    const sass = sassWith(plain);
    expect(sass.compile('a\n  b: c\n', { indented: true }).css).toBe('a {\n  b: c;\n}');
    expect(sass.compile('@import "base";', { indented: false }).css).toBe('a {\n  color: #00f;\n}');
    expect(sass.compile('a { b: "é" }', { indented: false }).css).toBe('a {\n  b: "é";\n}');
    expect(sass.compile('a { b: "é" }', main).css).toBe('@charset "UTF-8";\na {\n  b: "é";\n}');
  });

  test('a sheet that imports one of its own name means that of the load paths', () => {
    const own = { ...main, path: 'css/part.scss' };
    writeFileSync(join(source, own.path), '---\n---\n@import "part";');
    const result = sassWith().compile('@import "part"; a { b: c }', own);
    expect(result.css).toMatch(/^b \{\n {2}color: red;\n\}\n\na \{\n {2}b: c;\n\}/);
    expect(JSON.parse(result.sourceMap!).sources).toEqual(['../_sass/_part.sass', 'part.scss']);
    expect(result.warnings.map(({ code }) => code)).toEqual(['styles/deprecated', 'styles/lenient']);
    const failure = (): unknown => sassWith().compile('@import "part"; a { b: $c }', own);
    expect(failure).toThrow(/^Undefined variable/);
    expect(failure).toThrow(
      expect.objectContaining({ diagnostic: expect.objectContaining({ position: { line: 3, column: 24 } }) }),
    );
  });

  test('takes mixed indentation and extended compounds, which sassc takes, with a warning', () => {
    const sass = sassWith(plain);
    expect(sass.compile('@import "mixed"\n', { indented: true }).css).toBe(
      '/* * of spaces\n * */\na {\n  b: c;\n}\na:hover {\n  d: e;\n}',
    );
    const { css, warnings } = sass.compile('ul { a: b; }\n.disc { c: d; }\np { @extend ul.disc; }', main);
    expect(css).toBe('ul, p {\n  a: b;\n}\n\n.disc, p {\n  c: d;\n}');
    expect(warnings).toMatchObject([{ severity: 'warning', code: 'styles/lenient', path: main.path }]);
    expect(warnings[0]?.message).toMatch(/^Sass refuses this, and it was read as sassc reads it: \S/);
  });

  test('searches the source folder last, which sassc is mostly started in, with a warning', () => {
    const { css, warnings } = sassWith(plain).compile('@import "./lib/one/ext";', main);
    expect(css).toBe('ext {\n  x: one;\n}');
    expect(warnings.at(-1)).toMatchObject({ severity: 'warning', code: 'styles/lenient', path: main.path });
  });

  test('writes the colours of an old draft, and what is no colour, as they stand, as sassc does, with a warning', () => {
    const text =
      '$v: var(--x); @supports (a: color(green a(10%))) { a { b: color(#{$v} a(#{percentage(0.5)})); c: color(--c); } }';
    const { css, warnings } = sassWith(plain).compile(text, main);
    expect(css).toBe(
      '@supports (a: color(green a(10%))) {\n  a {\n    b: color(var(--x) a(50%));\n    c: color(--c);\n  }\n}',
    );
    expect(warnings.at(-1)).toMatchObject({ severity: 'warning', code: 'styles/lenient', path: main.path });
  });

  test('leaves out declarations outside of rules, which sassc takes, with a warning', () => {
    const sass = sassWith(plain);
    writeFileSync(join(source, '_sass/_small.scss'), '@mixin small { @media (max-width: 1px) { @content; g: h } }');
    const scss =
      '@import "small"; a { @include small { b: c } } /* 😀 */ @include small { b: c;\n d: { e: f } i { j: k } }';
    const { css, warnings } = sass.compile(scss, main);
    const media = (rule: string): string => `@media (max-width: 1px) {\n  ${rule}\n}\n`;
    const [own, inner] = [media('a {\n    b: c;\n    g: h;\n  }'), media('i {\n    j: k;\n  }')];
    expect(css).toBe(`@charset "UTF-8";\n${own}\n/* 😀 */\n${inner}`.trimEnd());
    expect(warnings.at(-1)).toMatchObject({ severity: 'warning', code: 'styles/lenient', path: main.path });
    const indented = '=small\n  @content\n+small\n  b:\n    c: d\n  e: f\ni\n  j: k\n';
    expect(sass.compile(indented, { indented: true }).css).toBe('i {\n  j: k;\n}');
    expect(() => sass.compile(`${scss} a { b: $no }`, main)).toThrow(SiteError);
  });

  test('looks at no interpolation in comments that compressing leaves out, as sassc, with a warning', () => {
    const sass = sassWith({ ...plain, style: 'compressed' });
    const { css, warnings } = sass.compile(
      'a { b: "/* #{1 + 1} */"; /* #{$old} */ }\n/*\n.#{$n}-x { y: z }\n*/\nc { d: e }',
      main,
    );
    expect(css).toBe('a{b:"/* 2 */"}c{d:e}');
    expect(warnings.at(-1)).toMatchObject({ severity: 'warning', code: 'styles/lenient', path: main.path });
    expect(() => sass.compile('/*! #{$n} */', main)).toThrow(SiteError);
    expect(() => sassWith(plain).compile('/* #{$n} */', main)).toThrow(SiteError);
  });

  test('searches load_paths first, with globs', () => {
    const sass = sassWith({ ...plain, load_paths: ['lib/*', 'later'], sass_dir: 'theme/_sass' });
    expect(sass.compile('@import "ext", "other", "themed";', main).css).toBe(
      'ext {\n  x: one;\n}\n\next {\n  x: two;\n}\n\nthemed {\n  x: y;\n}',
    );
    expect(sass.loadPaths.map((path) => path.slice(source.length + 1).replaceAll('\\', '/'))).toEqual([
      'lib/one',
      'lib/two',
      'later',
      'theme/_sass',
    ]);
  });

  test('holds sass_dir inside of the source folder, and load_paths too in safe mode', () => {
    const inside = { ...plain, sass_dir: '/lib/one' };
    expect(sassWith(inside).compile('@import "ext";', main).css).toBe('ext {\n  x: one;\n}');
    const out = new Map(Object.entries({ ...plain, sass_dir: '../../_sass', load_paths: ['../lib/two', '/lib/one'] }));
    const pathsOf = (isSafe: boolean): readonly string[] =>
      createSass({ source, environment: 'development', isSafe, settings: out }).loadPaths;
    expect(pathsOf(true)).toEqual(['lib/two', 'lib/one', '_sass'].map((path) => join(source, path)));
    expect(pathsOf(false)).toEqual([join(source, '../lib/two'), resolve(source, '/lib/one'), join(source, '_sass')]);
  });

  test('reads settings as Jekyll does', () => {
    const hasMap = (sourcemap: unknown): boolean => sassWith({ sourcemap }).hasSourceMap;
    expect(['always', 'never', ':never', 'other', false].map(hasMap)).toEqual([true, false, true, true, false]);
    expect(sassWith({ ...plain, style: ':compressed' }).compile('a { b: c }', main).css).toBe('a{b:c}');
    const document = sassWith().compile('a { b: "é" }', { ...main, isMapped: false });
    expect(document.css).toBe('a {\n  b: "é";\n}');
  });

  test.each([
    ['a {\n  color: $x;\n}', { path: 'css/main.scss', position: { line: 4, column: 10 } }, 'Undefined variable.'],
    ['@import "broken";', { path: '_sass/broken.scss', position: { line: 2, column: 10 } }, 'Undefined variable.'],
    ['a {', { path: 'css/main.scss', position: { line: 3, column: 4 } }, 'expected end of rule.'],
    ['@use "no";', { path: 'css/main.scss', position: { line: 3, column: 1 } }, "Can't find stylesheet to import."],
  ])('error in %j has its place', (text, place, message) => {
    let error: unknown;
    try {
      sassWith(plain).compile(text, main);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SiteError);
    const { diagnostic } = error as SiteError;
    expect(diagnostic).toMatchObject({ code: 'styles/sass', message, ...place });
    expect(diagnostic.via).toEqual(place.path === main.path ? undefined : [{ path: main.path }]);
    if (text.startsWith('@use')) expect(diagnostic.hint).toMatch(/_sass/);
  });

  test('starts again after it was closed', () => {
    const sass = sassWith(plain);
    expect(sass.compile('a{b:c}', main).css).toBe('a {\n  b: c;\n}');
    sass.close();
    expect(sass.compile('a{b:d}', main).css).toBe('a {\n  b: d;\n}');
  });
});
