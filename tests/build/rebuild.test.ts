import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import {
  anyFoundationEdit,
  anySiteEdit,
  anyStyleEdit,
  makeBlogFolder,
  makeEdit,
  readTree,
  type SiteEdit,
  styles,
} from './site-edits.js';

/** `SEQUENCES=10000 npx vitest run tests/build/rebuild.test.ts` makes the long run. */
const sequences = Number(process.env.SEQUENCES ?? 300);

async function buildClean(folder: string): Promise<{ result: BuildResult; tree: Record<string, string> }> {
  const destination = join(folder, '_clean');
  rmSync(destination, { recursive: true, force: true });
  const builder = await createBuilder({ source: folder, destination, disable_disk_cache: true });
  const result = await builder.build();
  await builder.close();
  return { result, tree: result.ok ? readTree(destination) : {} };
}

const isFoundation = ({ path }: SiteEdit): boolean => path === '_config.yml' || path.startsWith('_plugins/');

/** Files that are only copied: touched, they are written again with the bytes that they had. */
const isCopied = (path: string): boolean => /\.(txt|bin|js)$/.test(path) && path !== 'robots.txt';

/** That no more is written than is different, and that nothing but what is different is made anew. */
function checkBound(warm: BuildResult, before: Record<string, string>, after: Record<string, string>): void {
  const differing = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(warm.written.filter((path) => !isCopied(path)).sort()).toEqual(
    differing.filter((path) => !isCopied(path)).sort(),
  );
  expect(warm.removed.toSorted()).toEqual(
    Object.keys(before)
      .filter((path) => !(path in after))
      .sort(),
  );
}

async function follow(edits: readonly SiteEdit[], besides: Readonly<Record<string, string>> = {}): Promise<void> {
  const { folder, remove } = makeBlogFolder(besides);
  const destination = join(folder, '_site');
  const create = (): Promise<Builder> => createBuilder({ source: folder, destination, disable_disk_cache: true });
  let builder = await create();
  try {
    let wasRight = (await builder.build()).ok;
    let before = readTree(destination);
    for (const edit of edits) {
      const changed = makeEdit(folder, edit);
      if (isFoundation(edit)) {
        await builder.close();
        builder = await create();
      }
      const warm = await builder.build({ changed });
      const clean = await buildClean(folder);
      expect(warm.ok).toBe(clean.result.ok);
      const after = readTree(destination);
      expect(after).toEqual(clean.result.ok ? clean.tree : before);
      expect(warm.rendered).toBeLessThanOrEqual(clean.result.rendered);
      if (warm.ok && wasRight) checkBound(warm, before, clean.tree);
      wasRight = warm.ok;
      before = after;
    }
  } finally {
    await builder.close();
    remove();
  }
}

describe('a rebuild of a whole site', () => {
  const options = { endOnFailure: false };

  it('is byte for byte a clean build after any edits, and writes no more than is different', async () => {
    const edit = fc.oneof({ weight: 12, arbitrary: anySiteEdit }, anyFoundationEdit);
    const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made)),
      { ...options, numRuns: sequences },
    );
  }, 36_000_000);

  it('is so with Sass', async () => {
    const edits = fc.array(fc.oneof(anyStyleEdit, anySiteEdit), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made, styles)),
      { ...options, numRuns: Math.ceil(sequences / 30) },
    );
  }, 36_000_000);
});
