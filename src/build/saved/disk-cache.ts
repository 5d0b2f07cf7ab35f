import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileMark, makeFolders } from '../../core/files.js';
import { applyPatch, makePatch } from '../../core/lists/patch.js';
import type { Plugin } from '../../core/plugin.js';
import { entriesOf } from '../../core/seen-settings.js';
import { hashText } from '../../core/text/hash-text.js';
import type { Config } from '../../core/types.js';
import { fingerprint } from '../../render/evidence/fingerprint.js';
import { idleSettings } from '../idle-settings.js';
import { openBuild } from './read-stored-build.js';
import type { BuildParts, BuildPatches, LoadedBuild } from './stored-build.js';
import { addRecord, writeWhole } from './write-stored-build.js';

/** What one process leaves to the next. */
export interface SavedBuild extends BuildParts {
  /** Changes with the program, the configuration and the plugins; evidence of another key is of no use. */
  readonly key: string;
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
  /** Adds what is different since a build was loaded, where that is known. */
  add(from: LoadedBuild, patches: BuildPatches): void;
  /** Whether another process has saved something since this was asked before, or something was loaded or saved here. */
  wasSavedByOthers(): boolean;
}

/** The key of a program of a version with a configuration and plugins. */
export function cacheKey(version: string, config: Config, plugins: readonly Plugin[]): string {
  const settings = [...entriesOf(config.values)].filter(([key]) => !idleSettings.has(String(key)));
  const parts = [
    version,
    process.version,
    config.compat,
    config.environment,
    config.timezone ?? process.env.TZ ?? '',
    fingerprint(settings),
  ];
  for (const { name, version = '', variables = [] } of plugins) {
    parts.push(`${name} ${version}`, ...variables.map((variable) => `${variable}=${process.env[variable] ?? ''}`));
  }
  return hashText(parts.join('\n'));
}

/** The cache of a site and destination. Two builds at once do not harm it, and a damaged one is ignored. */
export function createDiskCache(config: Config): DiskCache {
  const folder = join(config.cacheDirectory, 'utterson');
  const file = join(folder, `${hashText(config.destination).slice(0, 10)}.json`);
  let mark: string | undefined;
  let areOthersNoted = false;
  const lookForOthers = (): void => {
    const now = markOf(file);
    areOthersNoted ||= mark !== undefined && mark !== now;
    mark = now;
  };
  return {
    load() {
      mark = markOf(file);
      try {
        return openBuild(file);
      } catch {
        return undefined;
      }
    },
    save(build, from) {
      const part = `${file}.${process.pid}`;
      lookForOthers();
      try {
        if (from?.key !== build.key || !addChanges(file, build, from)) {
          makeFolders(folder);
          writeFileSync(join(config.cacheDirectory, '.gitignore'), '# ignore everything in this directory\n*\n');
          writeWhole(part, build.key, build);
          renameSync(part, file);
        }
        tidy(folder);
      } catch {
        removeQuietly(part);
      }
      mark = markOf(file);
    },
    add(from, patches) {
      const isAdded = addRecord(file, from.stored, patches);
      const build = isAdded ? undefined : changedBuild(from, patches);
      if (build !== undefined) this.save(build);
      if (isAdded) tidy(folder);
    },
    wasSavedByOthers() {
      lookForOthers();
      const were = areOthersNoted;
      areOthersNoted = false;
      return were;
    },
  };
}

/** Differs whenever a file was written since; '' where there is none, also below what is no folder. */
function markOf(file: string): string {
  try {
    return fileMark(statSync(file, { bigint: true }));
  } catch {
    return '';
  }
}

/** All that a build was loaded with. */
function partsOf({ stamp, manifest, rest }: LoadedBuild): BuildParts | undefined {
  const more = rest();
  if (more === undefined) return undefined;
  const { head } = more.evidence;
  const [files, links, made] = [more.files(), more.evidence.links(), more.made.all()];
  return { stamp, manifest: manifest.read(), ...files, head, ...links, site: more.site, made };
}

function changedBuild(from: LoadedBuild, patches: BuildPatches): SavedBuild | undefined {
  const parts = partsOf(from);
  if (parts === undefined) return undefined;
  const changed = Object.entries(patches).map(([name, patch]) => {
    const before = parts[name as keyof BuildParts];
    return [name, patch === null ? before : applyPatch(before, patch)];
  });
  return { key: from.key, ...parts, ...Object.fromEntries(changed) };
}

/** Appends what is different to the file that a build was loaded from; false where the file is better rewritten. */
function addChanges(file: string, build: SavedBuild, from: LoadedBuild): boolean {
  const before = partsOf(from);
  if (before === undefined) return false;
  const names = Object.keys(before) as (keyof BuildParts)[];
  const patches = Object.fromEntries(names.map((name) => [name, makePatch(before[name], build[name]) ?? null]));
  return Object.values(patches).every((patch) => patch === null) || addRecord(file, from.stored, patches);
}

/** How many destinations of one site are remembered. */
const maxCaches = 8;
/** A file begun this long ago (milliseconds) is not being written any more. */
const staleMs = 3_600_000;

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The cache folder is a file, or nothing may be taken out of it.
  }
}

/** Keeps the folder small: takes away the oldest caches, and what killed builds left half written. */
function tidy(folder: string): void {
  try {
    removeOld(folder);
  } catch {
    // Another build tidies at the same time, or the folder cannot be written to.
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    time: statSync(join(folder, name)).mtimeMs,
  }));
  const isPart = ({ path }: { path: string }): boolean => /\.json\.\d+$/.test(path);
  const oldest = files
    .filter(({ path }) => path.endsWith('.json'))
    .sort((a, b) => b.time - a.time)
    .slice(maxCaches);
  const leftOver = files.filter((one) => isPart(one) && one.time < Date.now() - staleMs);
  for (const { path } of [...oldest, ...leftOver]) rmSync(path, { force: true });
}
