import { expect, test } from 'vitest';
import type { Site } from '../../src/core/types.js';
import { paginateV2 } from '../../src/plugins/paginate-v2/paginate-v2.js';
import { trailOf } from '../../src/plugins/paginate-v2/paginator.js';
import { createPage, createPost, createSite, createTools, generate } from './helpers.js';

const posts = ['1', '2', '3', '4', '5'].map((day) =>
  createPost(`2024-01-0${day}`, `p${day}`, {
    tags: [Number(day) % 2 === 0 ? 'Even' : 'odd', 'all'],
    rank: 10 - Number(day),
  }),
);
const shown = (site: Site): string[][] =>
  site.pages.map(({ paginator }) => (paginator!.get('posts') as { id: string }[]).map(({ id }) => id.slice(-5, -3)));
const enabled = { enabled: true, per_page: 2 };

test('pages of a series replace their template', async () => {
  const pages = [createPage('index.html', { title: 'Blog', pagination: { enabled: true, sort_reverse: true } })];
  const site = await generate(paginateV2, createSite({ config: { pagination: enabled }, pages, posts }));
  expect(site.pages.map(({ route }) => route.url)).toEqual(['/index.html', '/page2/index.html', '/page3/index.html']);
  expect(site.pages.map(({ data }) => data.get('title'))).toEqual(['Blog', 'Blog - page 2', 'Blog - page 3']);
  expect(shown(site)).toEqual([['p5', 'p4'], ['p3', 'p2'], ['p1']]);
  expect(site.pages[1]!.paginator!.get('previous_page_path')).toBe('/');
  expect(site.pages[1]!.paginator!.get('last_page_path')).toBe('/page3/');
});

test('filters, order, offset and limit choose the posts', async () => {
  const of = async (pagination: object): Promise<string[][]> => {
    const pages = [createPage('a.html', { pagination: { enabled: true, ...pagination } })];
    return shown(await generate(paginateV2, createSite({ config: { pagination: enabled }, pages, posts })));
  };
  expect(await of({ tag: 'even' })).toEqual([['p2', 'p4']]);
  expect(await of({ tag: 'even; all', sort_reverse: true })).toEqual([['p4', 'p2']]);
  expect(await of({ tag: 'none' })).toEqual([[]]);
  expect(await of({ tag: 'even,', category: '', locale: ';' })).toEqual([['p2', 'p4']]);
  expect(await of({ sort_field: 'rank', offset: 1, per_page: 3 })).toEqual([['p5', 'p4', 'p3'], ['p2']]);
  expect(await of({ limit: 1 })).toEqual([['p1', 'p2']]);
  expect(await of({ collection: 'nothing' })).toEqual([[]]);
});

test('autopages are made for each value, and paginated', async () => {
  const settings = {
    enabled: true,
    categories: { enabled: false },
    collections: { enabled: false },
    tags: { layouts: ['t.html'] },
  };
  const site = await generate(paginateV2, createSite({ config: { pagination: enabled, autopages: settings }, posts }));
  expect(site.pages.map(({ route }) => route.url).filter((url) => !url.includes('page'))).toEqual([
    '/tag/odd/index.html',
    '/tag/all/index.html',
    '/tag/even/index.html',
  ]);
  const even = site.pages.at(-1)!;
  expect((even.data.get('autopages') as Map<string, string>).get('display_name')).toBe('Even');
  expect(even.data.get('title')).toBe('Posts tagged with even');
});

test('layouts of autopages without a file of that name are reported in each build, and stop a strict one', async () => {
  const tags = { layouts: ['t.html', 'gone.html'] };
  const none = { enabled: false };
  const autopages = { enabled: true, categories: none, collections: none, tags };
  const settings = { pagination: enabled, autopages };
  const site = createSite({ config: settings, posts });
  const tools = createTools({ '_layouts/t.html': '{{ content }}' });
  for (let builds = 1; builds <= 2; builds++) {
    await generate(paginateV2, site, tools);
    expect(tools.diagnostics).toHaveLength(builds);
  }
  expect(tools.diagnostics[1]).toMatchObject({
    severity: 'warning',
    code: 'plugin/no-autopage-layout',
    setting: ['autopages', 'tags', 'layouts', 1],
  });
  const strict = createSite({ config: { ...settings, strict_front_matter: true }, posts });
  expect(() => paginateV2.generate!(strict, tools)).toThrow('Error reading file _layouts/gone.html');
  await generate(paginateV2, createSite({ config: { ...settings, strict_front_matter: true } }), tools);
});

test('impossible settings are reported', async () => {
  const tools = createTools();
  await generate(paginateV2, createSite({ config: { pagination: enabled } }), tools);
  expect(tools.diagnostics.map(({ code }) => code)).toEqual(['plugin/no-pagination-page']);
  expect(() => paginateV2.generate!(createSite({ config: { paginate: 5 } }), tools)).toThrow(
    'settings of jekyll-paginate',
  );
  const zero = createSite({
    config: { pagination: { ...enabled, per_page: 0 } },
    pages: [createPage('a.html', { pagination: enabled })],
  });
  const none = { ...zero, pages: [createPage('a.html', { pagination: { enabled: true, per_page: 0 } })] };
  expect(() => paginateV2.generate!(none, tools)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('greater than 0'),
      diagnostic: expect.objectContaining({ hint: expect.stringContaining('per_page: 10') }),
    }),
  );
});

test('pages of one name share the first template that has Liquid', async () => {
  const pages = ['a', 'b', 'c'].map((name) =>
    createPage(`${name}.html`, { pagination: { enabled: true } }, name === 'c' ? 'plain' : `{{ ${name} }}`),
  );
  const tools = createTools();
  const site = await generate(
    paginateV2,
    createSite({ config: { pagination: { enabled: true, per_page: 9 } }, pages, posts }),
    tools,
  );
  expect(site.pages.map(({ body }) => body)).toEqual(['{{ a }}', '{{ a }}', 'plain']);
  expect(tools.diagnostics.map(({ path }) => path)).toEqual(['b.html']);
});

test('a trail is as long at the ends as in the middle', () => {
  const steps = [1, 2, 3, 4, 5].map((number) => ({ path: `/${number}`, title: `T${number}` }));
  const numbers = (at: number): unknown[] => trailOf(steps, at, 1, 1).map((step) => step.get('num'));
  expect([numbers(1), numbers(3), numbers(5)]).toEqual([
    [1, 2, 3],
    [2, 3, 4],
    [3, 4, 5],
  ]);
});
