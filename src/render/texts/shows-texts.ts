import type { Document, Site } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';

const textOfOthersIsNamed = /(?<!\bpage)(?:\.\s*|\[\s*['"])(?:content|output)\b/;

/** Whether templates around every page name whole texts of others. */
export function showsTextsAnywhere({ layouts, includes }: Site): boolean {
  for (const { body } of layouts.values()) if (textOfOthersIsNamed.test(body)) return true;
  for (const { text } of includes.values()) if (textOfOthersIsNamed.test(text)) return true;
  return false;
}

/** Whether any page, or a template around it, does. */
export function showsTextsSomewhere(site: Site): boolean {
  return showsTextsAnywhere(site) || site.pages.some(({ body }) => textOfOthersIsNamed.test(body));
}

const excerptOfOthersIsNamed = /(?<!\bpage)(?:\.\s*|\[\s*['"])excerpt\b/;
const namedIncludes = /\{%-?\s*include(?:_cached)?\s+([^\s%]+)/g;

/** Finds out of documents whether they, or the layouts and includes around them, name excerpts of others. */
export function createExcerptFinder({ layouts, includes }: Site): (document: Document) => boolean {
  const known = new Map<unknown, boolean>();
  const shows = (text: string): boolean => {
    if (excerptOfOthersIsNamed.test(text)) return true;
    return Array.from(text.matchAll(namedIncludes)).some(([, name]) => isOf(includes.get(name!), ({ text }) => text));
  };
  const isOf = <T extends object>(template: T | undefined, textOf: (template: T) => string): boolean => {
    if (template === undefined) return false;
    let isFound = known.get(template);
    if (isFound === undefined) {
      // A template that includes itself adds nothing.
      known.set(template, false);
      known.set(template, (isFound = shows(textOf(template))));
    }
    return isFound;
  };
  const isOfLayouts = (data: Hash, maxLayouts = 16): boolean => {
    const layout = layouts.get(String(data.get('layout')));
    if (layout === undefined || maxLayouts === 0) return false;
    return isOf(layout, ({ body }) => body) || isOfLayouts(layout.data, maxLayouts - 1);
  };
  return ({ body, data }) => shows(body) || isOfLayouts(data);
}
