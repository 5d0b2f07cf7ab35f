import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Config, Theme } from '../../src/core/types.js';
import { toHash } from '../../src/core/values/values.js';
import { builtInPlugins } from '../../src/plugins/built-in.js';
import { loadPlugins } from '../../src/plugins/registry.js';
import { createConfig, createTools } from './helpers.js';

let source: string;

beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'utterson-plugins-'));
});
afterEach(() => rmSync(source, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
}

function config(values: object): Config {
  return createConfig(values, { source, cacheDirectory: join(source, '.jekyll-cache') });
}

const namesOf = async (values: object, theme?: Theme): Promise<string[]> =>
  (await loadPlugins(config(values), theme)).plugins.map(({ name }) => name);

test('every built-in plugin loads under its name', async () => {
  for (const [name, load] of builtInPlugins) if (load !== undefined) expect((await load()).name).toBe(name);
});

test('plugins come in the order of their names, those of the theme first', async () => {
  const theme = { dependencies: ['jekyll', 'jekyll-seo-tag', 'other'] } as unknown as Theme;
  const plugins = ['jekyll-sitemap', 'jekyll-feed', 'jekyll-gist', 'jekyll-feed'];
  expect(await namesOf({ plugins }, theme)).toEqual(['jekyll-seo-tag', 'jekyll-sitemap', 'jekyll-feed']);
  expect(await namesOf({ gems: 'jekyll-feed' })).toEqual(['jekyll-feed']);
});

test('safe runs plugins of the whitelist only, and none of the site', async () => {
  write('_plugins/own.js', 'throw new Error("must not run")');
  const plugins = ['jekyll-feed', 'jekyll-sitemap'];
  expect(await namesOf({ safe: true, plugins, whitelist: ['jekyll-sitemap'] })).toEqual(['jekyll-sitemap']);
  expect(await namesOf({ safe: true, plugins })).toEqual([]);
});

test('github-pages brings its plugins and settings', async () => {
  const { plugins } = await loadPlugins(
    config({ plugins: ['github-pages', 'jekyll-feed', 'jekyll-archives'], safe: true }),
  );
  const names = plugins.map(({ name }) => name);
  expect(names).toContain('jekyll-relative-links');
  expect(names).toContain('jekyll-feed');
  expect(names).not.toContain('jekyll-archives');
  const tools = createTools();
  const own = config({ kramdown: { math_engine: 'katex', hard_wrap: true }, markdown: 'redcarpet' });
  const { values } = plugins.find(({ name }) => name === 'github-pages')!.configure!(own, tools);
  expect(values.get('kramdown')).toEqual(
    toHash({
      input: 'GFM',
      hard_wrap: true,
      gfm_quirks: 'paragraph_end',
      math_engine: 'mathjax',
      template: '',
      syntax_highlighter: 'rouge',
    }),
  );
  expect([values.get('markdown'), tools.diagnostics.length]).toEqual(['kramdown', 1]);
});

test('plugins that cannot run are named with what to do instead', async () => {
  write(
    '_plugins/sub/tags.rb',
    "class X < Liquid::Block\nend\nLiquid::Template.register_tag('box', X)\nJekyll::Hooks.register :posts, :post_render do\nend",
  );
  const { diagnostics } = await loadPlugins(config({ plugins: ['jekyll-scholar', 'jekyll-unheard-of', '../x'] }));
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning plugin/ruby',
    ...Array(3).fill('warning plugin/unknown'),
  ]);
  expect(diagnostics[0]!.hint).toMatch(
    /^Write it in _plugins\/sub\/tags.js with `blocks`, `hooks` \(tags box\) \(hooks posts:post_render\)/,
  );
  expect(diagnostics[1]!.hint).toContain('_plugins/scholar.js');
});

test('Ruby files that only require run what is built in of it, as Jekyll does, and name the rest', async () => {
  write(
    '_plugins/a.rb',
    `# frozen_string_literal: true
=begin
class X < Liquid::Tag
=end
require 'json' # and more
require "jekyll-sitemap"; require('jekyll/utils')
module Site; VERSION = "1.0".freeze; end
`,
  );
  write('_plugins/b.rb', "require 'jekyll/scholar'\nrequire 'jekyll-unheard-of'\n");
  write('_plugins/c.rb', "require 'jekyll-feed'\nmodule Jekyll\n  def self.x; end\nend\n");
  const { plugins, diagnostics } = await loadPlugins(config({ plugins: ['jekyll-feed'] }));
  expect(plugins.map(({ name }) => name).sort()).toEqual(['jekyll-feed', 'jekyll-sitemap']);
  expect(diagnostics.map(({ path, message }) => [path, message.includes('jekyll')])).toEqual([
    ['_plugins/b.rb', true],
    ['_plugins/b.rb', true],
    ['_plugins/c.rb', false],
  ]);
  expect(diagnostics[0]!.hint).toContain('_plugins/scholar.js');
  expect((await loadPlugins(config({ safe: true }))).plugins).toEqual([]);
});

test('npm packages of the site are plugins too', async () => {
  write('node_modules/@me/plug/package.json', '{"type":"module","exports":{".":{"import":"./lib/a.js"}}}');
  write('node_modules/@me/plug/lib/a.js', 'export const filters = { twice: (x) => x + x };');
  const { plugins, diagnostics } = await loadPlugins(config({ plugins: ['@me/plug'] }));
  expect(diagnostics).toEqual([]);
  expect(plugins[0]!.filters!.twice!({ source: { path: 'a' }, host: { config: () => 'UTC' } } as never, 'x')).toBe(
    'xx',
  );
});

