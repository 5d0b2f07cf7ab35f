import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../core/hash-text.js';
import type { Plugin } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import type { Manifest } from '../output/manifest.js';
import type { SavedFiles } from '../read/saved-files.js';
import { fingerprint } from '../render/fingerprint.js';
import type { EvidenceTables } from '../render/gather-evidence.js';
import type { EvidenceHead, EvidenceLinks, SavedEvidence } from '../render/saved-evidence.js';

/** What one process leaves to the next. */
export interface SavedBuild {
  /** Changes with the program, the configuration and the plugins; evidence of another key is of no use. */
  readonly key: string;
  readonly evidence: EvidenceTables;
  readonly files: SavedFiles;
  /** What is in the destination, whatever the key. */
  readonly manifest: Manifest;
}

/** The same, each part read when it is asked for. */
export interface LoadedBuild {
  readonly key: string;
  /** As JSON. */
  readonly manifest: string;
  readonly files: SavedFiles;
  readonly evidence: SavedEvidence;
}

/** The cache of one site in its cache folder (`.jekyll-cache/utterson`). */
export interface DiskCache {
  /** Undefined where there is none, or none that is whole. */
  load(): LoadedBuild | undefined;
  /** Does nothing where the folder cannot be written to. */
  save(build: SavedBuild): void;
}

/** Settings that change nothing of what is written. */
const idleSettings = new Set([
  'port',
  'host',
  'quiet',
  'verbose',
  'watch',
  'serving',
  'detach',
  'incremental',
  'force_polling',
  'livereload',
  'livereload_port',
  'livereload_min_delay',
  'livereload_max_delay',
  'livereload_ignore',
  'open_url',
  'profile',
  'show_dir_listing',
  'skip_initial_build',
  'ssl_cert',
  'ssl_key',
  'config',
  'editor',
  'strict',
  'time',
]);

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
        return openBuild(readFileSync(file));
      } catch {
        return undefined;
      }
    },
    save(build) {
      const { key, manifest, files, evidence } = build;
      const body = [key, manifest, files, evidence.head, evidence.links].map((part) => JSON.stringify(part)).join('\n');
      const part = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(config.cacheDirectory, '.gitignore'), '# ignore everything in this directory\n*\n');
        writeFileSync(part, `${hashText(body)}\n${body}`);
        renameSync(part, file);
      } catch {
        rmSync(part, { force: true });
      }
    },
  };
}

/** A line for each part, a checksum of all of them before. JSON has no line ends of its own. */
function openBuild(bytes: Buffer): LoadedBuild | undefined {
  const start = bytes.indexOf(10) + 1;
  if (bytes.toString('latin1', 0, start - 1) !== hashText(bytes.subarray(start))) return undefined;
  const ends: number[] = [start - 1];
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, end + 1)) ends.push(end);
  ends.push(bytes.length);
  const text = (index: number): string => bytes.toString('utf8', ends[index]! + 1, ends[index + 1]);
  const part = <T>(index: number): (() => T) => {
    let made: T | undefined;
    return () => (made ??= JSON.parse(text(index)) as T);
  };
  const [key, files, head, links] = [
    part<string>(0),
    part<SavedFiles>(2),
    part<EvidenceHead>(3),
    part<EvidenceLinks>(4),
  ];
  return {
    key: key(),
    manifest: text(1),
    get files() {
      return files();
    },
    get evidence() {
      return { head: head(), links };
    },
  };
}
