import { readFileSync } from 'node:fs';

/** The program's version. The bundle has it built in. */
export function version(): string {
  return process.env.UTTERSON_VERSION ?? readVersion();
}

/** What `--version` prints. */
export function versionLine(): string {
  return `utterson ${version()}`;
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}
