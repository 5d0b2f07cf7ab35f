import { nearest } from '../core/nearest.js';
import { type Link, type PageLinks, readPage } from './read-page.js';

/** What a path of the site stands for. */
export type Target =
  /** `output`: the file's path in the destination, `/` between its parts. */
  | { readonly kind: 'file'; readonly output: string }
  /** `folder`: a folder without an index; `outside`: not under the site's `baseurl`. */
  | { readonly kind: 'folder' | 'missing' | 'outside' | 'malformed' };

/** The written site, as its links are checked against it. */
export interface WrittenSite {
  /** Files of the destination, `/` between their parts. */
  readonly outputs: readonly string[];
  /** '' or `/name`. */
  readonly baseurl: string;
  /** The address that the site will have (`https://example.org`), where that is known. */
  readonly origin?: string;
  read(output: string): string;
  /** What a path with `baseurl`, still percent-encoded, stands for. */
  resolve(path: string): Target;
  /** Whether a URL is not to be checked. */
  isExcepted(url: string): boolean;
}

/** A link that leads nowhere. */
export interface BrokenLink {
  /** The page that has it: an output. */
  readonly page: string;
  readonly link: Link;
  /** `anchor`: the page is there, and has no such `id`. */
  readonly reason: 'missing' | 'folder' | 'outside' | 'malformed' | 'anchor';
  /** For `anchor`: the output that lacks it. */
  readonly target?: string;
  /** What was meant, perhaps: a URL, or an `id`. */
  readonly suggestion?: string;
}

/** What a check found. */
export interface LinkReport {
  readonly broken: readonly BrokenLink[];
  readonly pages: number;
  /** Links to the site itself. */
  readonly checked: number;
  /** Links to other sites, which nobody follows. */
  readonly external: number;
}

/** Stands for the site's own address where it has none: no other site can have this one. */
const nowhere = 'http://site.invalid';

/** How many broken links get a suggestion: each is compared with all that is there. */
const maxSuggestions = 50;

/** Looks where each link of each page leads. Other sites are not asked. */
export function checkLinks(site: WrittenSite): LinkReport {
  const origin = site.origin ?? nowhere;
  const pages = new Map<string, PageLinks>();
  for (const output of site.outputs) if (isPage(output)) pages.set(output, readPage(site.read(output)));
  const resolve = remembering(site.resolve);
  const suggest = suggestions(site, pages);
  const broken: BrokenLink[] = [];
  const report = (link: BrokenLink, url?: URL): void => {
    const suggestion = broken.length < maxSuggestions ? suggest(link, url) : undefined;
    broken.push(suggestion === undefined ? link : { ...link, suggestion });
  };
  let [checked, external] = [0, 0];
  for (const [page, { links, base }] of pages) {
    const address = `${origin}${site.baseurl}/${encodePath(page)}`;
    const from = (base === undefined ? undefined : urlOf(base, address)?.href) ?? address;
    for (const link of links) {
      if (site.isExcepted(link.url)) continue;
      const url = urlOf(link.url, from);
      if (url === undefined) report({ page, link, reason: 'malformed' });
      else if (!isOwn(url, link.url, origin, site.baseurl)) external++;
      else {
        checked++;
        const isEmpty = link.url === '' && !follows.has(link.element);
        const fault = isEmpty ? nothing : faultOf(url, site.baseurl, resolve, pages);
        if (fault !== undefined) report({ page, link, ...fault }, url);
      }
    }
  }
  return { broken, pages: pages.size, checked, external };
}

function isPage(output: string): boolean {
  return /\.x?html?$/i.test(output);
}

function urlOf(text: string, base: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

/** What is beside the site at the same address belongs to another, where it is asked for by its whole URL. */
function isOwn(url: URL, written: string, origin: string, baseurl: string): boolean {
  if (url.origin !== origin) return false;
  const isWhole = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(written);
  return !isWhole || baseurl === '' || url.pathname === baseurl || url.pathname.startsWith(`${baseurl}/`);
}

type Fault = Pick<BrokenLink, 'reason' | 'target'>;

const nothing: Fault = { reason: 'missing' };

/** Elements whose empty URL is the page itself; others load what they name. */
const follows: ReadonlySet<string> = new Set(['a', 'area', 'link', 'use']);

function faultOf(
  url: URL,
  baseurl: string,
  resolve: WrittenSite['resolve'],
  pages: ReadonlyMap<string, PageLinks>,
): Fault | undefined {
  const target = resolve(url.pathname);
  if (target.kind === 'outside') {
    const isInside = resolve(baseurl + url.pathname).kind === 'file';
    return isInside ? { reason: 'outside' } : nothing;
  }
  if (target.kind !== 'file') return { reason: target.kind };
  const anchors = pages.get(target.output)?.anchors;
  const [anchor] = url.hash.slice(1).split(':~:');
  if (anchors === undefined || anchor === '' || /^top$/i.test(anchor!)) return undefined;
  if (anchors.has(anchor!) || anchors.has(decoded(anchor!))) return undefined;
  return { reason: 'anchor', target: target.output };
}

function remembering(resolve: WrittenSite['resolve']): WrittenSite['resolve'] {
  const known = new Map<string, Target>();
  return (path) => {
    let target = known.get(path);
    if (target === undefined) known.set(path, (target = resolve(path)));
    return target;
  };
}

/** Finds for a broken link what was meant: something of nearly that name in its folder, or of that very name in another. */
function suggestions(
  site: WrittenSite,
  pages: ReadonlyMap<string, PageLinks>,
): (broken: BrokenLink, url: URL | undefined) => string | undefined {
  let folders: Map<string, Map<string, string>> | undefined;
  return ({ link, reason, target }, url) => {
    if (reason === 'anchor') return nearest(decoded(link.url.replace(/^[^#]*#/, '')), pages.get(target!)!.anchors);
    if (url === undefined || reason === 'outside') return undefined;
    folders ??= byFolder(site);
    const [folder, name] = splitPath(decoded(url.pathname));
    const siblings = folders.get(folder);
    const near = siblings && nearest(name, siblings.keys());
    if (near !== undefined) return siblings!.get(near);
    const named = [...folders.values()].flatMap((names) => names.get(name) ?? []);
    return named.length === 1 ? named[0] : undefined;
  };
}

/** The URLs of all that is there: folder → name → URL. */
function byFolder({ outputs, baseurl }: WrittenSite): Map<string, Map<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  for (const output of outputs) {
    const url = `${baseurl}/${output.replace(/(^|\/)index\.html$/, '$1')}`;
    const [folder, name] = splitPath(url);
    if (!folders.has(folder)) folders.set(folder, new Map());
    folders.get(folder)!.set(name, url);
  }
  return folders;
}

function splitPath(path: string): [folder: string, name: string] {
  const whole = path.replace(/\/$/, '');
  const at = whole.lastIndexOf('/');
  return [whole.slice(0, at + 1), whole.slice(at + 1)];
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
