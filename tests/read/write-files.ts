import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import type { Diagnostic } from '../../src/core/diagnostics.js';
import type { Config, Site } from '../../src/core/types.js';
import { readSite } from '../../src/read/read-site.js';
import { createSource } from '../../src/read/source.js';

/** Seconds since 1970 that every file of {@link writeFiles} was changed at. */
const modified = 1_557_050_400;

/** Writes files into a new folder, which goes when the test is done; gives the folder. */
export function writeFiles(files: Iterable<readonly [path: string, content: string | Uint8Array]>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-read-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of files) writeOne(root, path, content);
  return root;
}

/** Writes one file below a folder. */
export function writeOne(root: string, path: string, content: string | Uint8Array): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  utimesSync(file, modified, modified);
  return file;
}

/** Reads the site in a folder, its clock fixed. */
export function readFolder(
  root: string,
  flags: Record<string, unknown> = {},
): { config: Config; site: Site; diagnostics: readonly Diagnostic[] } {
  const { config } = loadConfig(
    { source: root, destination: join(root, '_site'), time: '2024-06-01 12:00:00 +0000', ...flags },
    {},
  );
  return { config, ...readSite(config, createSource(config).refresh()) };
}

/** Writes files and reads them as a site. */
export function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  flags: Record<string, unknown> = {},
): { root: string; config: Config; site: Site; diagnostics: readonly Diagnostic[] } {
  const root = writeFiles(Object.entries(files));
  return { root, ...readFolder(root, flags) };
}
