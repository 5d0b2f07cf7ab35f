import { restOfLineEnd } from '../boundaries.js';

const escapes: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The text that spans show. */
export function shownText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp);/g, (found) => escapes[found]!);
}

/** The position after the line under a header, or -1. */
export function underlineEnd(src: string, pos: number): number {
  let at = pos;
  while (src.charCodeAt(at) === 45 || src.charCodeAt(at) === 61) at++;
  return at === pos ? -1 : restOfLineEnd(src, at);
}
