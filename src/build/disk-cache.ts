import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../core/hash-text.js';
import type { Plugin } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import type { Manifest } from '../output/destination.js';
import type { SavedFiles } from '../read/saved-files.js';
import type { SavedEvidence } from '../render/evidence.js';
import { fingerprint } from '../render/fingerprint.js';

/** What one process leaves to the next. */
export interface SavedBuild {
  /** Changes with the program, the configuration and the plugins; evidence of another key is of no use. */
  readonly key: string;
  readonly evidence: SavedEvidence;
  readonly files: SavedFiles;
  /** What is in the destination, whatever the key. */
  readonly manifest: Manifest;
}

/** The cache of one site in its cache folder (`.jekyll-cache/utterson`). */
export interface DiskCache {
  /** Undefined where there is none, or none that is whole. */
  load(): SavedBuild | undefined;
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
        const text = readFileSync(file, 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return hashText(body) === text.slice(0, end) ? (JSON.parse(body) as SavedBuild) : undefined;
      } catch {
        return undefined;
      }
    },
    save(build) {
      const body = JSON.stringify(build);
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