test('a package.json that is no JSON is an error of its own', async () => {
  write('node_modules/plug/package.json', '{"main":');
  const error: unknown = await loadPlugins(config({ plugins: ['plug'] })).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SiteError);
  const { code, path } = (error as SiteError).diagnostic;
  expect([code, path]).toEqual(['plugin/package', join(source, 'node_modules/plug/package.json')]);
});

test('a plugin that is nearly a built-in one', async () => {
  const { diagnostics } = await loadPlugins(config({ plugins: ['jekyll-fede'] }));
  expect(diagnostics[0]!.hint).toBe('Did you mean jekyll-feed?');
});

test('pagination without its plugin is warned of', async () => {
  const codes = async (values: object): Promise<string[]> =>
    (await loadPlugins(config(values))).diagnostics.map(({ code }) => code);
  expect(await codes({ paginate: 5 })).toEqual(['plugin/paginate-missing']);
  expect(await codes({ paginate: 5, plugins: ['jekyll-paginate'] })).toEqual([]);
});

async function failure(text: string, name = 'bad.js'): Promise<SiteError['diagnostic']> {
  write(`_plugins/${name}`, text);
  const error: unknown = await loadPlugins(config({})).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SiteError);
  return (error as SiteError).diagnostic;
}

test('errors of a plugin’s file are placed in it', async () => {
  expect((await failure('\n\nthrow new Error("oh");')).message).toBe('The module of _plugins/bad.js failed: oh');
  expect((await failure('export default { hoks: {} };')).message).toContain('`hoks`, which is no member');
  expect((await failure('export default { filters: { a: 1 } };')).message).toContain('`filters.a` as a number');
  expect((await failure('export default 1;')).message).toContain('exports no plugin');
  const hook = await failure('export default { hooks: { "posts:no": () => {} } };');
  expect([hook.code, hook.path]).toEqual(['plugin/unknown-hook', '_plugins/bad.js']);
  const hintOn = async (name: string): Promise<unknown> =>
    (await failure(`export default { hooks: { "${name}": () => {} } };`)).hint;
  expect(await hintOn('post:pre_render')).toBe('Did you mean posts:pre_render?');
  expect(await hintOn('pre_render')).toContain('posts:pre_render');
  expect((await failure('import "no-such-package";')).hint).toContain('`npm install no-such-package`');
});

test('TypeScript files run as well, with the files that they import', async () => {
  write('lib/add.ts', 'export const add = (a: number, b: number): number => a + b;');
  // From version 22.18 on, Node itself takes a name as it stands.
  const name = 'typescript' in process.features && process.features.typescript ? 'add.ts' : 'add.js';
  write('_plugins/typed.ts', `import { add } from '../lib/${name}';\nexport default { filters: { add } };`);
  const { plugins } = await loadPlugins(config({}));
  expect(plugins[0]!.filters!.add!({ source: { path: 'a' }, host: { config: () => 'UTC' } } as never, 1, 2)).toBe(3);
});

const runsTypeScript = 'typescript' in process.features && Boolean(process.features.typescript);

test.skipIf(runsTypeScript)('a cache that cannot be written to is not called a mistake of the plugin’s', async () => {
  write('.jekyll-cache', 'a file');
  write('_plugins/typed.ts', 'export default { filters: {} };');
  await expect(loadPlugins(config({}))).rejects.toMatchObject({
    diagnostic: { code: 'plugin/cache', path: '_plugins/typed.ts', hint: expect.stringContaining('.jekyll-cache') },
  });
});

/** What a filter `add` of the only plugin gives for a number. */
async function added(number: number): Promise<unknown> {
  const { plugins } = await loadPlugins(config({}));
  return plugins[0]!.filters!.add!({ source: { path: 'a' }, host: { config: () => 'UTC' } } as never, number);
}

test.each([
  ['commonjs', 'js'],
  ['module', 'cjs'],
])('plugins of CommonJS run, as they are now (%s, .%s)', async (type, ending) => {
  write('package.json', JSON.stringify({ type }));
  for (const number of [1, 2, 3]) {
    write(`_plugins/own.${ending}`, `module.exports = { filters: { add: (value) => value + ${number} } };`);
    expect(await added(1)).toBe(1 + number);
  }
});

test('what is no JavaScript is placed in its file', async () => {
  const endless = await failure('export default {\n  generate() {\n');
  expect([endless.message, endless.position?.line]).toEqual([
    'The module of _plugins/bad.js failed: Unexpected end of input',
    3,
  ]);
  expect((await failure('export default {\n  a: 1 2,\n};')).position).toEqual({ line: 2, column: 8 });
});

test('a module that Node takes for CommonJS is told how to be one', async () => {
  write('package.json', '{"type": "commonjs"}');
  for (const text of ['export default {};', 'import "node:fs";']) {
    expect((await failure(text)).hint).toContain('rename it to _plugins/bad.mjs, or say `"type": "module"` there');
  }
  expect((await failure('throw new Error("oh");')).hint).toContain('The error is in the plugin');
});
