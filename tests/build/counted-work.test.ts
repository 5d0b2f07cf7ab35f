import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { BuildResult } from '../../src/core/builder.js';
import { countFileWork, type FileWork } from './counted-fs.js';

/** Benchmarks that cannot be slow, only wasteful: what is counted is the same on every machine. */
const posts = 60;
const perPage = 10;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-counted-')));
const destination = join(folder, '_site');

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  // As old as what an author left some minutes ago.
  const seconds = Date.now() / 1000 - 1800 + Math.random();
  utimesSync(file, seconds, seconds);
}

const postPath = (number: number): string =>
  `_posts/2024-${String(1 + Math.floor(number / 28)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}-post.md`;

function writePost(number: number, words: string): void {
  const code = number % 3 === 0 ? '```ruby\nputs 1\n```\n' : '```abap\nWRITE 1.\n```\n';
  write(postPath(number), `---\ntitle: Post ${number}\nlayout: post\n---\nBegin ${number}.\n\n${words}\n\n${code}`);
}

beforeAll(() => {
  const settings = 'time: 2024-06-01 12:00:00 +0000\npaginate: 10\nplugins: [jekyll-paginate, jekyll-sitemap]\n';
  write('_config.yml', settings);
  write('_layouts/base.html', '{% include nav.html %}{{ content }}');
  write('_layouts/post.html', '---\nlayout: base\n---\n<h1>{{ page.title }}</h1>{{ content }}{{ page.next.url }}');
  write('_includes/nav.html', '<nav>{{ site.title }}</nav>');
  write('index.html', '---\nlayout: base\n---\n{% for post in paginator.posts %}{{ post.excerpt }}{% endfor %}');
  write('list.html', '---\nlayout: base\n---\n{% for post in site.posts %}{{ post.title }} {% endfor %}');
  for (let number = 0; number < posts; number++) writePost(number, 'Some *words*.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Made = { readonly result: BuildResult; readonly work: FileWork };

/** A build in a process of its own, as far as what it has in memory. */
function build(make: typeof createBuilder | typeof createOnceBuilder): Promise<Made> {
  return countFileWork(folder, destination, async () => {
    const builder = await make({ source: folder, destination, quiet: true });
    try {
      return await builder.build();
    } finally {
      await builder.close();
    }
  });
}

/** Posts, the pages of the index, the list, the sitemap and robots.txt. */
const documents = posts + Math.ceil(posts / perPage) + 3;

function bytesInDestination(): number {
  const names = readdirSync(destination, { recursive: true, withFileTypes: true });
  const sizes = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => statSync(join(parentPath, name)));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

describe('the work of a build', () => {
  it('is each file once, where nothing is known', async () => {
    const { result, work } = await build(createOnceBuilder);
    expect(result).toMatchObject({ ok: true, rendered: documents, documents });
    // The configuration is read by the command too.
    expect([...new Set(work.read)]).toHaveLength(posts + 6);
    expect(work.read.filter((path) => path !== '_config.yml')).toHaveLength(posts + 5);
    expect(work.bytesWritten).toBe(bytesInDestination());
    expect(work.grammars).toBe(0);
  });

  it('is a look at each file, where nothing changed', async () => {
    const { result, work } = await build(createOnceBuilder);
    expect(result).toMatchObject({ ok: true, rendered: 0, documents, unchanged: documents });
    expect(work.read.filter((path) => path !== '_config.yml')).toEqual([]);
    expect(work.bytesWritten).toBe(0);
    expect(work.grammars).toBe(0);
    const folders = readdirSync(destination, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    ).length;
    // Sources, outputs and folders of the destination, and a few places where themes and configurations may be.
    expect(work.looks).toBeLessThan(posts + 8 + documents + folders + 20);
    expect(work.foldersListed).toBeLessThan(12);
  });

  it('is as little where the whole site is read', async () => {
    const { result, work } = await build(createBuilder);
    expect(result).toMatchObject({ ok: true, rendered: 0, documents, unchanged: documents });
    // Layouts and what the index is made from are read; posts are not.
    expect(work.read.filter((path) => !/^_layouts|^_config|^index/.test(path))).toEqual([]);
    expect(work.bytesWritten).toBe(0);
  });

  it('is one post and what shows it, where its beginning stays', async () => {
    writePost(30, 'Some *other* and more words.');
    const { result, work } = await build(createOnceBuilder);
    // The post alone: its page of the index shows its beginning, which is the same.
    expect(result).toMatchObject({ ok: true, rendered: 1 });
    expect(result.written).toHaveLength(1);
    expect(work.read.filter((path) => path.startsWith('_posts'))).toEqual([postPath(30)]);
    expect(work.bytesWritten).toBe(statSync(join(destination, result.written[0]!)).size);
    const again = await build(createOnceBuilder);
    expect(again.result).toMatchObject({ rendered: 0, unchanged: documents });
    expect(again.work.read.filter((path) => path !== '_config.yml')).toEqual([]);
  });

  it('is every page for an include that all of them have', async () => {
    write('_includes/nav.html', '<nav>{{ site.title }}!</nav>');
    const { result, work } = await build(createOnceBuilder);
    // All but the sitemap and robots.txt.
    expect(result.rendered).toBe(documents - 2);
    expect(work.bytesWritten).toBeLessThanOrEqual(bytesInDestination());
    expect(work.grammars).toBe(0);
  });

  it('leaves a cache folder that stays small', async () => {
    const cache = join(folder, '.jekyll-cache', 'utterson');
    for (let number = 0; number < 12; number++) {
      write(`.jekyll-cache/utterson/old${number}.json`, 'of another destination');
      write(`.jekyll-cache/utterson/new.json.${number}`, 'half written');
      if (number < 10) utimesSync(join(cache, `new.json.${number}`), 1, 1);
    }
    writePost(31, 'Other words.');
    await build(createOnceBuilder);
    const names = readdirSync(cache);
    expect(names.filter((name) => name.endsWith('.json'))).toHaveLength(8);
    // Others may be writing those this very moment.
    expect(names.filter((name) => !name.endsWith('.json'))).toEqual(['new.json.10', 'new.json.11']);
    expect((await build(createOnceBuilder)).result.rendered).toBe(0);
  });
});
