import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { statsOf } from '../core/files.js';
import type { Config, Theme } from '../core/types.js';
import type { Hash } from '../core/values/values.js';
import { findGem, gemFolders } from './theme-gem.js';
import { readGemspec } from './theme-gemspec.js';

/** The folders that make a folder a theme. */
const parts = ['_layouts', '_includes', '_sass', '_data', 'assets'] as const;

/**
 * The theme of that name: a folder (`./themes/x`, or `_themes/x` of the site), a theme of this program's own, an npm
 * package of the site, or a gem on this machine. No Ruby is run. Undefined where there is none.
 */
export function findTheme(name: string, config: Config): Theme | undefined {
  const wanted = name.trim();
  for (const folder of candidateFolders(wanted, config.source)) {
    if (isThemeFolder(folder)) return themeOfFolder(wanted, folder);
  }
  const gem = findGem(wanted.toLowerCase(), config.source);
  if (gem === undefined) return undefined;
  return { ...readGemspec(gem.gemspec, wanted.toLowerCase(), gem.version), root: realpathSync(gem.folder) };
}

/**
 * The error for a theme that cannot be found, with where it was looked for.
 *
 * @param cause why it could not be fetched either, where that was tried
 */
export function themeNotFound(name: string, config: Config, cause?: unknown): SiteError {
  const wanted = name.trim();
  const places = [...candidateFolders(wanted, config.source), ...gemFolders(config.source)];
  const reason = cause instanceof Error ? `${cause.message}. ` : '';
  const diagnostic = {
    code: 'config/theme-not-found',
    setting: ['theme'],
    message: `The ${wanted} theme could not be found.`,
    hint:
      `${reason}Put its folder into _themes/${wanted}, install it (npm install ${wanted}, or gem install ${wanted}), ` +
      `or write \`remote_theme: ${repositoryOf(wanted)}\`, with jekyll-remote-theme among the plugins. ` +
      `It was looked for in ${places.join(', ')}.`,
    path: '_config.yml',
  };
  return new SiteError(diagnostic, { cause });
}

/** The repositories of gems that many sites name, where they are called otherwise. */
const repositories: Readonly<Record<string, string>> = {
  'beautiful-jekyll-theme': 'daattali/beautiful-jekyll',
  'jekyll-rtd-theme': 'rundocs/jekyll-rtd-theme',
  'jekyll-text-theme': 'kitian616/jekyll-TeXt-theme',
  'jekyll-theme-chirpy': 'cotes2020/jekyll-theme-chirpy',
  'jekyll-theme-hydejack': 'hydecorp/hydejack',
  'jekyll-theme-so-simple': 'mmistakes/so-simple-theme',
  'just-the-docs': 'just-the-docs/just-the-docs',
  'minimal-mistakes-jekyll': 'mmistakes/minimal-mistakes',
};
const themesOfPages =
  /^jekyll-theme-(architect|cayman|dinky|hacker|leap-day|merlot|midnight|minimal|modernist|primer|slate|tactile|time-machine)$/;

function repositoryOf(theme: string): string {
  const ofPages = themesOfPages.exec(theme)?.[1];
  return ofPages === undefined ? (repositories[theme] ?? 'owner/repository') : `pages-themes/${ofPages}`;
}

/** Warns of a theme that has nothing to give: no layouts, includes, styles, data or assets. */
export function checkTheme(theme: Theme): Diagnostic | undefined {
  if (existsSync(join(theme.root, '_layouts'))) return undefined;
  const found = parts.filter((part) => existsSync(join(theme.root, part)));
  return {
    severity: 'warning',
    code: 'config/theme-without-layouts',
    setting: ['theme'],
    message: `The theme ${theme.name} has no layouts (${theme.root}).`,
    hint:
      found.length > 0
        ? `It has ${found.join(', ')} only.`
        : 'Is it a theme at all? It has none of the folders of one.',
    path: '_config.yml',
  };
}

function candidateFolders(name: string, source: string): string[] {
  if (/^\.{0,2}[/\\]/.test(name) || name === '.' || isAbsolute(name)) return [resolve(source, name)];
  const folders = [join(source, '_themes', name)];
  for (const base of ['../../themes', '../themes'])
    folders.push(fileURLToPath(new URL(`${base}/${name}`, import.meta.url)));
  for (let folder = resolve(source); ; folder = dirname(folder)) {
    folders.push(join(folder, 'node_modules', name));
    if (folder === dirname(folder)) return folders;
  }
}

function isThemeFolder(folder: string): boolean {
  return isFolder(folder) && parts.some((part) => isFolder(join(folder, part)));
}

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

/** A theme from its folder: by its package.json or gemspec, else by its name alone. */
export function themeOfFolder(name: string, folder: string): Theme {
  const root = realpathSync(folder);
  const base = root.replace(/\\/g, '/').split('/').at(-1)!;
  const gemspec = join(root, `${base}.gemspec`);
  if (existsSync(join(root, 'package.json'))) return { ...readPackage(name, join(root, 'package.json')), root };
  if (existsSync(gemspec)) return { ...readGemspec(gemspec, base, ''), root };
  return { name: base, root, version: '', authors: '', description: '', dependencies: [], metadata: new Map() };
}

type ThemeFacts = Omit<Theme, 'root'>;

function readPackage(name: string, file: string): ThemeFacts {
  const json = parseObject(readFileSync(file, 'utf8'));
  const text = (key: string): string => (typeof json[key] === 'string' ? json[key] : '');
  const author = json.author;
  const names = typeof author === 'object' && author !== null ? (author as { name?: unknown }).name : author;
  const dependencies = typeof json.dependencies === 'object' && json.dependencies !== null ? json.dependencies : {};
  return {
    name: text('name') || name,
    version: text('version'),
    authors: typeof names === 'string' ? names.replace(/\s*[<(].*$/, '') : '',
    description: text('description'),
    dependencies: Object.keys(dependencies),
    metadata: new Map() as Hash,
  };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
