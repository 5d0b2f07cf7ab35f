import { posix } from 'node:path';
import { baseName, extensionOf } from './paths.js';
import { escapePath, unescapePath } from './text/url-escape.js';
import type { Route } from './types.js';

/** The URL of a page's template or permalink: only the given names are replaced, one after the other. */
export function expandPagePermalink(
  template: string,
  values: readonly (readonly [name: string, value: string])[],
): string {
  let url = template;
  for (const [name, value] of values) url = url.replaceAll(`:${name}`, () => escapePath(value));
  return sanitizeUrl(url);
}

/** A URL with one slash in front, no `..`, no `./` and no double slashes. */
export function sanitizeUrl(url: string): string {
  const isClean = url.startsWith('/') && !url.includes('//') && !url.includes('..') && !url.includes('./');
  if (isClean) return url;
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}

/** Where a document's URL is written: `index.html` in a folder, else with the extension it must have. */
export function routeOf(url: string, outputExtension: string, kind: 'page' | 'document' = 'document'): Route {
  const path = inDestination(unescapePath(url));
  if (url.endsWith('/')) {
    const index = kind === 'page' ? `index${outputExtension}` : 'index.html';
    return { url, output: path === '' ? index : `${path}/${index}` };
  }
  return { url, output: path.endsWith(outputExtension) ? path : path + outputExtension };
}

/** Where a static file's URL is written. */
export function assetRoute(url: string): Route {
  return { url, output: inDestination(unescapePath(url)) };
}

/** A path that cannot leave the destination. */
function inDestination(path: string): string {
  const whole = path.startsWith('/') ? path : `/${path}`;
  if (whole.includes('//') || whole.includes('/.')) return posix.normalize(whole).replace(/\/$/, '').slice(1);
  return whole.endsWith('/') ? whole.slice(1, -1) : whole.slice(1);
}

/** The extension that a permalink itself names, as Jekyll takes it over the converters'. */
export function permalinkExtension(permalink: string): string {
  return permalink.endsWith('/') ? '' : extensionOf(permalink);
}

/**
 * Where a style sheet's source map goes, and its URL. To Jekyll it is a page `NAME.css.map` with the sheet's front matter,
 * in the folder of the sheet's URL. Where a permalink has an extension it would take the sheet's own place.
 */
export function sourceMapRoute(path: string, permalink: unknown, sheet: Route): Route {
  const name = baseName(path);
  const folder = sheet.url.endsWith('/') ? sheet.url : posix.dirname(sheet.url);
  const own = typeof permalink === 'string' ? permalink : '';
  const url = expandPagePermalink(own === '' ? '/:path/:basename:output_ext' : own, [
    ['path', folder],
    ['basename', `${name.slice(0, name.length - extensionOf(name).length)}.css`],
    ['output_ext', '.map'],
  ]);
  const route = routeOf(url, permalinkExtension(own) || '.map', 'page');
  return route.output === sheet.output ? { url, output: `${sheet.output}.map` } : route;
}
