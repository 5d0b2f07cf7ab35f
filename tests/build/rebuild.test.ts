import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { BuildResult } from '../../src/core/builder.js';
import { anySiteEdit, makeBlogFolder, makeEdit, readTree, type SiteEdit } from './site-edits.js';

/** `SEQUENCES=10000 npx vitest run tests/build` makes the long run. */
const sequences = Number(process.env.SEQUENCES ?? 300);

async function buildClean(folder: string): Promise<{ result: BuildResult; tree: Record<string, string> }> {
  const destination = join(folder, '_clean');
  rmSync(destination, { recursive: true, force: true });
  const flags = { source: folder, destination, disable_disk_cache: true, exclude: ['_clean', '_site'] };
  const builder = await createBuilder(flags);
  const result = await builder.build();
  await builder.close();
  return { result, tree: result.ok ? readTree(destination) : {} };
}

async function follow(edits: readonly SiteEdit[]): Promise<void> {
  const { folder, remove } = makeBlogFolder();
  const destination = join(folder, '_site');
  const builder = await createBuilder({
    source: folder,
    destination,
    disable_disk_cache: true,
    exclude: ['_clean', '_site'],
  });
  try {
    await builder.build();
    for (const edit of edits) {
      const before = readTree(destination);
      const changed = makeEdit(folder, edit);
      const warm = await builder.build({ changed });
      const clean = await buildClean(folder);
      expect(warm.ok).toBe(clean.result.ok);
      expect(readTree(destination)).toEqual(clean.result.ok ? clean.tree : before);
      expect(warm.rendered).toBeLessThanOrEqual(clean.result.rendered);
    }
  } finally {
    await builder.close();
    remove();
  }
}

describe('a rebuild of a whole site', () => {
  it('is byte for byte a clean build after any edits', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anySiteEdit, { minLength: 1, maxLength: 4 }), follow), {
      numRuns: sequences,
      endOnFailure: false,
    });
  }, 3_600_000);
});
