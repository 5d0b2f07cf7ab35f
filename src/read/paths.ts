import { baseName, extensionOf } from '../core/paths.js';

/** The name of the page that a file is besides being a collection's document. */
export function secondPageId(path: string): string {
  return `${path}#page`;
}

/** The last part of a path without extension. */
export function nameWithoutExtension(path: string): string {
  const name = baseName(path);
  return name.slice(0, name.length - extensionOf(name).length);
}

/** A text without dots at its end. */
export function withoutTrailingDots(text: string): string {
  return text.endsWith('.') ? text.replace(/\.+$/, '') : text;
}

/** What file names mean for templates in Nunjucks: `feed.xml.njk` becomes `feed.xml`. */
const inner = /\.(?:html?|xhtml|xml|json|txt|css|m?js|svg|ics|csv|rss|atom|webmanifest)$/i;

/** A template's path without `.njk`, where another known extension is in front of it. */
export function outputName(path: string): string {
  if (!path.endsWith('.njk')) return path;
  const rest = path.slice(0, -4);
  return inner.test(rest) ? rest : path;
}
