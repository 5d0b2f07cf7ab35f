import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copySite, setFileTimes } from './site-copy.js';

/** A case of `tests/sites`: a source, what Jekyll makes of it, and how it is asked to. */
export interface SiteCase {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
  readonly flags: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The folder of all site cases. */
export const SITES_FOLDER = resolve(import.meta.dirname, '../../tests/sites');

/** The time that all files of a case get, in seconds: 2024-01-02 03:04:05 UTC. */
const FILE_TIME = 1_704_164_645;

function readCase(name: string): SiteCase {
  const folder = join(SITES_FOLDER, name);
  const file = join(folder, 'case.json');
  const own = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<SiteCase>) : {};
  return {
    name,
    source: join(folder, 'source'),
    expected: join(folder, 'expected'),
    flags: own.flags ?? [],
    env: own.env ?? {},
  };
}

/** The cases named, or all of them, by name. */
export function readSiteCases(names: readonly string[] = []): SiteCase[] {
  return readdirSync(SITES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(SITES_FOLDER, entry.name, 'source')))
    .map((entry) => entry.name)
    .filter((name) => names.length === 0 || names.includes(name))
    .sort()
    .map(readCase);
}

/** Copies a case's source to a folder, with the file times it is built with. */
export function copyCase(one: SiteCase, to: string): void {
  copySite(one.source, to);
  setFileTimes(to, FILE_TIME);
}

/** The environment of a case whose copy is in a folder, which its values call `{source}`. */
export function caseEnvironment({ env }: SiteCase, source: string): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replaceAll('{source}', source)]));
}
