import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../core/hash-text.js';
import type { Plugin } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import type { Manifest } from '../output/manifest.js';
import type { SavedFiles } from '../read/saved-files.js';
import { fingerprint } from '../render/fingerprint.js';
import type { EvidenceTables } from '../render/gather-evidence.js';
import type { EvidenceHead, EvidenceLinks, SavedEvidence } from '../render/saved-evidence.js';
import { idleSettings } from './idle-settings.js';
import type { Standing } from './standing.js';

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

/** The same, each part read when it is asked for. */
export interface LoadedBuild {
  readonly key: string;
  readonly standing: Standing | null;
  /** As JSON. */
  readonly manifest: string;
  /** The rest; undefined where it is damaged. */
  rest(): { readonly files: SavedFiles; readonly evidence: SavedEvidence } | undefined;
}

/** The cache of one site in its cache folder (`.jekyll-cache/utterson`). */
export interface DiskCache {
  /** Undefined where there is none, or none that is whole. */
  load(): LoadedBuild | undefined;
  /** Does nothing where the folder cannot be written to. */
  save(build: SavedBuild): void;
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
    save({ key, standing, manifest, files, evidence }) {
      const begin = [key, standing, manifest].map((part) => JSON.stringify(part)).join('\n');
      const rest = [files, evidence.head, evidence.links].map((part) => JSON.stringify(part)).join('\n');
      const bytes = [Buffer.from(begin), Buffer.from(rest)];
      const header = bytes.map((part) => `${part.length} ${hashText(part)}`).join(' ');
      const part = `${file}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(config.cacheDirectory, '.gitignore'), '# ignore everything in this directory\n*\n');
        writeFileSync(part, Buffer.concat([Buffer.from(`${header.padEnd(headerLength - 1)}\n`), ...bytes]));
        renameSync(part, file);
        tidy(folder);
      } catch {
        rmSync(part, { force: true });
      }
    },
  };
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

/** In front of the two parts: the length and the checksum of each. */
const headerLength = 128;

/** Reads the part that tells whether anything changed; the other stays in the file until it is asked for. */
function openBuild(file: string): LoadedBuild | undefined {
  const opened = openSync(file, 'r');
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(opened);
    isOpen = false;
  };
  try {
    const header = readPart(opened, 0, headerLength)?.toString('latin1').trim().split(' ');
    if (header?.length !== 4) throw new Error('no header');
    const [beginLength, beginHash, restLength, restHash] = header as [string, string, string, string];
    const begin = readPart(opened, headerLength, Number(beginLength), beginHash);
    if (begin === undefined) throw new Error('damaged');
    const line = linesOf(begin);
    return {
      key: JSON.parse(line(0)) as string,
      standing: JSON.parse(line(1)) as Standing | null,
      manifest: line(2),
      rest() {
        if (!isOpen) return undefined;
        const bytes = readPart(opened, headerLength + Number(beginLength), Number(restLength), restHash);
        close();
        return bytes && restOf(linesOf(bytes));
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}

function restOf(line: (index: number) => string): ReturnType<LoadedBuild['rest']> {
  const head = JSON.parse(line(1)) as EvidenceHead;
  let links: EvidenceLinks | undefined;
  return {
    files: JSON.parse(line(0)) as SavedFiles,
    evidence: { head, links: () => (links ??= JSON.parse(line(2)) as EvidenceLinks) },
  };
}

/** Some bytes of a file; undefined where they are not all there, or have another checksum. */
function readPart(file: number, start: number, length: number, checksum?: string): Buffer | undefined {
  if (!Number.isSafeInteger(length) || length < 0) return undefined;
  const bytes = Buffer.allocUnsafe(Math.min(length, fstatSync(file).size));
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, start + at);
    if (count === 0) return undefined;
    at += count;
  }
  if (bytes.length !== length) return undefined;
  return checksum === undefined || hashText(bytes) === checksum ? bytes : undefined;
}

/** The lines of some bytes; JSON has no line ends of its own. */
function linesOf(bytes: Buffer): (index: number) => string {
  const starts = [0];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, end + 1)) starts.push(end + 1);
  return (index) => bytes.toString('utf8', starts[index], (starts[index + 1] ?? bytes.length + 1) - 1);
}
