import { expect, test } from 'vitest';
import type { Document, Site } from '../../src/core/types.js';
import { archives } from '../../src/plugins/archives.js';
import { defaultLayout } from '../../src/plugins/default-layout.js';
import { feed } from '../../src/plugins/feed/feed.js';
import { githubMetadata } from '../../src/plugins/github/github-metadata.js';
import { createLastModifiedAt } from '../../src/plugins/last-modified/last-modified-at.js';
import { optionalFrontMatter } from '../../src/plugins/optional-front-matter.js';
import { paginate } from '../../src/plugins/paginate.js';
import { readmeIndex } from '../../src/plugins/readme-index.js';
import { redirectFrom } from '../../src/plugins/redirect-from.js';
import { relativeLinks } from '../../src/plugins/relative-links.js';
import { sitemap } from '../../src/plugins/sitemap.js';
import { titlesFromHeadings } from '../../src/plugins/titles-from-headings.js';
import { itemProperty } from '../../src/template/filters/property.js';
import { createAsset, createPage, createPost, createSite, createTools, generate, renderTag } from './helpers.js';

const paths = (documents: readonly Document[]): string[] => documents.map(({ path }) => path);
const urls = (site: Site): string[] => site.pages.map(({ route }) => route.url);

test('paginate puts posts on the index page and on pages after it', async () => {
  const posts = ['01', '02', '03'].map((day) => createPost(`2024-01-${day}`, `p${day}`));
  const hidden = createPost('2024-01-04', 'hidden', { hidden: true });
  const pages = [createPage('index.html'), createPage('other.html')];
  const site = await generate(paginate, createSite({ config: { paginate: 2 }, pages, posts: [...posts, hidden] }));
  expect(urls(site)).toEqual(['/', '/other.html', '/page2/']);
  const [first, , second] = site.pages.map(({ paginator }) => paginator!);
  expect(first!.get('next_page_path')).toBe('/page2');
  expect(first!.get('total_posts')).toBe(3);
  expect((first!.get('posts') as { id: string }[]).map(({ id }) => id)).toEqual([posts[2]!.id, posts[1]!.id]);
  expect(second!.get('previous_page_path')).toBe('/');
  expect(second!.get('next_page')).toBeNull();
});

test('paginate takes the index page nearest to where its pages go', async () => {
  const pages = [createPage('index.html'), createPage('blog/index.html'), createPage('blog/deep/index.html')];
  const posts = [createPost('2024-01-01', 'a'), createPost('2024-01-02', 'b')];
  const config = { paginate: 1, paginate_path: '/blog/page:num/' };
  const site = await generate(paginate, createSite({ config, pages, posts }));
  expect(site.pages.filter(({ paginator }) => paginator).map(({ route }) => route.url)).toEqual([
    '/blog/',
    '/blog/page2/',
  ]);
});

test('paginate reports what is wrong with its settings', async () => {
  const tools = createTools();
  const pages = [createPage('about.html')];
  await generate(paginate, createSite({ config: { paginate: 2 }, pages }), tools);
  expect(tools.diagnostics.map(({ code }) => code)).toEqual(['plugin/no-pagination-page']);
  const zero = createSite({ config: { paginate: 0 }, pages: [createPage('index.html')] });
  expect(() => paginate.generate!(zero, tools)).toThrow('greater than 0');
  const list = createSite({ config: { paginate: 2, paginate_path: ['page'] }, pages: [createPage('index.html')] });
  expect(() => paginate.generate!(list, tools)).toThrow('`paginate_path` has to be a text');
});

test('feed makes feeds of collections, categories and tags, where no file has their place', async () => {
  const posts = [createPost('2024-01-01', 'a', { tags: ['red', 'not this', 'blue'] })];
  const settings = {
    categories: ['news', 'news'],
    collections: { docs: { path: '/d.xml' } },
    tags: { except: ['blue'] },
  };
  const site = createSite({ config: { feed: settings }, posts });
  const made = await generate(feed, site, createTools({ 'feed/news.xml': '' }));
  expect(paths(made.pages)).toEqual(['d.xml', 'feed.xml', 'feed/by_tag/red.xml']);
  expect(made.pages[2]!.data.get('tags')).toBe('red');
  const off = createSite({ config: { feed: { disable_in_development: true } }, posts });
  expect((await generate(feed, off)).pages).toEqual([]);
});

