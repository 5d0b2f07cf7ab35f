import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigFlags, LoadedConfig } from '../config/load-config.js';
import { milliseconds } from '../core/process/clock.js';
import { manyPosts } from '../core/process/create-thread.js';
import { expectWork, tuneEngine } from '../core/process/engine.js';
import type { SettingsSeen } from '../core/seen-settings.js';
import type { Config } from '../core/types.js';
import { createDestinationCheck, type DestinationCheck } from '../output/manifest.js';
import type { SourceCheck } from '../read/saved/source-stamp.js';
import { isOnPages, type LoadedSite, loadSite } from './load-site.js';
import { withNotedSettings } from './other-settings.js';
import { cacheKey, createDiskCache, type DiskCache } from './saved/disk-cache.js';
import type { LoadedBuild } from './saved/stored-build.js';
import { createThreadPool, type OwnedThreadPool, startThreads } from './threads/thread-pool.js';
import { workerFile } from './threads/worker-file.js';

/** Different whenever the program is: no version uses what another one saved. */
export const programVersion = process.env.UTTERSON_BUILD ?? `unbundled ${Date.now()}`;

/** What a build begins with: the site's settings, the threads, and what an earlier process left. */
export interface Prepared {
  /** When the build began, as `milliseconds` measures it. */
  readonly began: number;
  readonly loaded: LoadedSite;
  readonly threadPool: OwnedThreadPool;
  readonly cache: DiskCache | undefined;
  readonly key: string;
  readonly saved: LoadedBuild | undefined;
  /** A look whether the destination is as an earlier process left it; undefined where none did. */
  readonly destinationCheck: DestinationCheck | undefined;
  /** What a check of the source folder found, if there was one. */
  readonly sourceCheck?: SourceCheck | undefined;
}

/**
 * Settles what the flags name. Throws SiteError for a configuration that cannot be used.
 *
 * @param seen gets the settings that are looked at, where somebody wants to know
 * @param read the configuration that the flags name, where it was read already
 */
export async function prepareBuild(flags: ConfigFlags, seen?: SettingsSeen, read?: LoadedConfig): Promise<Prepared> {
  const began = milliseconds();
  const found = await loadSite(flags, read);
  const loaded = seen === undefined ? found : withNotedSettings(found, seen);
  const { config, plugins } = loaded;
  const cache = isCached(loaded, flags) ? createDiskCache(config) : undefined;
  // Evidence has no texts: where none is left of them, all is rendered, and that is soonest from nothing.
  const saved = isEmpty(config.destination) ? undefined : cache?.load();
  const threadPool = createThreadPool(workerFile('thread'));
  if (saved === undefined) {
    const posts = countPosts(config);
    expectWork(posts * typicalPost);
    if (posts >= manyPosts) {
      // Now, as V8 has its own flags back while threads are loaded.
      tuneEngine();
      startThreads(threadPool);
    }
  }
  const destinationCheck = saved && createDestinationCheck(config.destination, saved.manifest, threadPool);
  const key = cacheKey(programVersion, config, plugins);
  tuneEngine();
  return { began, loaded, threadPool, cache, key, saved, destinationCheck };
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}

/** Bytes of a typical post, as an estimate before any is read. */
const typicalPost = 5000;

/** An estimate of the number of posts: the entries of one folder. */
function countPosts({ source, values }: Config): number {
  try {
    return readdirSync(join(source, String(values.get('collections_dir') ?? ''), '_posts')).length;
  } catch {
    return 0;
  }
}

/**
 * Whether a cache on disk is used: not in safe mode, unless GitHub Pages sets it, and not with `profile`, which is to
 * measure all the work.
 */
function isCached({ config: { values }, plugins }: LoadedSite, flags: ConfigFlags): boolean {
  const refused =
    flags.safe !== true && isOnPages(plugins)
      ? ['disable_disk_cache', 'profile']
      : ['safe', 'disable_disk_cache', 'profile'];
  return refused.every((key) => values.get(key) !== true);
}
