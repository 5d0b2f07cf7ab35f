import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import { makeBlogFolder, makeEdit, readTree, type SiteEdit } from './site-edits.js';

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

/** Makes edits of the blog one after another; each rebuild is to be a clean build, and to do no more than is needed. */
export async function follow(
  edits: readonly SiteEdit[],
  besides: Readonly<Record<string, string>> = {},
): Promise<void> {
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
