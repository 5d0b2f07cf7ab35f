import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createOnceBuilder } from '../../src/build-once.js';
import type { BuildResult } from '../../src/core/builder.js';
import {
  anyCountingEdit,
  anySiteEdit,
  counting,
  makeBlogFolder,
  makeEdit,
  readTree,
  type SiteEdit,
} from './site-edits.js';

vi.setConfig({ testTimeout: 600_000 });

/** Builds of a folder by one process each. */
function createRuns(files: Readonly<Record<string, string>>) {
  const { folder, remove } = makeBlogFolder({ ...counting, ...files });
  let seconds = Math.floor(Date.now() / 1000) - 1_000_000;
  const age = (paths: readonly string[]): void => {
    for (const path of paths) {
      seconds += 2;
      try {
        utimesSync(path, seconds, seconds);
      } catch {
        // Taken away by the edit.
      }
    }
  };
  age(Object.keys(readTree(folder)).map((path) => join(folder, path)));
  const build = async (isCached: boolean): Promise<{ result: BuildResult; tree: Record<string, string> }> => {
    const destination = join(folder, isCached ? '_site' : '_clean');
    const builder = await createOnceBuilder({
      source: folder,
      destination,
      quiet: true,
      disable_disk_cache: !isCached,
    });
    try {
      const result = await builder.build();
      return { result, tree: result.ok ? readTree(destination) : {} };
    } finally {
      await builder.close();
    }
  };
  return { build, remove, edit: (one: SiteEdit): void => age(makeEdit(folder, one)) };
}

describe('counters that go on from page to page', () => {
  it('are in each new process what a clean build makes them', async () => {
    const edits = fc.array(fc.oneof(anyCountingEdit, anyCountingEdit, anySiteEdit), { minLength: 2, maxLength: 6 });
    const property = fc.asyncProperty(edits, async (made) => {
      // What a plugin of the site's own says keeps evidence from being saved.
      const { build, remove, edit } = createRuns({ '_plugins/shout.js': '', 'loud.html': '' });
      edit({ path: '_plugins/shout.js', text: null });
      edit({ path: 'loud.html', text: null });
      try {
        await build(true);
        for (const one of made) {
          edit(one);
          const warm = await build(true);
          const clean = await build(false);
          expect(warm.result.ok).toBe(clean.result.ok);
          expect(warm.tree).toEqual(clean.tree);
          expect(warm.result.rendered).toBeLessThanOrEqual(clean.result.rendered);
        }
      } finally {
        remove();
      }
    });
    await fc.assert(property, { numRuns: Number(process.env.SEQUENCES ?? 2), endOnFailure: true });
  });

  it('have only those pages made again whose counters are others', async () => {
    const { build, remove, edit } = createRuns({});
    try {
      await build(true);
      edit({ path: 'list.html', text: '---\n---\nplain' });
      expect((await build(true)).result).toMatchObject({ rendered: 1, written: ['list.html'] });
      const post = '_posts/2024-01-03-c.md';
      edit({ path: post, text: '---\ntitle: C\nlayout: fancy\n---\nOther.\n' });
      const { written } = (await build(true)).result;
      expect(written).toContain('2024/01/03/c.html');
      expect(written).not.toContain('some.html');
      edit({ path: post, text: '---\ntitle: C\nlayout: fancy\n---\nOther.\n\n{% increment n %}' });
      const later = (await build(true)).result.written;
      expect(later).toContain('some.html');
      expect(later).not.toContain('2024/01/01/a.html');
    } finally {
      remove();
    }
  });
});
