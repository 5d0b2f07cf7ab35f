import { TemplateError } from '../core/template.js';
import { strip } from '../core/text/strip.js';
import { compatibleForm } from './compatible-form.js';

/** A URI in its parts, as RFC 3986 splits it; undefined where a part is absent (not merely empty). */
interface UriParts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

const unreserved = 'a-zA-Z0-9\\-._~';
const subDelimiters = "!$&'()*+,;=";
const pathCharacters = new RegExp(`[^${unreserved}${subDelimiters}:@]`, 'g');
const fragmentCharacters = new RegExp(`[^${unreserved}${subDelimiters}:@/?]`, 'g');
const hostCharacters = new RegExp(`[^${unreserved}${subDelimiters}[:\\]]`, 'g');
const queryCharacters = /[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)/g;
const reservedAndUnreserved = new RegExp(`[^:/?#[\\]@${subDelimiters}${unreserved}]`, 'g');

const defaultPorts: Readonly<Record<string, string>> = {
  http: '80',
  https: '443',
  ftp: '21',
  tftp: '69',
  sftp: '22',
  ssh: '22',
  'svn+ssh': '22',
  telnet: '23',
  nntp: '119',
  gopher: '70',
  wais: '210',
  ldap: '389',
  prospero: '1525',
};

function splitUri(text: string): UriParts {
  const found = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/m.exec(text);
  const [, scheme, authority, path = '', query, fragment] = found ?? [];
  const parts = { scheme, authority, path, query, fragment };
  const problem = problemOf(parts);
  if (problem === undefined) return parts;
  const hint = 'Begin a path with one slash, or escape its colons as %3A.';
  throw new TemplateError(`Invalid URL '${text}': ${problem}`, 'template/url', hint);
}

