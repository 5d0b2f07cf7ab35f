import { type Prepared, prepareBuild } from './build/prepare.js';
import { checkSourceOf, settingsAreUnchanged, timeIsUnchanged } from './build/saved/stamp.js';
import type { ConfigFlags, LoadedConfig } from './config/load-config.js';
import type { Builder, BuildRequest, BuildResult } from './core/builder.js';
import { milliseconds } from './core/process/clock.js';
import { type SourceCheck, whenSettled } from './read/saved/source-stamp.js';

/**
 * A builder for one build. Where nothing changed since the last one, it is known by a look at the disk, and most of the
 * program is not even loaded.
 *
 * @param read the configuration that the flags name, where it was read already
 */
export async function createOnceBuilder(flags: ConfigFlags, read?: LoadedConfig): Promise<Builder> {
  const began = milliseconds();
  const prepared = await prepareBuild(flags, undefined, read);
  const { config } = prepared.loaded;
  let real: Promise<Builder> | undefined;
  /** Whether what an earlier process left has been added to since it was read. */
  let isCacheOutdated = false;
  const begin = async (more?: Prepared): Promise<Builder> => (await import('./build.js')).createBuilder(flags, more);
  return {
    config,
    watched: [],
    async build(request) {
      if (real === undefined && !isCacheOutdated) {
        const found = checkFiles(prepared);
        const sourceCheck = found && (await whenSettled(found));
        const isUnchanged =
          sourceCheck?.isUnchanged === true && timeIsUnchanged(prepared.saved!.stamp!, prepared.loaded);
        const result = await (isUnchanged ? unchanged(prepared, began) : fewChanges(prepared, sourceCheck, request));
        isCacheOutdated = result !== undefined && !isUnchanged;
        if (result !== undefined) return result;
        real = begin({ ...prepared, sourceCheck });
      }
      real ??= begin();
      return (await real).build(request);
    },
    async close() {
      // That it could not be made was reported where it was asked for.
      await (await real?.catch(() => undefined))?.close();
      await prepared.threadPool.close();
    },
  };
}

/** Checks whether the site's files are as an earlier process left them; undefined where that would prove nothing. */
function checkFiles({ loaded, saved, key }: Prepared): SourceCheck | undefined {
  const stamp = saved?.key === key ? saved.stamp : null;
  return stamp !== null && settingsAreUnchanged(stamp, loaded) ? checkSourceOf(stamp, loaded) : undefined;
}

/** A build of few changes; undefined where it needs the whole program. */
async function fewChanges(
  prepared: Prepared,
  sourceCheck: SourceCheck | undefined,
  request: BuildRequest = {},
): Promise<BuildResult | undefined> {
  if (sourceCheck?.changedFiles === undefined) return undefined;
  const { buildFewChanges } = await import('./build/few-changes.js');
  return buildFewChanges(prepared, sourceCheck, request);
}

/** The result of a build that has nothing to do; undefined where the destination was changed. */
async function unchanged({ saved, destinationCheck }: Prepared, began: number): Promise<BuildResult | undefined> {
  if (saved === undefined || !(await destinationCheck?.isUnchanged())) return undefined;
  const { documents, files, diagnostics } = saved.stamp!;
  return {
    ok: true,
    written: [],
    removed: [],
    unchanged: files,
    documents,
    rendered: 0,
    diagnostics,
    milliseconds: milliseconds() - began,
  };
}