test('feed has a category for each pair of a hash, and no feed where its path is the source folder', async () => {
  const feedOf = (settings: object): Promise<Site> => generate(feed, createSite({ config: { feed: settings } }));
  expect(paths((await feedOf({ categories: { news: null, x: 1 } })).pages)).toEqual([
    'feed/["news", nil].xml',
    'feed/["x", 1].xml',
    'feed.xml',
  ]);
  expect(paths((await feedOf({ path: '', categories: ['news'] })).pages)).toEqual(['feed/news.xml']);
});

test('sitemap leaves files of the site alone', async () => {
  expect(paths((await generate(sitemap, createSite({}))).pages)).toEqual(['sitemap.xml', 'robots.txt']);
  const own = createSite({ assets: [createAsset('robots.txt')], pages: [createPage('sitemap.xml')] });
  expect(await generate(sitemap, own)).toBe(own);
});

test('redirect-from makes pages, turns documents and lists both', async () => {
  const pages = [
    createPage('new.html', { redirect_from: ['/old/', null, 'older'] }),
    createPage('gone.md', { redirect_to: ['https://x.example/'] }),
  ];
  const site = await generate(redirectFrom, createSite({ pages }));
  expect(urls(site)).toEqual(['/new.html', '/gone.html', '/old/', '/older', '/redirects.json']);
  expect(site.pages[1]!.data.get('layout')).toBe('redirect');
  expect(JSON.parse(site.pages[4]!.body)).toEqual({
    '/old/': 'https://example.org/base/new.html',
    '/older': 'https://example.org/base/new.html',
    '/gone.html': 'https://x.example/',
  });
  const ids = site.pages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('redirect-from takes nothing for the front page, and lists it as nothing', async () => {
  const site = await generate(redirectFrom, createSite({ pages: [createPage('new.html', { redirect_from: '' })] }));
  expect(urls(site)).toEqual(['/new.html', '/', '/redirects.json']);
  expect(JSON.parse(site.pages[2]!.body)).toEqual({ '': 'https://example.org/base/new.html' });
});

test('archives makes pages of what is enabled', async () => {
  const posts = [
    createPost('2023-05-06', 'a', { tags: ['Big News'] }),
    createPost('2024-05-06', 'b', { tags: ['Big News'], categories: ['c'] }),
  ];
  const settings = { enabled: ['tags', 'year', 'day'], layouts: { year: 'y' } };
  const site = await generate(archives, createSite({ config: { 'jekyll-archives': settings }, posts }));
  expect(urls(site)).toEqual(['/tag/big-news/', '/2023/', '/2023/05/06/', '/2024/', '/2024/05/06/']);
  expect(site.pages[0]!.data.get('title')).toBe('Big News');
  expect(site.pages[1]!.data.get('layout')).toBe('y');
  expect((site.pages[0]!.data.get('posts') as unknown[]).length).toBe(2);
  for (const name of ['nope', 'constructor']) {
    const wrong = createSite({
      config: { 'jekyll-archives': { enabled: true, permalinks: { tag: `/:${name}/` } } },
      posts,
    });
    const tools = createTools();
    const made = await generate(archives, wrong, tools);
    expect(urls(made)[0]).toBe(`/:${name}/`);
    expect(tools.diagnostics).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(`no placeholder :${name}`) },
    ]);
  }
});

test('relative-links follows links to files of the source', async () => {
  const body = '[a](../b.md#x "T") [c](/c%20d.png) [no](https://x.y/b.md) [none](nothing.md) [#](#b)\n[r]: ../b.md\n';
  const pages = [createPage('sub/a.md', {}, body), createPage('b.md'), createPage('x.html', {}, '[a](b.md)')];
  const site = await generate(relativeLinks, createSite({ pages, assets: [createAsset('c d.png')] }));
  expect(site.pages[0]!.body).toBe(
    '[a](/base/b.html#x "T") [c](/base/c d.png) [no](https://x.y/b.md) [none](nothing.md) [#](#b)\n\n[r]: /base/b.html\n',
  );
  expect(site.pages[2]!.body).toBe('[a](b.md)');
  const off = createSite({ config: { relative_links: { exclude: ['sub'] } }, pages });
  expect((await generate(relativeLinks, off)).pages[0]!.body).toBe(body);
});

