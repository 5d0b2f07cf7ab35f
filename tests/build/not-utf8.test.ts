import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { ConfigFlags } from '../../src/config/load-config.js';
import type { Builder } from '../../src/core/builder.js';

vi.setConfig({ testTimeout: 60_000 });

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-not-utf8-'));
  cpSync('tests/sites/not-utf8/source', join(root, 'source'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pages = ['f/menu/index.html', 'f/long/index.html', 'title.html', 'note.txt', 'c/d.html'];

/** Who builds after one that built before. */
const nexts: readonly [name: string, make: (first: Builder, flags: ConfigFlags) => Promise<Builder>][] = [
  ['the same process', async (first) => first],
  ['one that goes on', (first, flags) => first.close().then(() => createBuilder(flags))],
  ['one that builds once', (first, flags) => first.close().then(() => createOnceBuilder(flags))],
];

it.each(nexts)('bytes that are not UTF-8 come through another layout, text and destination in %s', async (_, make) => {
  const flags = { source: join(root, 'source'), destination: join(root, 'site'), quiet: true };
  const first = await createBuilder(flags);
  await first.build();
  const layout = join(root, 'source/_layouts/frame.html');
  writeFileSync(layout, readFileSync(layout, 'utf8').replaceAll('p>', 'div>'));
  writeFileSync(join(root, 'source/note.txt'), '---\n---\n\xe8', 'latin1');
  const next = await make(first, flags);
  // A preview trusts what it wrote.
  if (next !== first) rmSync(join(root, 'site/c'), { recursive: true });
  expect(await next.build()).toMatchObject({ ok: true });
  await next.close();
  for (const path of pages) {
    const made = readFileSync(join('tests/sites/not-utf8/expected', path), 'latin1').replaceAll('p>', 'div>');
    expect(readFileSync(join(root, 'site', path), 'latin1')).toBe(
      path === 'note.txt' ? made.replace('\xe9', '\xe8') : made,
    );
  }
});
