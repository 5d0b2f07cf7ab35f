import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { ConfigFlags } from '../../src/config/load-config.js';
import type { Builder } from '../../src/core/builder.js';
import { makeEdit, makeFolder, readTree } from './site-edits.js';

vi.setConfig({ testTimeout: 60_000 });

/** A site, what is different when the next process comes, and what that one makes of it. */
type Case = [
  name: string,
  source: Readonly<Record<string, string>>,
  edits: Readonly<Record<string, string | null>>,
  made: Readonly<Record<string, string>>,
];

const cases: Case[] = [
  [
    'a document that jekyll-last-modified-at leaves its own date',
    {
      '_config.yml': 'plugins: [jekyll-last-modified-at]\n',
      '_posts/2024-01-01-a.md': '---\nlast_modified_at: 2023-02-02\n---\nText.\n',
      'list.html': '---\n---\n{% for p in site.posts %}{{ p.last_modified_at }}{{ p.excerpt }}{% endfor %}',
    },
    { 'new.html': '---\n---\n{{ site.posts.first.content }}' },
    { 'list.html': '2023-02-02<p>Text.</p>\n', 'new.html': '<p>Text.</p>\n' },
  ],
  [
    'a layout that has its text in another language',
    {
      '_layouts/zero.njk': '{{ content }}{% if 0 %}zero{% endif %}',
      'a.html': '---\nlayout: zero\n---\nText ',
    },
    { '_layouts/zero.njk': null, '_layouts/zero.html': '{{ content }}{% if 0 %}zero{% endif %}' },
    { 'a.html': 'Text zero' },
  ],
  [
    'data of which a line was indented',
    {
      '_data/menu.yml': 'a:\n  b: 1\nd: 2\n',
      'a.html': '---\n---\n{{ site.data.menu.d }}',
    },
    { '_data/menu.yml': 'a:\n  b: 1\n  d: 2\n' },
    { 'a.html': '' },
  ],
];

async function build(builder: Builder): Promise<void> {
  expect((await builder.build()).ok).toBe(true);
}

/** Who builds after one that built before. */
const nexts: readonly [name: string, make: (first: Builder, flags: ConfigFlags) => Promise<Builder>][] = [
  ['the same process', async (first) => first],
  ['one that goes on', (first, flags) => first.close().then(() => createBuilder(flags))],
  ['one that builds once', (first, flags) => first.close().then(() => createOnceBuilder(flags))],
];

it.each(nexts)('%s makes of what was known what it would make of nothing', async (_, makeNext) => {
  for (const [name, source, edits, made] of cases) {
    const { folder, remove } = makeFolder(source);
    const flags = { source: folder, destination: join(folder, '_site') };
    // What is known of a file that has only just changed is not kept.
    for (const path of Object.keys(source)) utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000);
    let builder = await createBuilder(flags);
    try {
      await build(builder);
      for (const [path, text] of Object.entries(edits)) makeEdit(folder, { path, text });
      builder = await makeNext(builder, flags);
      await build(builder);
      const tree = readTree(flags.destination);
      expect(tree, name).toMatchObject(made);
      await builder.close();
      builder = await createBuilder({ ...flags, disable_disk_cache: true });
      rmSync(flags.destination, { recursive: true });
      await build(builder);
      expect(tree, name).toEqual(readTree(flags.destination));
    } finally {
      await builder.close();
      remove();
    }
  }
});
