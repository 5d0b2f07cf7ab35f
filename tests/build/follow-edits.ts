import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import { makeBlogFolder, makeEdit, readTree, type SiteEdit } from './site-edits.js';

interface CleanBuild {
  readonly result: BuildResult;
  readonly tree: Record<string, string>;
}

/** Clean builds by the files of their sites. */
export type CleanBuilds = Map<string, CleanBuild>;
const maxKnown = 1000;

/** A clean build, or that of the same files, where others came to them before. */
async function knownClean(folder: string, known: CleanBuilds): Promise<CleanBuild> {
  const files = Object.entries(readTree(folder)).filter(([path]) => !/^_(?:clean|site)\//.test(path));
  const key = JSON.stringify(files.sort());
  const clean = known.get(key) ?? (await buildClean(folder));
  if (known.size < maxKnown) known.set(key, clean);
  return clean;
}

async function buildClean(folder: string): Promise<CleanBuild> {
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

/**
 * Makes edits of the blog one after another; each rebuild is to be a clean build, and to do no more than is needed.
 *
 * @param known clean builds to go by and to add to, where all that a site shows follows from the texts of its files
 */
export async function follow(
  edits: readonly SiteEdit[],
  companions: Readonly<Record<string, string>> = {},
  known?: CleanBuilds,
): Promise<void> {
  const { folder, remove } = makeBlogFolder(companions);
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
      const clean = await (known === undefined ? buildClean(folder) : knownClean(folder, known));
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
