import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
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
];

async function build(builder: Builder): Promise<void> {
  const { ok } = await builder.build();
  await builder.close();
  expect(ok).toBe(true);
}

it.each([
  ['builds once', createOnceBuilder],
  ['goes on', createBuilder],
])('a process that %s makes of what an earlier one knew what it would make of nothing', async (_, create) => {
  for (const [name, source, edits, made] of cases) {
    const { folder, remove } = makeFolder(source);
    const destination = join(folder, '_site');
    // What is known of a file that has only just changed is not kept.
    for (const path of Object.keys(source)) utimesSync(join(folder, path), 1_700_000_000, 1_700_000_000);
    try {
      await build(await createOnceBuilder({ source: folder, destination }));
      for (const [path, text] of Object.entries(edits)) makeEdit(folder, { path, text });
      await build(await create({ source: folder, destination }));
      const tree = readTree(destination);
      expect(tree, name).toMatchObject(made);
      rmSync(destination, { recursive: true });
      await build(await createBuilder({ source: folder, destination, disable_disk_cache: true }));
      expect(tree, name).toEqual(readTree(destination));
    } finally {
      remove();
    }
  }
});
