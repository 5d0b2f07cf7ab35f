import { lazily } from '../lazily.js';
import { downcase } from './letter-case.js';

/** How `slugify` treats what is neither letter nor digit. */
export type SlugMode = 'none' | 'raw' | 'default' | 'pretty' | 'ascii' | 'latin';

/** How a slug is made. */
export interface SlugOptions {
  /** Any other text than a {@link SlugMode} is as `none`. */
  readonly mode?: string;
  /** Keep capitals. */
  readonly cased?: boolean;
  /** `3.10`: combining marks are dropped too, as Jekyll 3 does. */
  readonly compat?: '4' | '3.10';
}

const simple = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Made when they are needed: what Unicode has for letters takes a while to put together. */
const patterns: Readonly<Record<string, () => RegExp>> = {
  raw: () => /[ \t\n\v\f\r]+/g,
  default: lazily(() => /[^\p{M}\p{L}\p{Nd}]+/gu),
  latin: lazily(() => /[^\p{M}\p{L}\p{Nd}]+/gu),
  pretty: lazily(() => /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu),
  ascii: () => /[^A-Za-z0-9]+/g,
};
const oldPatterns: typeof patterns = {
  ...patterns,
  default: lazily(() => /[^\p{Alphabetic}\p{Nd}]+/gu),
  latin: lazily(() => /[^\p{Alphabetic}\p{Nd}]+/gu),
  pretty: lazily(() => /[^\p{Alphabetic}\p{Nd}._~!$&'()+,;=@]+/gu),
};

/** Latin letters with accents, by the plain letters they become; as the i18n gem has them. */
const plainLetters: Readonly<Record<string, string>> = {
  A: 'ÀÁÂÃÄÅĀĂĄ',
  AE: 'Æ',
  C: 'ÇĆĈĊČ',
  E: 'ÈÉÊËĒĔĖĘĚ',
  I: 'ÌÍÎÏĨĪĬĮİ',
  D: 'ÐĎĐ',
  N: 'ÑŃŅŇ',
  O: 'ÒÓÔÕÖØŌŎŐ',
  x: '×',
  U: 'ÙÚÛÜŨŪŬŮŰŲ',
  Y: 'ÝŶŸ',
  Th: 'Þ',
  ss: 'ß',
  a: 'àáâãäåāăą',
  ae: 'æ',
  c: 'çćĉċč',
  e: 'èéêëēĕėęě',
  i: 'ìíîïĩīĭįı',
  d: 'ðďđ',
  n: 'ñńņň',
  o: 'òóôõöøōŏő',
  u: 'ùúûüũūŭůűų',
  y: 'ýÿŷ',
  th: 'þ',
  G: 'ĜĞĠĢ',
  g: 'ĝğġģ',
  H: 'ĤĦ',
  h: 'ĥħ',
  IJ: 'Ĳ',
  ij: 'ĳ',
  J: 'Ĵ',
  j: 'ĵ',
  K: 'Ķ',
  k: 'ķĸ',
  L: 'ĹĻĽĿŁ',
  l: 'ĺļľŀł',
  "'n": 'ŉ',
  NG: 'Ŋ',
  ng: 'ŋ',
  OE: 'Œ',
  oe: 'œ',
  R: 'ŔŖŘ',
  r: 'ŕŗř',
  S: 'ŚŜŞŠ',
  s: 'śŝşš',
  T: 'ŢŤŦ',
  t: 'ţťŧ',
  W: 'Ŵ',
  w: 'ŵ',
  Z: 'ŹŻŽ',
  z: 'źżž',
};
let letters: Map<string, string> | undefined;

/** Jekyll's `slugify`: letters and digits, everything between them a hyphen. */
export function slugify(text: string, options: SlugOptions = {}): string {
  const mode = options.mode ?? 'default';
  if (simple.test(text)) return text;
  const pattern = (options.compat === '3.10' ? oldPatterns : patterns)[mode]?.();
  if (pattern === undefined) return options.cased ? text : downcase(text);
  const input = mode === 'latin' ? transliterate(text) : text;
  const slug = input.replace(pattern, '-').replace(/^-|-$/g, '');
  return options.cased ? slug : downcase(slug);
}

/** Letters with accents become plain ones, everything else beyond ASCII a question mark. */
export function transliterate(text: string): string {
  letters ??= new Map(Object.entries(plainLetters).flatMap(([plain, all]) => [...all].map((one) => [one, plain])));
  return text.replace(/[^\x00-\x7f]/gu, (letter) => letters!.get(letter) ?? '?');
}
