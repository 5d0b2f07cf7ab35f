import type { Filter, TemplateHost } from '../../core/template.js';
import { toS } from '../../core/values/ruby.js';
import { isDrop } from '../../core/values/values.js';
import { urlEncode } from '../../liquid/filters/html.js';
import { escapeUri, isAbsoluteUri, normalizeUri } from '../uri.js';
import { needString } from './values.js';

/**
 * A path under `baseurl`, normalized; a URL with a scheme stays as it is. Of a document or static file, its URL is
 * used.
 */
export const relativeUrl: Filter = (context, input) => {
  const target = urlOf(input);
  if (target === null || target === undefined) return null;
  return urlUnderBase(context.host, target);
};

/** As `relative_url`, with `url` of the configuration before it. */
export const absoluteUrl: Filter = (context, input) => {
  const target = urlOf(input);
  if (target === null || target === undefined) return null;
  if (isAbsoluteUri(toS(target))) return target;
  const site = context.host.config('url');
  const relative = urlUnderBase(context.host, target);
  if (site === null || site === undefined || site === '') return relative;
  return normalizeUri(toS(site) + toS(relative));
};

/** `/index.html` at the end of a URL becomes `/`. */
export const stripIndex: Filter = (_context, input) => {
  if (input === null || input === undefined || toS(input) === '') return null;
  return needString('strip_index', input).replace(/\/index\.html?$/m, '/');
};

/** Percent-encodes what is not allowed in a URI. */
export const uriEscape: Filter = (_context, input) => {
  if (input === null || input === undefined) return null;
  return escapeUri(needString('uri_escape', input));
};

/** Percent-encodes as a form does: spaces become `+`. */
export const cgiEscape: Filter = (_context, input) => urlEncode(needString('cgi_escape', input));

/** `relative_url` of a URL, as `link` and `post_url` put it. */
export function urlUnderBase(host: TemplateHost, target: unknown): unknown {
  const text = toS(target);
  if (isAbsoluteUri(text)) return target;
  const base = host.config('baseurl');
  const prefix = base === null || base === undefined ? '' : toS(base).replace(/\/$/, '');
  return normalizeUri(withLeadingSlash(prefix) + withLeadingSlash(text));
}

function urlOf(input: unknown): unknown {
  return isDrop(input) ? (input.get('url') ?? input) : input;
}

function withLeadingSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`;
}
