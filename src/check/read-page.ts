import { Parser } from 'htmlparser2';

/** A URL that an element of a page names. */
export interface Link {
  /** As the page has it, entities decoded, without blanks around it. */
  readonly url: string;
  /** Name of the element, in lower case. */
  readonly element: string;
}

/** What a page links to, and what of it can be linked to. */
export interface PageLinks {
  /** Each pair of URL and element once, in the order of the page. */
  readonly links: readonly Link[];
  /** Its `id`s, and the names of its `a` elements. */
  readonly anchors: ReadonlySet<string>;
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
  link: ['href'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcset'],
  track: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

/** Kinds of `link` that only prepare the browser for a host. */
const hints = /\b(?:dns-prefetch|preconnect)\b/i;

/** Reads the links and anchors of a page. */
export function readPage(html: string): PageLinks {
  const links = new Map<string, Link>();
  const anchors = new Set<string>();
  let base: string | undefined;
  const parser = new Parser({
    onopentag: (element, attributes) => {
      if (attributes.id !== undefined) anchors.add(attributes.id);
      if (element === 'a' && attributes.name !== undefined) anchors.add(attributes.name);
      if (element === 'base') base ??= attributes.href;
      if (element === 'link' && hints.test(attributes.rel ?? '')) return;
      for (const name of attributesOf[element] ?? []) {
        const value = attributes[name];
        if (value === undefined) continue;
        for (const url of name === 'srcset' ? candidatesOf(value) : [value.trim()]) {
          links.set(`${element} ${url}`, { url, element });
        }
      }
    },
  });
  parser.end(html);
  return { links: [...links.values()], anchors, ...(base === undefined ? {} : { base }) };
}

/** The URLs of `srcset`: each is followed by a width or density, or by a comma. */
function candidatesOf(srcset: string): string[] {
  return [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:[^,(]|\([^)]*\))*,?/g)].map(([, url]) => url!);
}