test('optional-front-matter and readme-index make pages of files without front matter', async () => {
  const files = { 'a.md': 'A', 'README.md': 'R', 'docs/readme.md': 'D', 'license.md': 'L' };
  const assets = [
    ...Object.keys(files).map((path) => createAsset(path)),
    createAsset('x.txt'),
    createAsset('_c/b.md', 'c'),
  ];
  const config = { optional_front_matter: { remove_originals: true }, readme_index: { remove_originals: true } };
  const tools = createTools({ ...files, '_c/b.md': 'B' });
  const first = await generate(optionalFrontMatter, createSite({ config, assets }), tools);
  expect(paths(first.pages)).toEqual(['a.md', '_c/b.md']);
  const site = await generate(readmeIndex, { ...first, pages: [...first.pages, createPage('index.html')] }, tools);
  expect(urls(site)).toEqual(['/a.html', '/_c/b.html', '/', '/docs/']);
  expect(site.assets.map(({ path }) => path)).toEqual(['README.md', 'license.md', 'x.txt', '_c/b.md']);
});

test('default-layout and titles-from-headings fill in what front matter leaves out', async () => {
  const pages = [
    createPage('index.md', {}, '# Home *sweet*\n\ntext'),
    createPage('a.md', { layout: null }, 'A\n---\n'),
    createPage('b.md', {}, 'text\n\n# Later'),
  ];
  const site = createSite({ pages, posts: [createPost('2024-01-01', 'p')], layouts: ['home', 'page', 'default'] });
  const laid = await generate(defaultLayout, site);
  expect(laid.pages.map(({ data }) => data.get('layout'))).toEqual(['home', null, 'page']);
  expect(laid.collections.get('posts')!.documents[0]!.data.get('layout')).toBe('default');
  const titled = await generate(titlesFromHeadings, {
    ...laid,
    config: createSite({ config: { titles_from_headings: { strip_title: true } } }).config,
  });
  expect(titled.pages.map(({ data }) => data.get('title') ?? null)).toEqual(['Home *sweet*', 'A', null]);
  expect(titled.pages[0]!.body).toBe('text');
});

test('last-modified-at asks git once, and the file where git does not know it', async () => {
  const calls: string[][] = [];
  const git = (...args: string[]): string | undefined => {
    calls.push(args);
    return args[0] === 'rev-parse'
      ? '\n/x\nfalse\nab\n'
      : '@1700000000 ab cd\n\na.md\n@1600000000 cd \n\na.md\nold.md\n';
  };
  const file = { modified: 1_500_000_000.5 } as never;
  const pages = ['a.md', 'old.md', 'new.md'].map((path) => ({ ...createPage(path), file }));
  const site = await generate(createLastModifiedAt(), createSite({ pages }), { ...createTools(), git });
  const times = site.pages.map(({ data }) => (data.get('last_modified_at') as { epochMs: number }).epochMs / 1000);
  expect(times).toEqual([1_700_000_000, 1_600_000_000, 1_500_000_000]);
  expect(calls).toHaveLength(2);
  // Filters that go by a property take it for the text that the gem keeps.
  const shown = site.pages.map(({ data }) => itemProperty('sort', data, 'last_modified_at'));
  expect(shown).toEqual(['14-Nov-23', '13-Sep-20', '14-Jul-17']);
});

test("last-modified-at has its time where the gem has it: behind a page's data, and before what a document was given", async () => {
  const file = { modified: 1_500_000_000 } as never;
  const withFile = <T extends object>(document: T): T => ({ ...document, file });
  const posts = [
    withFile(createPost('2024-01-01', 'a', { last_modified_at: '2020-01-01' })),
    withFile(createPost('2024-01-02', 'b')),
  ].map((post) => ({ ...post, data: new Map([['draft', false], ['layout', 'post'], ...post.data]) }));
  const pages = [
    withFile(createPage('a.md', { last_modified_at: '2020-01-01', title: 'A' })),
    withFile(createPage('b.md', { title: 'B' })),
  ];
  const site = await generate(createLastModifiedAt(), createSite({ pages, posts }));
  const keys = [...site.collections.get('posts')!.documents, ...site.pages].map(({ data }) =>
    [...data.keys()].join(' '),
  );
  const rest = 'layout title date tags categories';
  expect(keys).toEqual([
    `draft last_modified_at ${rest}`,
    `draft last_modified_at ${rest}`,
    'last_modified_at title',
    'title last_modified_at',
  ]);
  expect(site.collections.get('posts')!.documents[0]!.data.get('last_modified_at')).toBe('2020-01-01');
});

