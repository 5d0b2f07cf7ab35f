import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../core/hash-text.js';
import { makePatch } from '../core/patch.js';
import type { Plugin } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import type { Manifest } from '../output/manifest.js';
import type { SavedFiles } from '../read/saved-files.js';
import { fingerprint } from '../render/fingerprint.js';
import type { EvidenceTables } from '../render/gather-evidence.js';
import { idleSettings } from './idle-settings.js';
import type { Standing } from './standing.js';
import { addRecord, headerOf, type LoadedBuild, openBuild } from './stored-build.js';

/** What one process leaves to the next. */
export interface SavedBuild {
  /** Changes with the program, the configuration and the plugins; evidence of another key is of no use. */
  readonly key: string;
  /** What there is to look at to know that nothing changed; null where that is not to be known so. */
  readonly standing: Standing | null;
  readonly evidence: EvidenceTables;
  readonly files: SavedFiles;
  /** What is in the destination, whatever the key. */
  readonly manifest: Manifest;
}

/** The cache of one site in its cache folder (`.jekyll-cache/utterson`). */
export interface DiskCache {
  /** Undefined where there is none, or none that is whole. */
  load(): LoadedBuild | undefined;
  /**
   * Does nothing where the folder cannot be written to.
   *
   * @param from what was loaded and is there still, if nobody else wrote: only what is different is added to it
   */
  save(build: SavedBuild, from?: LoadedBuild): void;
}

/** The key of a program of a version with a configuration and plugins. */
export function cacheKey(version: string, config: Config, plugins: readonly Plugin[]): string {
  const settings = [...config.values].filter(([key]) => !idleSettings.has(String(key)));
  const parts = [
    version,
    process.version,
    config.compat,
    config.environment,
    config.timezone ?? process.env.TZ ?? '',
    fingerprint(settings),
  ];
  for (const plugin of plugins) parts.push(`${plugin.name} ${plugin.version ?? ''}`);
  return hashText(parts.join('\n'));
}

/** The cache of a site and destination; two builds at once do not harm it, and a damaged one is as none. */
export function createDiskCache(config: Config): DiskCache {
  const folder = join(config.cacheDirectory, 'utterson');
  const file = join(folder, `${hashText(config.destination).slice(0, 10)}.json`);
  return {
    load() {
      try {
        return openBuild(file);
      } catch {
        return undefined;
      }
    },
    save(build, from) {
      const part = `${file}.${process.pid}`;
      try {
        if (from?.key !== build.key || !addChanges(file, build, from)) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(join(config.cacheDirectory, '.gitignore'), '# ignore everything in this directory\n*\n');
          writeFileSync(part, wholeFile(build));
          renameSync(part, file);
        }
        tidy(folder);
      } catch {
        rmSync(part, { force: true });
      }
    },
  };
}

/** The parts of a build that change from one to the next, in the order in which they are stored. */
function partsOf({ standing, manifest, files, evidence }: SavedBuild): readonly unknown[] {
  return [standing, manifest, files, evidence.head, evidence.links];
}

function wholeFile(build: SavedBuild): Buffer {
  const [standing, manifest, ...rest] = partsOf(build);
  const toBytes = (parts: readonly unknown[]): Buffer =>
    Buffer.from(parts.map((part) => JSON.stringify(part)).join('\n'));
  const bytes = [toBytes([build.key, standing, manifest]), toBytes(rest)];
  return Buffer.concat([Buffer.from(headerOf(bytes)), ...bytes]);
}

/** Adds what is different now to the file that a build was loaded from; false where it is better written anew. */
function addChanges(file: string, build: SavedBuild, from: LoadedBuild): boolean {
  const rest = from.rest();
  if (rest === undefined) return false;
  const { head } = rest.evidence;
  const before = [from.standing, from.manifest.read(), rest.files, head, rest.evidence.links()];
  const patches = partsOf(build).map((part, index) => makePatch(before[index], part) ?? null);
  return patches.every((patch) => patch === null) || addRecord(file, from.stored, patches);
}

/** So many destinations of one site are remembered. */
const mostCaches = 8;
/** What was begun so long ago (milliseconds) is not being written any more. */
const staleMs = 3_600_000;

/** Keeps the folder small: takes away the oldest caches, and what killed builds left half written. */
function tidy(folder: string): void {
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    time: statSync(join(folder, name)).mtimeMs,
  }));
  const isPart = ({ path }: { path: string }): boolean => /\.json\.\d+$/.test(path);
  const oldest = files
    .filter(({ path }) => path.endsWith('.json'))
    .sort((a, b) => b.time - a.time)
    .slice(mostCaches);
  const leftOver = files.filter((one) => isPart(one) && one.time < Date.now() - staleMs);
  for (const { path } of [...oldest, ...leftOver]) rmSync(path, { force: true });
}
