import { lazily } from '../core/lazily.js';
import { nearest } from '../core/text/nearest.js';
import { fileUrlPath, unescapePath } from '../core/text/url-escape.js';
import { type Link, type PageLinks, readPage } from './read-page.js';
import { urlsInSheet } from './read-sheet.js';

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
  /** The page or style sheet that has it: an output. */
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
  readonly sheets: number;
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
  return new LinkCheck(site).report();
}

type Fault = Pick<BrokenLink, 'reason' | 'target' | 'suggestion'>;

const missing: Fault = { reason: 'missing' };

/** Elements whose empty URL is the page itself; others load what they name. */
const mayBeEmpty: ReadonlySet<string> = new Set(['a', 'area', 'link', 'use']);

class LinkCheck {
  private readonly origin: string;
  /** What is in each page and style sheet. */
  private readonly pages = new Map<string, PageLinks>();
  private readonly targets = new Map<string, Target>();
  private readonly broken: BrokenLink[] = [];
  private checked = 0;
  private external = 0;
  /** The URLs of all that is there: folder → name → URL. */
  private readonly folders = lazily(() => urlsByFolder(this.site));

  constructor(private readonly site: WrittenSite) {
    this.origin = site.origin ?? nowhere;
    for (const output of site.outputs) {
      if (isPage(output)) this.pages.set(output, readPage(site.read(output)));
      else if (isSheet(output)) this.pages.set(output, readSheet(site.read(output)));
    }
  }

  report(): LinkReport {
    for (const [page, { links, base }] of this.pages) {
      const address = `${this.origin}${this.site.baseurl}/${fileUrlPath(page)}`;
      const from = (base === undefined ? undefined : urlOf(base, address)?.href) ?? address;
      for (const link of links) {
        const fault = this.site.isExcepted(link.url) ? undefined : this.faultOf(link, from);
        if (fault !== undefined) this.broken.push({ page, link, ...fault });
      }
    }
    const { broken, pages, checked, external } = this;
    const sheets = [...pages.keys()].filter(isSheet).length;
    return { broken, pages: pages.size - sheets, sheets, checked, external };
  }

  /** @param from the address that it is relative to */
  private faultOf({ url: written, element }: Link, from: string): Fault | undefined {
    const url = urlOf(written, from);
    if (url === undefined) return { reason: 'malformed' };
    if (!this.isOwn(url, written)) {
      // Not `data:` and `mailto:`.
      if (/^https?:$/.test(url.protocol)) this.external++;
      return undefined;
    }
    this.checked++;
    if (written === '' && !mayBeEmpty.has(element ?? '')) return missing;
    const target = this.resolve(url.pathname);
    if (target.kind === 'file') return this.faultOfAnchor(url.hash.slice(1), target.output);
    const isInside = target.kind === 'outside' && this.resolve(this.site.baseurl + url.pathname).kind === 'file';
    if (isInside) return { reason: 'outside' };
    return this.withSuggestion({ reason: target.kind === 'outside' ? 'missing' : target.kind }, () =>
      this.nearestUrl(unescapePath(url.pathname)),
    );
  }

  private faultOfAnchor(hash: string, output: string): Fault | undefined {
    const anchors = this.pages.get(output)?.anchors;
    const anchor = hash.replace(/:~:.*/s, '');
    if (anchors === undefined || anchor === '' || /^top$/i.test(anchor)) return undefined;
    const name = unescapePath(anchor);
    if (anchors.has(anchor) || anchors.has(name)) return undefined;
    return this.withSuggestion({ reason: 'anchor', target: output }, () => nearest(name, anchors));
  }

  /** What is beside the site at the same address belongs to another, where it is asked for by its whole URL. */
  private isOwn(url: URL, written: string): boolean {
    const { baseurl } = this.site;
    if (url.origin !== this.origin) return false;
    const isWhole = /^(?:[a-z][a-z\d+.-]*:)?\/\//i.test(written);
    return !isWhole || baseurl === '' || url.pathname === baseurl || url.pathname.startsWith(`${baseurl}/`);
  }

  private resolve(path: string): Target {
    let target = this.targets.get(path);
    if (target === undefined) this.targets.set(path, (target = this.site.resolve(path)));
    return target;
  }

  private withSuggestion(fault: Fault, suggest: () => string | undefined): Fault {
    const suggestion = this.broken.length < maxSuggestions ? suggest() : undefined;
    return suggestion === undefined ? fault : { ...fault, suggestion };
  }

  /** What was meant: something of nearly that name in its folder, or of that very name in another. */
  private nearestUrl(path: string): string | undefined {
    const [folder, name] = splitPath(path);
    const siblings = this.folders().get(folder);
    const near = siblings && nearest(name, siblings.keys());
    if (near !== undefined) return siblings!.get(near);
    const named = [...this.folders().values()].flatMap((names) => names.get(name) ?? []);
    return named.length === 1 ? named[0] : undefined;
  }
}

function isPage(output: string): boolean {
  return /\.x?html?$/i.test(output);
}

function isSheet(output: string): boolean {
  return /\.css$/i.test(output);
}

function readSheet(css: string): PageLinks {
  const urls = [...new Set(urlsInSheet(css))];
  return { links: urls.map((url) => ({ url, element: undefined })), anchors: undefined };
}

function urlOf(text: string, base: string): URL | undefined {
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

function urlsByFolder({ outputs, baseurl }: WrittenSite): Map<string, Map<string, string>> {
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
