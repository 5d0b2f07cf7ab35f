import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import type { Config, Theme } from '../core/types.js';
import { DownloadError, download, sha256, themesFolder, unpack, unzip } from './archives.js';
import { readTar, type TarArchive } from './read-tar.js';
import { themeOfFolder } from './theme.js';
import { readLocks, themeLock, writeLock } from './theme-locks.js';

/** How a remote theme is fetched. */
export interface RemoteThemeOptions {
  /** Where archives are: `https://codeload.github.com` unless the theme names another host. */
  readonly baseUrl?: string;
  /** Takes the newest commit of its branch instead of the one that is locked. */
  readonly update?: boolean;
}

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
  const locks = readLocks(config.source);
  const locked = options.update ? undefined : locks[spec];
  const kept = locked && folderOf(config, source, locked);
  if (kept !== undefined && existsSync(kept)) return { ...themeOfFolder(source.name, kept), name: source.name };
  const { archive, commit } = await fetchArchive(spec, source, locked, options);
  const folder = folderOf(config, source, commit);
  // All of it is in one folder, which has the repository's name.
  if (!existsSync(folder)) unpack(archive.files, folder, 1);
  if (locked !== commit) writeLock(config.source, spec, commit);
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

function folderOf(config: Config, { owner, name }: RemoteSource, commit: string): string {
  return join(themesFolder(config), `${owner}-${name}-${commit}`);
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
  const bytes = await fetchFile(spec, url);
  const archive = readArchive(spec, bytes);
  // Only what looks like a commit may become part of a folder's name.
  const named = /^[0-9a-f]{40,64}$/.exec(archive.comment ?? '')?.[0];
  const commit = named ?? `sha256-${sha256(bytes).slice(0, 32)}`;
  if (locked !== undefined && commit !== locked) {
    throw themeError(
      spec,
      `${url} is not the ${locked} that ${themeLock} names`,
      `Delete ${themeLock} to take the theme as it is now.`,
    );
  }
  return { archive, commit };
}

async function fetchFile(spec: string, url: string): Promise<Uint8Array> {
  try {
    return await download(url);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    const hint =
      error.status === undefined
        ? 'It is fetched once and then kept: connect to the network for one build, or copy the theme into _themes and name it as `theme`.'
        : 'Check the name of the repository and of the branch or tag.';
    throw themeError(spec, error.message, hint, error);
  }
}

function readArchive(spec: string, bytes: Uint8Array): TarArchive {
  try {
    return readTar(unzip(bytes));
  } catch (error) {
    throw themeError(
      spec,
      'what was fetched is no archive',
      'Try again; a proxy may have answered instead of GitHub.',
      error,
    );
  }
}
