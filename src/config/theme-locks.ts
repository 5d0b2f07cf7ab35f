import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';

/** The lock file beside `_config.yml`, with what each theme that was fetched is used at: its commit, or its gem's version. */
export const themeLock = '_remote_theme.lock.json';

/** The commits and versions that a site's lock file names. Throws `SiteError` where it cannot be read. */
export function readLocks(source: string): Readonly<Record<string, string>> {
  const file = join(source, themeLock);
  if (!existsSync(file)) return {};
  try {
    const locks: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Object.fromEntries(
      Object.entries(locks as object).filter((entry): entry is [string, string] =>
        // They become parts of folders' names.
        /^\w[\w.-]{0,79}$/.test(String(entry[1])),
      ),
    );
  } catch (error) {
    throw new SiteError(
      {
        code: 'config/remote-theme-lock',
        message: `${themeLock} is damaged.`,
        hint: 'Delete it; the theme is fetched and pinned again.',
        path: themeLock,
      },
      { cause: error },
    );
  }
}

/** Pins a theme to a commit or a version, from the next build on. */
export function writeLock(source: string, theme: string, pin: string): void {
  const locks = readLocks(source);
  if (locks[theme] === pin) return;
  writeFileSync(join(source, themeLock), `${JSON.stringify({ ...locks, [theme]: pin }, null, 2)}\n`);
}
