import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one test. */
export interface TemporarySite {
  readonly folder: string;
  write(name: string, text: string): string;
  remove(): void;
}

export function createTemporarySite(files: Readonly<Record<string, string>> = {}): TemporarySite {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utterson-dev-')));
  const site: TemporarySite = {
    folder,
    write: (name, text) => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    // On Windows, what watched a folder may hold it a moment longer.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
  for (const [name, text] of Object.entries(files)) site.write(name, text);
  return site;
}

/** Waits until something holds; fails with its name after five seconds. */
export async function until(what: string, holds: () => unknown, milliseconds = 5_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
