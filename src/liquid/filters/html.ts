import { lazily } from '../../core/lazily.js';
import { entities, escapeHtml } from '../../core/text/escape-html.js';
import { stripHtml } from '../../core/text/strip-html.js';
import { toS } from '../../core/values/ruby.js';
import { liquidError } from '../errors.js';
import type { FilterRows } from '../filter-rows.js';

function escapeOnce(text: string): string {
  return text.replace(/["><']|&(?!(?:[a-zA-Z]+|#\d+);)/g, (character) => entities[character]!);
}

const loneSurrogate = lazily(() => /\p{Cs}/gu);

/** Percent-encodes as Ruby's `CGI.escape`: a space is `+`. */
export function urlEncode(text: string): string {
  const encoded = encodeURIComponent(text.replace(loneSurrogate(), '\ufffd'));
  return encoded
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function urlDecode(text: string): string {
  try {
    return text.replaceAll('+', ' ').replace(/(?:%[\da-fA-F]{2})+/g, decodeURIComponent);
  } catch {
    throw liquidError('invalid byte sequence in UTF-8', 'liquid/argument');
  }
}

function decodeBase64(text: string, isUrlSafe: boolean, name: string): string {
  const plain = isUrlSafe ? padded(text.replaceAll('-', '+').replaceAll('_', '/')) : text;
  if (plain.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) {
    throw liquidError(`invalid base64 provided to ${name}`, 'liquid/argument');
  }
  const bytes = Buffer.from(plain, 'base64');
  if (bytes.toString('base64') !== plain) throw liquidError(`invalid base64 provided to ${name}`, 'liquid/argument');
  return bytes.toString('utf8');
}

function padded(text: string): string {
  return text.endsWith('=') || text.length % 4 === 0 ? text : text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

function encodeBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

const isNil = (value: unknown): boolean => value === null || value === undefined;
const escapeUnlessNil = (_: unknown, input: unknown): unknown => (isNil(input) ? null : escapeHtml(toS(input)));

/** Liquid's filters for HTML, URLs and Base64. */
export const htmlFilters: FilterRows = {
  escape: [escapeUnlessNil, 1, 1],
  h: [escapeUnlessNil, 1, 1],
  escape_once: [(_, input) => escapeOnce(toS(input)), 1, 1],
  url_encode: [(_, input) => (isNil(input) ? null : urlEncode(toS(input))), 1, 1],
  url_decode: [(_, input) => (isNil(input) ? null : urlDecode(toS(input))), 1, 1],
  strip_html: [(_, input) => stripHtml(toS(input)), 1, 1],
  newline_to_br: [(_, input) => toS(input).replace(/\r?\n/g, '<br />\n'), 1, 1],
  base64_encode: [(_, input) => encodeBase64(toS(input)), 1, 1],
  base64_decode: [(_, input) => decodeBase64(toS(input), false, 'base64_decode'), 1, 1],
  base64_url_safe_encode: [(_, input) => encodeBase64(toS(input)).replaceAll('+', '-').replaceAll('/', '_'), 1, 1],
  base64_url_safe_decode: [(_, input) => decodeBase64(toS(input), true, 'base64_url_safe_decode'), 1, 1],
};
