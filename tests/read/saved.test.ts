import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { type Document, dataValue, type Site } from '../../src/core/types.js';
import { readSite } from '../../src/read/read-site.js';
import type { SavedFiles } from '../../src/read/saved/saved-files.js';
import type { ReadOptions } from '../../src/read/settings.js';
import { createSource } from '../../src/read/source.js';
import { writeFiles } from './write-files.js';

const files: [string, string][] = [
  ['_config.yml', 'collections: {docs: {output: true}}\ntimezone: Europe/Berlin\n'],
  ['index.html', '---\ntitle: Start\n---\nindex'],
  ['_posts/2020-01-01-a.md', '---\ntitle: A\ntags: [x, y]\nlist: {a: 1.5, b: 2020-01-02}\n---\nFirst.\n\nMore.'],
  ['_posts/2020-01-02-b.md', '---\ndate: 2020-01-02 10:11:12\nexcerpt: Given.\n---\nb'],
  ['_docs/one.md', '---\ndate: 2021-01-01\n---\none'],
];

function documentsOf({ collections, pages }: Site): Document[] {
  return [...[...collections.values()].flatMap(({ documents }) => documents), ...pages];
}

/** The documents of a site as they are read, and as the next process has them. */
function readTwice(options: ReadOptions): { readonly fresh: Document[]; readonly saved: Document[] } {
  const root = writeFiles(files);
  const { config } = loadConfig({ source: root, destination: join(root, '_site') }, {});
  const source = createSource(config);
  const fresh = documentsOf(readSite(config, source.refresh(), undefined, options).site);
  const known = JSON.parse(JSON.stringify(source.save())) as SavedFiles;
  const again = createSource(config, undefined, { saved: known });
  return { fresh, saved: documentsOf(readSite(config, again.refresh(), undefined, options).site) };
}

const shown = (document: Document): unknown => {
  const { id, kind, path, collection, isDraft, data, body, bodyLine, extension, outputExtension } = document;
  const { date, route, isWritten, excerpt, hash } = document;
  const parts = { id, kind, path, collection, isDraft, data, body, bodyLine, extension, outputExtension };
  return { ...parts, date: date?.epochMs, route, isWritten, excerpt: excerpt?.text, hash, data: [...data.keys()] };
};

describe('a document that was saved', () => {
  test('is the one that was read', () => {
    const { fresh, saved } = readTwice({ areCopied: false });
    expect(saved).toHaveLength(4);
    expect(saved.map((one) => one.valueOfKey !== undefined)).toEqual([true, true, true, true]);
    for (const key of ['title', 'tags', 'list', 'date', 'absent']) {
      const values = fresh.map(({ data }) => data.get(key));
      expect(JSON.stringify(saved.map((one) => dataValue(one, key)))).toBe(JSON.stringify(values));
      expect(JSON.stringify(saved.map(({ data }) => data.get(key)))).toBe(JSON.stringify(values));
    }
    expect(saved.map(shown)).toEqual(fresh.map(shown));
  });

  test('keeps what a plugin sets in its data', () => {
    const [document] = readTwice({ areCopied: true }).saved;
    document!.data.set('title', 'Another');
    expect(dataValue(document!, 'title')).toBe('Another');
  });

  test('can be copied key by key where plugins may do so', () => {
    const { fresh, saved } = readTwice({ areCopied: true });
    expect(saved.map((one) => shown({ ...one }))).toEqual(fresh.map(shown));
  });
});
