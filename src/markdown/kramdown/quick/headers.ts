const escapes: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The text that spans show. */
export function shownText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return html.replace(/<[^>]*>/g, '').replace(/&(?:lt|gt|amp);/g, (found) => escapes[found]!);
}
