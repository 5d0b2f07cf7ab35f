/** HTML's five special characters and their entities. */
export const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const xmlEntities: Readonly<Record<string, string>> = { ...entities, "'": '&apos;' };

/** The same for XML, as Ruby's REXML and Jekyll's `xml_escape` write it: an apostrophe is `&apos;`. */
export function escapeXml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => xmlEntities[character]!) : text;
}

/** Text made safe to stand in HTML: its five special characters as entities. */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character]!) : text;
}
