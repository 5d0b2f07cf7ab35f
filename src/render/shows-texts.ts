import type { Site } from '../core/types.js';

const textOfOthersIsNamed = /(?<!\bpage)(?:\.\s*|\[\s*['"])(?:content|output)\b/;

/** Whether templates that stand around any page say that they show whole texts of others. */
export function showsTextsAnywhere({ layouts, includes }: Site): boolean {
  for (const { body } of layouts.values()) if (textOfOthersIsNamed.test(body)) return true;
  for (const { text } of includes.values()) if (textOfOthersIsNamed.test(text)) return true;
  return false;
}

/** Whether any page, or a template around it, says so. */
export function showsTextsSomewhere(site: Site): boolean {
  return showsTextsAnywhere(site) || site.pages.some(({ body }) => textOfOthersIsNamed.test(body));
}
