import { cpSync, lutimesSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const LEFT_OUT = new Set(['.git', '.jekyll-cache', '.sass-cache', '.bundle', 'node_modules', '_site']);

/** A fresh folder under the system's temporary one. */
export function makeTemporaryFolder(label: string): string {
  return mkdtempSync(join(tmpdir(), `utterson-${label}-`));
}

/** Copies a site's source with its files' times, leaving out repositories, caches and earlier builds. */
export function copySite(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (path) => path === from || !LEFT_OUT.has(basename(path)),
  });
}

/** Gives every file below a folder one time (seconds since 1970), so that builds that show it can be compared. */
export function setFileTimes(folder: string, seconds: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) setFileTimes(path, seconds);
    lutimesSync(path, seconds, seconds);
  }
}
