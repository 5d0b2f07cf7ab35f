import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBuilder, readWholeSite } from '../../src/build.js';
import { displayPath, placeOfSetting, type SettingPath } from '../../src/config/setting-place.js';
import { type Diagnostic, SiteError } from '../../src/core/diagnostics.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-settings-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): string {
  writeFileSync(join(root, name), text);
  return join(root, name);
}

const yaml = [
  '%YAML 1.1',
  '---',
  'plugins: &p',
  '- a # -',
  '-   b',
  'kramdown: {input: GFM, "toc_levels": x}',
  '? deep',
  ': - one: 1',
  '  - two: {three: [4, {five: 6}]}',
  'text: |',
  '  kramdown: no',
  'other: *p',
  'input: 1',
  'twice: 1',
  'twice: 2',
  '',
].join('\n');

test.each<[SettingPath, number, number]>([
  [['plugins'], 3, 1],
  [['plugins', 1], 5, 5],
  [['kramdown'], 6, 1],
  [['kramdown', 'input'], 6, 12],
  [['kramdown', 'toc_levels'], 6, 24],
  [['kramdown', 'absent'], 6, 1],
  [['deep', 1, 'two', 'three', 1, 'five'], 9, 23],
  [['deep', 0, 'one'], 8, 5],
  [['input'], 13, 1],
  [['twice'], 15, 1],
])('the place of %j in YAML', (setting, line, column) => {
  const files = [write('_config.yml', yaml), write('more.yml', 'title: x\n'), join(root, 'gone.yml')];
  expect(placeOfSetting(files, root, setting)).toEqual({ path: '_config.yml', position: { line, column } });
});

test('the last file that has it counts; where none has it, there is no place', () => {
  const files = [write('_config.yml', 'a: 1\nb: 2\n'), write('b.yml', '# more\na: 3\n'), write('c.yml', 'a: [\n')];
  expect(placeOfSetting(files, root, ['a'])).toEqual({ path: 'b.yml', position: { line: 2, column: 1 } });
  expect(placeOfSetting(files, root, ['c'])).toBeUndefined();
});

test.each<[SettingPath, number, number]>([
  [['a'], 1, 1],
  [['kramdown'], 3, 1],
  [['kramdown', 'toc_levels'], 4, 3],
  [['dotted'], 2, 1],
])('the place of %j in TOML', (setting, line, column) => {
  const files = [write('_config.toml', 'a = 1\ndotted.b = 2\n[kramdown]\n  toc_levels = 3\n  a = 4\n')];
  expect(placeOfSetting(files, root, setting)).toEqual({ path: '_config.toml', position: { line, column } });
});

async function diagnose(config: string): Promise<readonly Diagnostic[]> {
  write('_config.yml', config);
  write('index.html', '---\n---\nhi\n');
  try {
    const builder = await createBuilder({ source: root, destination: join(root, '_site') });
    const { diagnostics } = await builder.build();
    await builder.close();
    return diagnostics;
  } catch (error) {
    expect(error).toBeInstanceOf(SiteError);
    return [(error as SiteError).diagnostic];
  }
}

