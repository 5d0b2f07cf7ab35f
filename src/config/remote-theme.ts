import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { makeFolders } from '../core/files.js';
import type { Config, Theme } from '../core/types.js';
import { readTar, type TarArchive } from './read-tar.js';
import { themeOfFolder } from './theme.js';

/** How a remote theme is fetched. */
export interface RemoteThemeOptions {
  /** Where archives are: `https://codeload.github.com` unless the theme names another host. */
  readonly baseUrl?: string;
  /** Takes the newest commit of its branch instead of the one that is locked. */
  readonly update?: boolean;
}

/** The lock file beside `_config.yml`, with the commit that a theme is used at. */
export const remoteThemeLock = '_remote_theme.lock.json';

const largest = 200 * 1024 * 1024;
const plugins: readonly unknown[] = ['jekyll-remote-theme', 'github-pages'];

/** `remote_theme` of the configuration, where the plugin for it is named too (as Jekyll needs it). */
export function remoteThemeOf(config: Config): string | undefined {
  const spec = config.values.get('remote_theme');
  return typeof spec === 'string' && hasPlugin(config) ? spec : undefined;
}

function hasPlugin({ values }: Config): boolean {
  return [values.get('plugins'), values.get('gems')].flat().some((name) => plugins.includes(name));
}

/** What to say where a site names a remote theme, and neither a plugin that reads it nor another theme. */
export function remoteThemeWarning(config: Config): Diagnostic | undefined {
  const [spec, theme] = [config.values.get('remote_theme'), config.values.get('theme') ?? undefined];
  if (typeof spec !== 'string' || theme !== undefined || hasPlugin(config)) return undefined;
  return {
    severity: 'warning',
    code: 'config/remote-theme-unread',
    setting: ['remote_theme'],
    message: 'Nothing reads `remote_theme`, so that no theme is used.',
    hint: 'Add jekyll-remote-theme to `plugins`, or github-pages, which brings it.',
  };
}

/**
 * The theme `owner/repo[@ref]`: fetched once, pinned to its commit in the lock file, kept in the cache folder, and read
 * from there ever after. A theme that its own `_config.yml` names is ignored. Throws `SiteError` where it cannot be
 * fetched.
 */
export async function findRemoteTheme(spec: string, config: Config, options: RemoteThemeOptions = {}): Promise<Theme> {
  const source = parseSpec(spec);
  const lockFile = join(config.source, remoteThemeLock);
  const locks = readLocks(lockFile);
  const locked = options.update ? undefined : locks[spec];
  const kept = locked && folderOf(config, source, locked);
  if (kept !== undefined && existsSync(kept)) return { ...themeOfFolder(source.name, kept), name: source.name };
  const { archive, commit } = await fetchArchive(spec, source, locked, options);
  const folder = folderOf(config, source, commit);
  if (!existsSync(folder)) unpack(archive, folder);
  if (locked !== commit) writeFileSync(lockFile, `${JSON.stringify({ ...locks, [spec]: commit }, null, 2)}\n`);
  return { ...themeOfFolder(source.name, folder), name: source.name };
}

interface RemoteSource {
  readonly host: string;
  readonly owner: string;
  readonly name: string;
  readonly ref: string;
}

function parseSpec(spec: string): RemoteSource {
  const match = /^(?:(https?:\/\/)([\w.:-]+)\/)?([\w-]+)\/([\w.-]+?)(?:@([\w./-]+))?$/.exec(spec.trim());
  if (match === null || match[4] === '.' || match[4] === '..') {
    throw themeError(
      spec,
      'it is no `owner/repository` or `owner/repository@ref`',
      'Write `remote_theme: owner/repository@v1.2.3`.',
    );
  }
  const [, scheme = 'https://', host = 'github.com', owner, name, ref = 'HEAD'] = match;
  return { host: `${scheme}codeload.${host}`, owner: owner!, name: name!, ref };
}

