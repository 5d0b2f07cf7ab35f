import { existsSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import { makeFolders } from '../core/files.js';
import type { Config, Theme } from '../core/types.js';
import { DownloadError, download, sha256, themesFolder, unpack, unzip } from './archives.js';
import { isAsRequired, newestOf } from './gem-versions.js';
import { lockedVersion, parseGemfile, readGemfile } from './gemfile.js';
import { gemspecOfMetadata } from './packed-gemspec.js';
import { readTar } from './read-tar.js';
import { themeNotFound } from './theme.js';
import { readGemspec } from './theme-gemspec.js';
import { readLocks, themeLock, writeLock } from './theme-locks.js';

/** How theme gems are fetched. */
export interface FetchedGemOptions {
  /** A server of gems, with `info/NAME` and `gems/NAME-VERSION.gem`: rubygems.org unless it is named. */
  readonly baseUrl?: string;
  /** The versions that are taken where the `Gemfile` names none. */
  readonly requirements?: readonly string[];
  /** How long the server may take to say which versions it has. */
  readonly timeoutMs?: number;
}

/** A version that the server has of a gem. */
interface Release {
  readonly version: string;
  /** SHA-256 of its file; undefined of what was published long ago. */
  readonly checksum: string | undefined;
}

/**
 * The theme that is a gem on rubygems.org, where it is not on this machine: what Bundler would install for Jekyll, without Ruby. It
 * is fetched once, in the version that `Gemfile.lock` names, or else the newest that the `Gemfile` takes, which is pinned in the lock
 * file; kept in the cache folder and read from there ever after. None of its code is run. Undefined for what can be no gem of a server.
 * Throws `SiteError` where it cannot be had.
 */
export async function fetchThemeGem(
  theme: string,
  config: Config,
  options: FetchedGemOptions = {},
): Promise<Theme | undefined> {
  const name = theme.trim().toLowerCase();
  const line = parseGemfile(readGemfile(config.source)).find((gem) => gem.name === name);
  if (!/^[a-z\d_][\w.-]*$/.test(name) || line?.isElsewhere === true) return undefined;
  const locked = lockedVersion(name, config.source);
  const own = line?.requirements ?? [];
  const requirements = own.length > 0 ? own : (options.requirements ?? []);
  const wanted = locked ?? pinnedVersion(name, config, requirements);
  const kept = wanted === undefined ? undefined : keptGem(name, wanted, config);
  if (kept !== undefined) return kept;
  try {
    const releases = await releasesOf(name, options);
    const release =
      wanted === undefined ? newestOf(releases, requirements) : releases.find(({ version }) => version === wanted);
    if (release === undefined)
      throw new Error(`rubygems.org has no gem ${name} ${versionsWanted(wanted, requirements)}`);
    if (keptGem(name, release.version, config) === undefined) await install(name, release, config, options);
    if (locked === undefined) writeLock(config.source, name, release.version);
    return keptGem(name, release.version, config);
  } catch (error) {
    if (error instanceof SiteError) throw error;
    throw themeNotFound(theme, config, error);
  }
}

function pinnedVersion(name: string, { source }: Config, requirements: readonly string[]): string | undefined {
  const pinned = readLocks(source)[name];
  return pinned === undefined || !isAsRequired(pinned, requirements) ? undefined : pinned;
}

function versionsWanted(wanted: string | undefined, requirements: readonly string[]): string {
  if (wanted !== undefined) return `${wanted}, which Gemfile.lock or ${themeLock} names`;
  return requirements.length === 0 ? 'at all' : `that is ${requirements.join(', ')}, as is wanted`;
}

/** The folder of a gem's files; what it declares is beside it. */
function folderOf(name: string, version: string, config: Config): string {
  return join(themesFolder(config), `gem-${name}-${version}`);
}

function keptGem(name: string, version: string, config: Config): Theme | undefined {
  const folder = folderOf(name, version, config);
  const gemspec = `${folder}.gemspec`;
  if (!existsSync(folder) || !existsSync(gemspec)) return undefined;
  return { ...readGemspec(gemspec, name, version), root: realpathSync(folder) };
}

/** What RubyGems' compact index has of a gem: a line for each version, `1.0.0 dependency:requirement,…|checksum:…,…`. */
async function releasesOf(name: string, { baseUrl, timeoutMs = 15_000 }: FetchedGemOptions): Promise<Release[]> {
  const index = await fetchFile(`${serverOf(baseUrl, 'https://index.rubygems.org')}/info/${name}`, name, timeoutMs);
  const lines = new TextDecoder().decode(index).split('\n');
  return lines.flatMap((line) => {
    // What is only for Java or Windows has its name after the version.
    const [, version] = /^(\d[\w.]*) /.exec(line) ?? [];
    return version === undefined ? [] : [{ version, checksum: /\bchecksum:([\da-f]{64})\b/.exec(line)?.[1] }];
  });
}

async function install(name: string, release: Release, config: Config, { baseUrl }: FetchedGemOptions): Promise<void> {
  const { version, checksum } = release;
  const url = `${serverOf(baseUrl, 'https://rubygems.org')}/gems/${name}-${version}.gem`;
  const gem = await fetchFile(url, name);
  if (checksum !== undefined && sha256(gem) !== checksum) {
    throw new Error(`${url} is not what the index of rubygems.org says it is: its SHA-256 is another`);
  }
  const parts = partsOf(gem, url);
  const folder = folderOf(name, version, config);
  makeFolders(dirname(folder));
  writeFileSync(`${folder}.gemspec`, gemspecOfMetadata(parts.metadata, name, version));
  // Its folder comes last, and whole: where it is there, all is.
  unpack(parts.files, folder, 0);
}

/** A gem is an archive of archives. */
function partsOf(gem: Uint8Array, url: string): { metadata: string; files: ReturnType<typeof readTar>['files'] } {
  try {
    const outer = new Map(readTar(gem).files.map(({ path, content }) => [path, content]));
    const metadata = new TextDecoder().decode(unzip(outer.get('metadata.gz')!));
    return { metadata, files: readTar(unzip(outer.get('data.tar.gz')!)).files };
  } catch (error) {
    throw new Error(`${url} is no gem; a proxy may have answered instead of rubygems.org`, { cause: error });
  }
}

async function fetchFile(url: string, name: string, timeoutMs?: number): Promise<Uint8Array> {
  try {
    return await download(url, timeoutMs);
  } catch (error) {
    if (!(error instanceof DownloadError) || (error.status !== undefined && error.status !== 404)) throw error;
    const reason =
      error.status === undefined
        ? `${error.message}: connect to the network for one build, after which it is kept`
        : `rubygems.org has no gem ${name} either`;
    throw new Error(reason, { cause: error });
  }
}

function serverOf(baseUrl: string | undefined, usual: string): string {
  return (baseUrl ?? process.env.UTTERSON_RUBYGEMS_URL ?? usual).replace(/\/$/, '');
}