test('last-modified-at shows each of two sites its own times', async () => {
  const createSiteModifiedIn = (year: number): Site => {
    const post = createPost('2024-01-01', 'a', { last_modified_at: '2020-01-01' });
    return createSite({ posts: [{ ...post, file: { modified: Date.UTC(year, 5) / 1000 } as never }] });
  };
  const [one, other] = [createLastModifiedAt(), createLastModifiedAt()];
  const { posts } = Object.fromEntries((await generate(one, createSiteModifiedIn(2001))).collections);
  await generate(other, createSiteModifiedIn(2002));
  const page = { path: posts!.documents[0]!.path };
  expect(renderTag(one, 'last_modified_at', '%Y', { page })).toBe('2001');
  expect(renderTag(other, 'last_modified_at', '%Y', { page })).toBe('2002');
  // The gem would show this page the first format again.
  expect(renderTag(other, 'last_modified_at', '%Y-%m', { page })).toBe('2002-06');
  expect(renderTag(other, 'last_modified_at', '', { page })).toBe('01-Jun-02');
});

test('github-metadata reads the repository from the configuration or the remote', async () => {
  const site = await generate(
    githubMetadata,
    createSite({ config: { repository: 'ann/my-site', github: { extra: 1 } } }),
  );
  const github = site.members?.get('github') as Map<string, unknown>;
  expect(github.get('zip_url')).toBe('https://github.com/ann/my-site/zipball/gh-pages');
  expect([github.get('is_project_page'), github.get('extra')]).toEqual([true, 1]);
  const git = (): string => 'git@github.com:bob/bob.github.io.git\n';
  const shown = async (variables: Record<string, string>) => {
    const tools = { ...createTools(), git, variable: (name: string) => variables[name] };
    const { members } = await generate(githubMetadata, createSite({}), tools);
    const github = members?.get('github') as Map<string, unknown>;
    return ['owner_name', 'is_user_page', 'url', 'repository_url'].map((key) => github.get(key));
  };
  const repository = 'https://github.com/bob/bob.github.io';
  // As the gem has it: a preview's pages are at localhost:4000.
  expect(await shown({})).toEqual(['bob', false, 'https://github.com/pages/bob/bob.github.io', repository]);
  expect(await shown({ PAGES_ENV: 'dotcom' })).toEqual(['bob', true, 'https://bob.github.io', repository]);
  const isolated = { PAGES_PAGES_HOSTNAME: 'pages.example/', SUBDOMAIN_ISOLATION: 'true' };
  expect(await shown(isolated)).toEqual(['bob', false, 'http://pages.example/bob/bob.github.io', repository]);
  const tools = createTools();
  await generate(githubMetadata, createSite({}), tools);
  expect(tools.diagnostics.map(({ code }) => code)).toEqual(['plugin/no-repository']);
});

test('texts of brackets without an end are done in a time that follows their length', async () => {
  const bodies = ['[', '[](', '[a]: ', ' ', '\n', '# ', '[x]( "'].map((part) => part.repeat(100_000 / part.length));
  const pages = bodies.map((body, index) => createPage(`p${index}.md`, {}, body));
  const began = performance.now();
  for (const plugin of [relativeLinks, titlesFromHeadings]) await generate(plugin, createSite({ pages }));
  expect(performance.now() - began).toBeLessThan(15_000);
});

test('titles are found as the gem finds them', async () => {
  const titles = async (...texts: string[]): Promise<unknown[]> => {
    const pages = texts.map((body, index) => createPage(`p${index}.md`, {}, body));
    return (await generate(titlesFromHeadings, createSite({ pages }))).pages.map(
      ({ data }) => data.get('title') ?? null,
    );
  };
  expect(await titles('\n\n---\ntext', 'A\r\n===\r\nx', '   ## B ##\n', '#C', '#### D', 'x\n\n# E', '')).toEqual([
    '',
    'A',
    'B ##',
    null,
    null,
    null,
    null,
  ]);
});
