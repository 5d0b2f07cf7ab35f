import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The program's version. The bundle has it built in. */
export function version(): string {
  return process.env.UTTERSON_VERSION ?? readVersion();
}

/** What `--version` prints. */
export function versionLine(): string {
  return `utterson ${version()}`;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}