function themeError(spec: string, reason: string, hint: string, cause?: unknown): SiteError {
  return new SiteError(
    {
      code: 'config/remote-theme',
      setting: ['remote_theme'],
      message: `The remote theme ${spec} cannot be had: ${reason}.`,
      hint,
      path: '_config.yml',
    },
    { cause },
  );
}

function readLocks(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  try {
    const locks: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Object.fromEntries(
      Object.entries(locks as object).filter((entry): entry is [string, string] =>
        /^[\w-]{1,80}$/.test(String(entry[1])),
      ),
    );
  } catch (error) {
    throw new SiteError(
      {
        code: 'config/remote-theme-lock',
        message: `${remoteThemeLock} is damaged.`,
        hint: 'Delete it; the theme is fetched and pinned again.',
        path: remoteThemeLock,
      },
      { cause: error },
    );
  }
}

function folderOf(config: Config, { owner, name }: RemoteSource, commit: string): string {
  return join(config.cacheDirectory, 'themes', `${owner}-${name}-${commit}`);
}

async function fetchArchive(
  spec: string,
  { host, owner, name, ref }: RemoteSource,
  locked: string | undefined,
  { baseUrl }: RemoteThemeOptions,
): Promise<{ archive: TarArchive; commit: string }> {
  const base = (baseUrl ?? process.env.UTTERSON_CODELOAD_URL ?? host).replace(/\/$/, '');
  const isCommit = locked !== undefined && /^[0-9a-f]{40}$/.test(locked);
  const url = `${base}/${owner}/${name}/tar.gz/${isCommit ? locked : ref}`;
  const bytes = await download(spec, url);
  const archive = unzip(spec, bytes);
  // Only what looks like a commit may become part of a folder's name.
  const named = /^[0-9a-f]{40,64}$/.exec(archive.comment ?? '')?.[0];
  const commit = named ?? `sha256-${sha256(bytes)}`;
  if (locked !== undefined && commit !== locked) {
    throw themeError(
      spec,
      `${url} is not the ${locked} that ${remoteThemeLock} names`,
      `Delete ${remoteThemeLock} to take the theme as it is now.`,
    );
  }
  return { archive, commit };
}

function sha256(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

async function download(spec: string, url: string): Promise<Uint8Array> {
  const hint =
    'It is fetched once and then kept: connect to the network for one build, or copy the theme into _themes and name it as `theme`.';
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) {
      throw themeError(
        spec,
        `${url} answers ${response.status}`,
        'Check the name of the repository and of the branch or tag.',
      );
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof SiteError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw themeError(
      spec,
      `${url} cannot be fetched (${cause instanceof Error ? cause.message : String(cause)})`,
      hint,
      error,
    );
  }
}

function unzip(spec: string, bytes: Uint8Array): TarArchive {
  try {
    // Loaded here, as few sites have such a theme.
    const { gunzipSync } = process.getBuiltinModule('node:zlib');
    return readTar(gunzipSync(bytes, { maxOutputLength: largest }));
  } catch (error) {
    throw themeError(
      spec,
      'what was fetched is no archive',
      'Try again; a proxy may have answered instead of GitHub.',
      error,
    );
  }
}

/** Writes an archive's files without their common first folder; none outside the folder. */
function unpack({ files }: TarArchive, folder: string): void {
  const half = `${folder}.part-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  makeFolders(half);
  for (const { path, content } of files) {
    const parts = path.split(/[/\\]/).slice(1);
    if (parts.length === 0 || parts.some((part) => part === '..' || part === '' || part.includes(':'))) continue;
    const file = join(half, ...parts);
    makeFolders(dirname(file));
    writeFileSync(file, content);
  }
  putInPlace(half, folder);
}

const maxTries = 20;
const betweenTriesMs = 50;

/** Gives a folder its name, unless another build was sooner. */
function putInPlace(half: string, folder: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(half, folder);
      return;
    } catch (error) {
      if (existsSync(folder)) {
        rmSync(half, { recursive: true, force: true });
        return;
      }
      // Windows refuses as long as another program, mostly a virus scanner, reads a file that was just written.
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isBusy || tries === maxTries) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenTriesMs);
    }
  }
}