describe('a diagnostic of a setting names its place', () => {
  test.each<[string, string, number, number]>([
    ['plugins: 3\n', 'config/not-a-list', 1, 1],
    ['permalink: 3\n', 'config/permalink', 1, 1],
    ['a: 1\ncollections: {b: {output: true, permalink: 3}}\n', 'config/collections', 2, 33],
    ['kramdown:\n  toc_levels: x\n', 'config/kramdown', 2, 3],
    ['liquid:\n  error_mode: [1]\n', 'config/liquid', 2, 3],
    ['kramdown:\n  line_width: wide\n', 'config/kramdown', 2, 3],
    ['kramdown:\n  list_indent:\n', 'config/kramdown', 2, 3],
    ['kramdown:\n  math_engine: katex\n', 'config/math-engine', 2, 3],
    ['kramdown:\n  template: document\n', 'config/kramdown-template', 2, 3],
    ['kramdown:\n  syntax_highlighter: coderay\n', 'config/coderay', 2, 3],
    ['kramdown:\n  enable_coderay: true\n', 'config/coderay', 2, 3],
    ['kramdown:\n  coderay: {coderay_css: style}\n', 'config/coderay-deprecated', 2, 3],
    ['title: x\nhighlighter: coderay\n', 'config/coderay', 2, 1],
    ['kramdown:\n  input: kramdown\n  transliterated_header_ids: true\n', 'config/transliteration', 3, 3],
    ['timezone: Nowhere/X\n', 'config/timezone', 1, 1],
    ['a: 1\ntheme: none-such\n', 'config/theme-not-found', 2, 1],
    ['theme: 3\n', 'config/theme', 1, 1],
    ['plugins: [jekyll-feed, none-such]\n', 'plugin/unknown', 1, 24],
    ['defaults:\n- values: {}\n- 3\n', 'config/default-set', 3, 3],
    ['defaults:\n- values: {date: x}\n', 'config/default-date', 2, 12],
    ['paginate: 0\nplugins: [jekyll-paginate]\n', 'plugin/paginate', 1, 1],
  ])('%j', async (config, code, line, column) => {
    const all = await diagnose(config);
    expect(all.find((one) => one.code === code)).toMatchObject({ path: '_config.yml', position: { line, column } });
  });
});

test.each<[string, number, number]>([
  ['a: 1\nsass: true\n', 2, 1],
  ['sass:\n  load_paths: {a: b}\n', 2, 3],
  ['sass:\n  load_paths: [a, 3]\n', 2, 3],
  ['sass:\n  sourcemap: true\n', 2, 3],
])('so does what is said of settings for style sheets where there are any: %j', async (config, line, column) => {
  expect(await diagnose(config)).toEqual([]);
  for (const [name, text] of [
    ['a.scss', '---\n---\na {b: c}\n'],
    ['a.txt', "---\n---\n{{ 'a' | scssify }}\n"],
  ] as const) {
    write(name, text);
    const place = { path: '_config.yml', position: { line, column } };
    expect(await diagnose(config)).toMatchObject([{ code: 'config/sass', severity: 'error', ...place }]);
    rmSync(join(root, name));
  }
});

test('so it does where a site is only read', async () => {
  write('_config.yml', 'plugins: [jekyll-feed, none-such]\n');
  let said: readonly Diagnostic[] = [];
  await readWholeSite({ source: root }, (diagnostics) => {
    said = diagnostics;
  });
  expect(said).toMatchObject([{ code: 'plugin/unknown', position: { line: 1, column: 24 } }]);
  write('_config.yml', 'defaults:\n- values: {date: x}\n');
  await expect(readWholeSite({ source: root })).rejects.toMatchObject({
    diagnostic: { code: 'config/default-date', position: { line: 2, column: 12 } },
  });
});

test('a layout that there is none of is named where the front matter asks for it, and follows it', async () => {
  write('index.html', '---\ntitle: a\nlayout: none-such\n---\nhi\n');
  const builder = await createBuilder({ source: root, destination: join(root, '_site') });
  const lines = async (): Promise<(number | undefined)[]> =>
    (await builder.build()).diagnostics.map(({ position }) => position?.line);
  expect(await lines()).toEqual([3]);
  write('index.html', '---\n# a comment\ntitle: a\nlayout: none-such\n---\nhi\n');
  expect(await lines()).toEqual([4]);
  await builder.close();
});

test('a file beside the source folder keeps its path', () => {
  const source = join('/a', 'site');
  expect(displayPath(join(source, '_config.yml'), source)).toBe('_config.yml');
  expect(displayPath(join('/a', 'site-of-mine.yml'), source)).toBe('/a/site-of-mine.yml');
});
