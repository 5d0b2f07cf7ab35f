import { type Diagnostic, formatPlace, type Place } from '../core/diagnostics.js';
import { unescapePath } from '../core/text/url-escape.js';
import type { BrokenLink, WrittenSite } from './check-links.js';
import { findPlaces, type SourceText } from './find-places.js';

/** Where the pages of a site come from. */
export interface LinkSources {
  /** The texts in which a page's URLs may have been written, the likeliest first. */
  of(page: string): Iterable<SourceText>;
  /** The file that a page is made from; the page itself where there is none. */
  pathOf(page: string): string;
}

/** Errors for broken links: one for each place in the sources, whatever the number of pages that show it. */
export function linkDiagnostics(
  broken: readonly BrokenLink[],
  { baseurl, origin = '' }: Pick<WrittenSite, 'baseurl' | 'origin'>,
  sources: LinkSources,
): Diagnostic[] {
  const prefixes = [`${origin}${baseurl}`, origin, baseurl, unescapePath(baseurl)];
  const byPlace = new Map<string, { place: Place; first: BrokenLink; pages: Set<string> }>();
  for (const each of broken) {
    const { url } = each.link;
    const found = findPlaces(url, prefixes, sources.of(each.page));
    for (const place of found.length > 0 ? found : [{ path: sources.pathOf(each.page) }]) {
      const key = `${url} ${each.reason} ${each.target ?? ''} ${found.length > 0 ? formatPlace(place) : ''}`;
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, { place, first: each, pages: new Set([each.page]) });
      else known.pages.add(each.page);
    }
  }
  return [...byPlace.values()].map(({ place, first, pages }) => diagnosticOf(first, place, [...pages], baseurl));
}

function diagnosticOf(broken: BrokenLink, place: Place, pages: readonly string[], baseurl: string): Diagnostic {
  const where = pages.length === 1 ? [] : [`It is on ${pages.length} pages, ${pages[0]} first.`];
  const hints = [...hintOf(broken, baseurl), ...where];
  return {
    severity: 'error',
    code: `check/${broken.reason}`,
    message: messageOf(broken),
    ...(hints.length === 0 ? {} : { hint: hints.join('\n') }),
    ...place,
  };
}

function messageOf({ link: { url, element }, reason, target }: BrokenLink): string {
  switch (reason) {
    case 'anchor':
      return `${url} leads to a page (${target}) that has nothing of that id.`;
    case 'folder':
      return `${url} is a folder without an index.`;
    case 'outside':
      return `${url} is outside the site, whose baseurl it does not begin with.`;
    case 'malformed':
      return `${JSON.stringify(url)} is no URL that can be followed.`;
    default:
      return `${url === '' ? 'An empty URL' : url}${element === undefined ? '' : ` (in <${element}>)`} leads to no file of the site.`;
  }
}

function hintOf({ link: { url }, reason, suggestion }: BrokenLink, baseurl: string): string[] {
  if (reason === 'outside')
    return [`Write {{ ${JSON.stringify(url)} | relative_url }}, which puts ${baseurl} before it.`];
  if (suggestion === undefined) return [];
  return [`Did you mean ${reason === 'anchor' ? '#' : ''}${suggestion}?`];
}
