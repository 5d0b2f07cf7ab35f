import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plugin } from '../../src/core/plugin.js';
import { toHash } from '../../src/core/values/values.js';
import { builtInPlugins } from '../../src/plugins/built-in.js';
import { loadPlugins } from '../../src/plugins/registry.js';
import { createConfig, createPost, createSite, createTools, renderTag } from './helpers.js';

const text = readFileSync(new URL('../../docs/plugins.md', import.meta.url), 'utf8');
const examples = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map((match) => match[1]!);
let source: string;
let plugins: readonly Plugin[];

beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'utterson-docs-'));
  mkdirSync(join(source, '_plugins'));
  mkdirSync(join(source, 'node_modules/my-rst'), { recursive: true });
  writeFileSync(join(source, 'node_modules/my-rst/package.json'), '{"type":"module","exports":"./index.js"}');
  writeFileSync(
    join(source, 'node_modules/my-rst/index.js'),
    'export const transform = (text) => "<rst>" + text + "</rst>";',
  );
  for (const [index, example] of examples.entries()) writeFileSync(join(source, `_plugins/${index}.mjs`), example);
  plugins = (await loadPlugins(createConfig({}, { source }))).plugins;
});
afterAll(() => rmSync(source, { recursive: true, force: true }));

const having = <T>(pick: (plugin: Plugin) => T | undefined): T => plugins.map(pick).find((part) => part !== undefined)!;
const context = { source: { path: 'a' }, host: { config: () => 'UTC', site: toHash({ title: 'T' }) } } as never;

test('the examples of filters, tags, blocks and converters work', () => {
  expect(having(({ filters }) => filters?.reading_time)(context, 'word '.repeat(500))).toBe('3 min');
  const list = [toHash({ title: 'a' }), toHash({ title: 'b' })];
  expect(having(({ filters }) => filters?.pick)(context, list, toHash({ key: 'title', from: 1 }))).toEqual(['b']);
  expect(having(({ filters }) => filters?.byline)(context, 'Ann')).toBe('Ann in T');
  const tags = plugins.find((plugin) => plugin.tags?.youtube)!;
  expect(renderTag(tags, 'youtube', ' abc ')).toContain('/embed/abc"');
  expect(renderTag(tags, 'note', '')).toBe('<aside class="note"></aside>');
  expect(tags.tags!.diagram!.body).toBe('raw');
  expect(having(({ converters }) => converters?.[0]).convert('x', 'a.rst')).toBe('<rst>x</rst>');
});

test('the example of a generator works', async () => {
  const site = createSite({ posts: [createPost('2024-01-01', 'a', { author: 'Ann B' }, 'x y')] });
  const authors = plugins.find(({ priority, generate }) => generate && priority === 10)!;
  const made = await authors.generate!(site, createTools({ 'package.json': '{"version":"1"}' }));
  expect(made.pages.map(({ path }) => path)).toEqual(['authors/ann-b.html']);
  expect([made.members?.get('authors'), made.data.get('version')]).toEqual([['Ann B'], '1']);
});

test('the example of hooks works', () => {
  const { transform } = plugins.find((plugin) => plugin.transform)!;
  const document = createPost('2024-01-01', 'a');
  expect(transform!({ document, output: '<a href="http:x">' }, createSite({}))).toBe(
    '<a rel="noopener" href="http:x">',
  );
});

test('the example of a command works', async () => {
  const lines: string[] = [];
  const { run } = having(({ commands }) => commands?.find(({ name }) => name === 'list-drafts'));
  const call = {
    arguments: [],
    options: { limit: '5' },
    config: createConfig(),
    print: (line: string) => void lines.push(line),
  };
  expect(await run(call)).toBe(0);
  expect(lines).toEqual(['/site: at most 5']);
});

test('every built-in plugin is in the table', () => {
  const table = text.slice(text.indexOf('## What is built in'), text.indexOf('## Your own plugins'));
  const own = [...builtInPlugins].filter(([, load]) => load !== undefined).map(([name]) => name);
  expect(own.filter((name) => !table.includes(`| ${name} |`))).toEqual([]);
});
