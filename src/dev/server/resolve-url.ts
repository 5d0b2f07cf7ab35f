import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../../core/files.js';

/** What a request for a URL is answered with. */
export type Resolution =
  /** `file` on this machine; `output` relative to the destination, `/` between its parts. */
  | { readonly kind: 'file'; readonly file: string; readonly output: string }
  | { readonly kind: 'redirect'; readonly location: string }
  /** A folder without an index; `urlPath` ends in `/` and has no `baseurl`. */
  | { readonly kind: 'folder'; readonly folder: string; readonly urlPath: string; readonly outputs: readonly string[] }
  /** `outputs` are those that would be the answer, of folders too. */
  | { readonly kind: 'missing'; readonly outputs: readonly string[] }
  /** Not under `baseurl`. */
  | { readonly kind: 'outside' }
  /** Not a path that can be a file's: bad escapes, NUL, `..`. */
  | { readonly kind: 'malformed' };

/** What URLs are resolved by. */
export interface ResolveOptions {
  readonly destination: string;
  /** '' or `/name`, without a slash at its end. */
  readonly baseurl: string;
  /** Folders are never answered with their index. */
  readonly listFolders?: boolean;
}

/** The setting `baseurl` as it is in addresses: '' or `/name`, as browsers ask for it, whether or not it was written so. */
export function addressOfBase(setting: string): string {
  const base = setting.replace(/^\/+|\/+$/g, '');
  return base === '' ? '' : `/${encodePath(base)}`;
}

function encodePath(path: string): string {
  try {
    return encodeURI(decodeURI(path));
  } catch {
    return encodeURI(path);
  }
}

const indexNames = ['index.html', 'index.htm', 'index.xhtml', 'index.xml', 'index.json'];

/**
 * Resolves a URL (path and query) as GitHub Pages does; `/about` is `about.html`, `/dir` redirects to `/dir/`.
 * Synchronous: while a build is running, every turn of the event loop that an answer waits for takes long.
 */
export function resolveUrl(url: string, options: ResolveOptions): Resolution {
  const [written, query] = splitQuery(url);
  const rawPath = withoutDots(written).replace(/^\/{2,}/, '/');
  const inside = withoutBase(rawPath, options.baseurl);
  if (inside === undefined) return { kind: 'outside' };
  const segments = decodeSegments(inside);
  if (segments === undefined) return { kind: 'malformed' };
  const root = realPathOf(options.destination);
  if (root === undefined) return { kind: 'missing', outputs: [] };
  const search: Search = { root, segments, isFolderUrl: inside === '' || inside.endsWith('/') };
  const found = search.isFolderUrl ? undefined : findFile(search);
  if (found !== undefined) return found;
  const isFolder = insideFolder(root, path.join(root, ...segments));
  if (!isFolder) {
    const files = search.isFolderUrl ? [] : filesOf(segments);
    return { kind: 'missing', outputs: [...files, ...indexesOf(segments)] };
  }
  if (!search.isFolderUrl || rawPath === options.baseurl) {
    return { kind: 'redirect', location: `${options.baseurl}/${encodeSegments(segments)}${query}` };
  }
  return findIndex(search, options.listFolders === true);
}

interface Search {
  readonly root: string;
  readonly segments: readonly string[];
  readonly isFolderUrl: boolean;
}

function findFile({ root, segments }: Search): Resolution | undefined {
  for (const candidate of filesOf(segments)) {
    const file = insideFile(root, candidate);
    if (file !== undefined) return { kind: 'file', file, output: candidate };
  }
  return undefined;
}

function filesOf(segments: readonly string[]): string[] {
  const output = segments.join('/');
  return [output, `${output}.html`, `${output}.xhtml`];
}

function indexesOf(segments: readonly string[]): string[] {
  return indexNames.map((name) => [...segments, name].join('/'));
}

function findIndex({ root, segments }: Search, listFolders: boolean): Resolution {
  const folder = path.join(root, ...segments);
  const urlPath = `/${encodeSegments(segments)}`;
  const outputs = listFolders ? [] : indexesOf(segments);
  for (const output of outputs) {
    const file = insideFile(root, output);
    if (file !== undefined) return { kind: 'file', file, output };
  }
  return { kind: 'folder', folder, urlPath, outputs };
}

function realPathOf(file: string): string | undefined {
  try {
    return realpathSync.native(file);
  } catch {
    return undefined;
  }
}

/** The absolute path of a file of the destination; undefined where it is none, or lies elsewhere through a link. */
function insideFile(root: string, output: string): string | undefined {
  const file = path.join(root, output);
  const real = realPathOf(file);
  if (real === undefined || !isWithin(real, root) || differsInCase(file, real)) return undefined;
  return statSync(real, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function insideFolder(root: string, folder: string): boolean {
  const real = realPathOf(folder);
  if (real === undefined || !isWithin(real, root) || differsInCase(folder, real)) return false;
  return statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** On file systems that ignore case, a link that works here would break on the web. */
function differsInCase(asked: string, real: string): boolean {
  return asked !== real && asked.toLowerCase() === real.toLowerCase();
}

function splitQuery(url: string): [string, string] {
  const at = url.search(/[?#]/);
  if (at === -1) return [url, ''];
  const query = url.slice(at).replace(/#.*$/s, '');
  return [url.slice(0, at), query];
}

/** A path as browsers write it: without `.` and `..`, as far as they lead nowhere else. */
function withoutDots(rawPath: string): string {
  if (!/\/(?:\.|%2e)/i.test(rawPath)) return rawPath;
  const segments: string[] = [];
  const written = rawPath.split('/');
  written.forEach((segment, index) => {
    const name = segment.replace(/%2e/gi, '.');
    const isDots = name === '.' || name === '..';
    if (name === '..' && segments.length > 1) segments.pop();
    else if (name !== '.') segments.push(segment);
    if (isDots && index === written.length - 1) segments.push('');
  });
  return segments.join('/');
}

/** The path below `baseurl`, without a slash at its beginning; undefined where it is elsewhere. */
function withoutBase(rawPath: string, baseurl: string): string | undefined {
  if (baseurl !== '' && rawPath !== baseurl && !rawPath.startsWith(`${baseurl}/`)) return undefined;
  return rawPath.slice(baseurl.length).replace(/^\/+/, '');
}

function decodeSegments(rawPath: string): string[] | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded)) return undefined;
  if (process.platform === 'win32' && /[:*?"<>|]|[. ](\/|$)/.test(decoded)) return undefined;
  const segments = decoded.split('/').filter((segment) => segment !== '');
  return segments.some((segment) => segment === '.' || segment === '..') ? undefined : segments;
}

function encodeSegments(segments: readonly string[]): string {
  return segments.map((segment) => `${encodeURIComponent(segment)}/`).join('');
}
