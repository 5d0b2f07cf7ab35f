import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document, Site } from '../../src/core/types.js';
import { encode } from '../core/encode.js';
import { readFolder, writeFiles } from './write-files.js';

interface Fixture {
  files: [path: string, content: string][];
  variants: { name: string; flags: Record<string, unknown> }[];
}

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

/** As Jekyll has it: relative to `collections_dir`. */
function relative(path: string): string {
  return path.replace(/^cc\//, '');
}

function describeDocument(document: Document): unknown {
  return {
    path: relative(document.path),
    url: document.route.url,
    output: document.route.output,
    extension: document.outputExtension,
    data: encode(document.data),
    body: document.body,
    excerpt: document.excerpt?.text ?? null,
    written: document.isWritten,
  };
}

function describeSite(site: Site): unknown {
  return {
    pages: site.pages.map(describeDocument),
    collections: [...site.collections].map(([label, collection]) => [
      label,
      {
        written: collection.isWritten,
        documents: collection.documents.map(describeDocument),
        files: collection.assets.map((asset) => relative(asset.path)),
      },
    ]),
    assets: site.assets.map((asset) => ({
      path: asset.collection === undefined ? `/${asset.path}` : relative(asset.path),
      url: asset.route.url,
      output: asset.route.output,
      data: encode(asset.data),
      written: asset.isWritten,
    })),
    data: encode(site.data),
    layouts: [...site.layouts].map(([name, layout]) => [name, encode(layout.data), layout.body]),
  };
}

describe.each(['edge', 'collections-dir'])('the site %s is read as Jekyll reads it', (fixtureName) => {
  const { files, variants } = fixture<Fixture>(`${fixtureName}.json`);
  const expected = fixture<Record<string, unknown>>(`${fixtureName}.expected.json`);
  test.each(variants)('$name', ({ name, flags }) => {
    const { site } = readFolder(writeFiles(files), flags);
    expect(describeSite(site)).toEqual(expected[name]);
  });
});