/** What Addressable refuses in a URI; undefined where it is sound. */
function problemOf({ scheme, authority, path }: UriParts): string | undefined {
  if (scheme !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(scheme)) return `'${scheme}' cannot be a scheme`;
  if (scheme === undefined && /^(?!\/)[^/:]*:/m.test(path)) return 'a line of its path has a colon before any slash';
  if (authority === undefined && path.startsWith('//')) return 'its path begins with two slashes';
  const { host, port } = splitAuthority(authority ?? '');
  if (port && !/^\d+$/.test(port)) return `'${port}' cannot be a port`;
  if (/[<>{}/\\?#@"\s]/.test(host)) return `'${host}' cannot be a host`;
  const isWeb = scheme !== undefined && Object.hasOwn(defaultPorts, scheme.toLowerCase());
  return isWeb && host === '' && path === '' ? `there is nothing after '${scheme}:'` : undefined;
}

function splitAuthority(authority: string): { user: string | undefined; host: string; port: string | undefined } {
  const user = /^([^[\]]*)@/.exec(authority);
  const rest = authority.slice(user?.[0].length ?? 0);
  const port = /:([^:@[\]]*?)$/.exec(rest)?.[1];
  return { user: user?.[1], host: port === undefined ? rest : rest.slice(0, -port.length - 1), port };
}

/** Whether a URI has a scheme. Throws `TemplateError` for one that is malformed. */
export function isAbsoluteUri(text: string): boolean {
  if (/^\/(?!\/)/.test(text) || !/:|\/\//.test(text)) return false;
  return splitUri(text).scheme !== undefined;
}

/** `URI::normalize` of Ruby's Addressable: lower-case host, no dot segments, everything percent-encoded that has to be. */
export function normalizeUri(text: string): string {
  if (isNormal(text)) return text;
  const { scheme, authority, path, query, fragment } = splitUri(text);
  const cleanScheme = scheme?.toLowerCase();
  let result = cleanScheme === undefined ? '' : `${cleanScheme}:`;
  if (authority !== undefined) result += `//${normalizeAuthority(authority, cleanScheme)}`;
  const cleanPath = normalizePath(path, cleanScheme);
  if (authority === undefined && cleanPath.startsWith('//')) {
    throw new TemplateError(`Invalid URL '${text}': its path begins with two slashes`, 'template/url');
  }
  result += cleanPath;
  const cleanQuery = query
    ?.split('&')
    .map((pair) => normalizeComponent(pair, queryCharacters, '+'))
    .join('&');
  if (cleanQuery) result += `?${cleanQuery}`;
  if (fragment) result += `#${normalizeComponent(fragment, fragmentCharacters)}`;
  return result;
}

/** Most URLs of a site are in order as they are: a path, perhaps behind a plain host. */
function isNormal(text: string): boolean {
  return normalUrl.test(text) && !text.includes('/.');
}

const normalUrl = /^(?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*)?\/(?!\/)[\w\-.~!$&'()*+,;=:@/]*$/;

/** Percent-encodes whatever is not allowed in a URI, and decodes first what is encoded without need. */
export function escapeUri(text: string): string {
  return normalizeComponent(text, reservedAndUnreserved);
}

function normalizeAuthority(authority: string, scheme: string | undefined): string {
  const { user, host, port } = splitAuthority(authority);
  let result = user === undefined ? '' : `${normalizeComponent(strip(user), pathCharacters)}@`;
  result += normalizeHost(host);
  if (port && defaultPorts[scheme ?? ''] !== port) result += `:${Number(port)}`;
  return result;
}

function normalizeHost(host: string): string {
  let clean = percentDecode(strip(host).toLowerCase(), '');
  if (/[^\x00-\x7f]/.test(clean)) clean = toAsciiHost(clean);
  return normalizeComponent(clean.replace(/([^.])\.$/, '$1'), hostCharacters);
}

function toAsciiHost(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return host;
  }
}

function normalizePath(path: string, scheme: string | undefined): string {
  let text = strip(path);
  // A colon in the first segment would read as a scheme's.
  if (scheme === undefined && /^(?!\/)[^/:]*:/.test(text)) text = text.replace(':', '%2F');
  const segments = text.split('/').map((segment) => normalizeComponent(segment, pathCharacters));
  const result = removeDotSegments(segments.join('/'));
  return result === '' && scheme !== undefined && /^(?:https?|t?ftp)$/.test(scheme) ? '/' : result;
}

/** One rule a round, until none applies: the order in which Addressable takes dots away. */
function removeDotSegments(path: string): string {
  let text = path;
  for (;;) {
    const before = text;
    text = text.replace(/\/\.\/|\/\.$/g, '/');
    if (text === before) text = removeParentSegment(text);
    if (text === before) text = text.replace(/^\.\.?\/?/, '');
    if (text === before) text = text.replace(/^\/\.\.?\/|^(?:\/\.\.?)+\/?$/, '/');
    if (text === before) return text;
  }
}

function removeParentSegment(path: string): string {
  const found = /\/([^/]*)\/\.\.\/|\/([^/]*)\/\.\.$/.exec(path);
  if (found === null) return path;
  const parent = `/${found[1] ?? ''}/../`;
  const current = `/${found[2] ?? ''}/..`;
  const text = path.replaceAll(parent, '/');
  return text.endsWith(current) ? `${text.slice(0, -current.length)}/` : text;
}

function normalizeComponent(text: string, escaped: RegExp, keepEncoded = ''): string {
  const decoded = percentDecode(text, keepEncoded);
  // Ruby cannot normalize what is not UTF-8, and then leaves all reserved characters too.
  const isStray = /\p{Cs}/u.test(decoded);
  const encoded = isStray
    ? decoded.replace(reservedAndUnreserved, percentEncodeUnit)
    : compatibleForm(decoded).replace(escaped, percentEncodeUnit);
  return keepEncoded === '' ? encoded : encoded.replace(/%2b/g, '%2B');
}

/** A byte that is not UTF-8, while its text is normalized: a lone half of a pair from here on. */
const strayByte = 0xdc00;

/** The second half of a pair is encoded with its first. */
function percentEncodeUnit(unit: string, offset: number, whole: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return encodeByte(code);
  if (code >= 0xdc00 && code <= 0xdfff) {
    const isSecond = /[\ud800-\udbff]/.test(whole[offset - 1] ?? '');
    return isSecond ? '' : encodeByte((code - strayByte) & 0xff);
  }
  const bytes = new TextEncoder().encode(String.fromCodePoint(whole.codePointAt(offset)!));
  return Array.from(bytes, encodeByte).join('');
}

function encodeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** UTF-8 in which a byte order mark is a character as any other. */
const markedUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Runs of `%XX` decoded as UTF-8. */
function percentDecode(text: string, keepEncoded: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (code) => Number.parseInt(code, 16));
    let result = '';
    for (let at = 0; at < bytes.length; ) {
      const length = characterLength(bytes, at);
      const character = length === 0 ? '' : markedUtf8.decode(bytes.subarray(at, at + length));
      if (length === 0) result += String.fromCharCode(strayByte + bytes[at]!);
      else result += keepEncoded !== '' && keepEncoded === character ? run.slice(at * 3, at * 3 + 3) : character;
      at += length || 1;
    }
    return result;
  });
}

/** How many bytes from there on are one character; 0 where they are not UTF-8. */
function characterLength(bytes: Uint8Array, at: number): number {
  const length = lengthByFirstByte(bytes[at]!);
  for (let i = 1; i < length; i++) if ((bytes[at + i] ?? 0) >> 6 !== 2) return 0;
  return length;
}

function lengthByFirstByte(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}
