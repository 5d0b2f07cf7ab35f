import { Parser } from 'htmlparser2';
import { urlsInSheet } from './read-sheet.js';

/** A URL that an element of a page, or a style sheet, names. */
export interface Link {
  /** As the page has it, entities decoded, without blanks around it. */
  readonly url: string;
  /** Name of the element, in lower case; undefined in a sheet. */
  readonly element: string | undefined;
}

/** What a page links to, and what of it can be linked to. */
export interface PageLinks {
  /** Each pair of URL and element once, in the order of the page. */
  readonly links: readonly Link[];
  /** Its `id`s, and the names of its `a` elements; undefined where it has none of either. */
  readonly anchors: ReadonlySet<string> | undefined;
  /** `href` of its `base` element. */
  readonly base?: string;
}

/** The attributes that hold a URL which browsers load or follow, by element. */
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  embed: ['src'],
  iframe: ['src'],
  image: ['href', 'xlink:href'],
  img: ['src', 'srcset'],
  input: ['src'],
  link: ['href', 'imagesrcset'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

/** Kinds of `link` that only prepare the browser for a host. */
const hints = /\b(?:dns-prefetch|preconnect)\b/i;
/** What a page says of itself that others show: a picture of it, its address. */
const cards = /^(?:og:(?:url|image|audio|video)(?::(?:secure_)?url)?|twitter:image(?::src)?)$/i;
const refresh = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?(["']?)(.+?)\1\s*$/is;

/** Reads the links and anchors of a page. */
export function readPage(html: string): PageLinks {
  const links = new Map<string, Link>();
  const anchors = new Set<string>();
  let base: string | undefined;
  let sheet: string | undefined;
  const add = (element: string, urls: readonly string[]): void => {
    for (const url of urls) links.set(`${element} ${url}`, { url, element });
  };
  const parser = new Parser({
    onopentag: (element, attributes) => {
      sheet = element === 'style' ? '' : undefined;
      if (attributes.id !== undefined) anchors.add(attributes.id);
      if (element === 'a' && attributes.name !== undefined) anchors.add(attributes.name);
      if (element === 'base') base ??= attributes.href;
      if (element !== 'link' || !hints.test(attributes.rel ?? '')) add(element, urlsOf(element, attributes));
    },
    ontext: (text) => {
      if (sheet !== undefined) sheet += text;
    },
    onclosetag: () => {
      if (sheet !== undefined) add('style', urlsInSheet(sheet));
      sheet = undefined;
    },
  });
  parser.end(html);
  return { links: [...links.values()], anchors, ...(base === undefined ? {} : { base }) };
}

function urlsOf(element: string, attributes: Readonly<Record<string, string>>): string[] {
  if (element === 'meta') return urlsOfMeta(attributes);
  const urls = (attributesOf[element] ?? []).flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    return name.endsWith('srcset') ? candidatesOf(value) : [value.trim()];
  });
  return attributes.style === undefined ? urls : [...urls, ...urlsInSheet(attributes.style)];
}

/** Where a page leads on to by itself, and what it says of itself. */
function urlsOfMeta({ content = '', property, name, ...attributes }: Readonly<Record<string, string>>): string[] {
  if (/^\s*refresh\s*$/i.test(attributes['http-equiv'] ?? '')) {
    const url = refresh.exec(content)?.[2];
    return url === undefined ? [] : [url];
  }
  return cards.test(property ?? name ?? '') ? [content.trim()] : [];
}

/** The URLs of `srcset`: each is followed by a width or density, or by a comma. */
function candidatesOf(srcset: string): string[] {
  return [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:[^,(]|\([^)]*\))*,?/g)].map(([, url]) => url!);
}
