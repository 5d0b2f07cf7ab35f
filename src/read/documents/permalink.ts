import { sanitizeUrl } from '../../core/route.js';
import { escapePath } from '../../core/text/url-escape.js';

/** The value of a placeholder by its name without colon; undefined for one that there is not. */
export type Placeholders = (name: string) => string | undefined;

/** A permalink's template has a placeholder that nothing is known of. */
export class UnknownPlaceholder extends Error {
  override readonly name = 'UnknownPlaceholder';
  constructor(readonly placeholder: string) {
    super(`The URL template doesn't have ${placeholder} keys. Check your permalink template!`);
  }
}

interface Part {
  readonly text: string;
  /** Placeholder behind the text; undefined for the last part. */
  readonly name: string | undefined;
}

const templates = new Map<string, readonly Part[]>();

/**
 * The URL of a permalink template for a document: every `:name` replaced by its value, percent-encoded, then cleaned
 * (`sanitizeUrl`). `:name_` is `:name` and an underscore. Throws {@link UnknownPlaceholder}.
 */
export function expandPermalink(template: string, placeholders: Placeholders): string {
  let url = '';
  for (const { text, name } of partsOf(template)) {
    url += text;
    if (name === undefined) continue;
    const value = placeholders(name);
    if (value !== undefined) {
      url += escapePath(value);
      continue;
    }
    const short = name.endsWith('_') ? placeholders(name.slice(0, -1)) : undefined;
    if (short === undefined) throw new UnknownPlaceholder(name);
    url += `${escapePath(short)}_`;
  }
  return sanitizeUrl(url);
}

function partsOf(template: string): readonly Part[] {
  let parts = templates.get(template);
  if (parts === undefined) {
    parts = splitTemplate(template);
    if (templates.size > 10_000) templates.clear();
    templates.set(template, parts);
  }
  return parts;
}

function splitTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let last = 0;
  for (const match of template.matchAll(/:([a-z_]+)/g)) {
    parts.push({ text: template.slice(last, match.index), name: match[1] });
    last = match.index + match[0].length;
  }
  parts.push({ text: template.slice(last), name: undefined });
  return parts;
}

/** A template with the ending of the site's permalink style. */
export function withStyleSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`;
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`;
  if (style.endsWith('/')) return `${template}/`;
  return style.endsWith(':output_ext') ? `${template}:output_ext` : template;
}
