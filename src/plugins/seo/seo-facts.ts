import { SiteError } from '../../core/diagnostics.js';
import type { RenderContext, TemplateSource } from '../../core/template.js';
import { withSingleSpaces } from '../../core/text/strip.js';
import { siteZone } from '../../core/time/site-zone.js';
import { timeToXmlschema } from '../../core/time/strftime.js';
import { Time, timeToZone } from '../../core/time/time.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { asHash, either, member, toInt } from '../values.js';

/** The facts of a page that `{% seo %}` prints, computed as jekyll-seo-tag does; texts are ready for HTML. */
export interface SeoFacts {
  site(key: string): unknown;
  page(key: string): unknown;
  /** A value through a template of one expression over `value`. */
  filter(source: TemplateSource, value: unknown): string;
  readonly siteTitle: string | undefined;
  readonly pageTitle: string | undefined;
  readonly title: string | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly author: Hash;
  readonly creator: string | undefined;
  readonly image: { readonly url: string; readonly data: Hash } | undefined;
  readonly logo: string | undefined;
  readonly type: unknown;
  readonly links: unknown;
  readonly locale: string;
  /** As it is given: a list is one to JSON. */
  readonly canonicalUrl: unknown;
  readonly dateModified: string | undefined;
  readonly datePublished: string | undefined;
}

const expression = (text: string): TemplateSource => ({ path: 'jekyll-seo-tag', line: 1, text: `{{ ${text} }}` });
const formatted = expression('value | markdownify | strip_html | normalize_whitespace | escape_once');
const absoluteUrl = expression('value | absolute_url');
const escapedUrl = expression('value | absolute_url | uri_escape');
const escaped = expression('value | uri_escape');
const xmlDate = expression('value | date_to_xmlschema');

/** A date as XML has it, in the site's zone. */
function xmlDateOf(context: RenderContext, value: unknown, filter: SeoFacts['filter']): string {
  if (!(value instanceof Time)) return filter(xmlDate, value);
  return timeToXmlschema(timeToZone(value, siteZone(context)));
}

const homeOrAbout = /^\/(?:about\/)?(?:index.html?)?$/m;

/** Works out everything that `{% seo %}` needs of the page being rendered. */
export function createSeoFacts(context: RenderContext): SeoFacts {
  const site = (key: string): unknown => context.host.site.get(key);
  const page = (key: string): unknown => member(context.page, key);
  const filter = (source: TemplateSource, value: unknown): string =>
    context.renderIsolated(source, new Map([['value', value]]));
  const format = (value: unknown): string | undefined => formatText(context, value);

  const seo = asHash(page('seo'));
  const social = asHash(site('social'));
  const isHome = homeOrAbout.test(toS(page('url')));
  const siteTitle = format(either(site('title'), site('name')));
  const siteDescription = format(site('description'));
  const pageTitle = format(page('title')) ?? siteTitle;
  const author = authorOf(site, page);
  const twitter = either(author.get('twitter'), author.get('name'));
  const date = page('date');
  const modified = either(seo.get('date_modified'), page('last_modified_at'), date);

  return {
    site,
    page,
    filter,
    siteTitle,
    pageTitle,
    title: titleOf(context, { siteTitle, pageTitle, siteDescription, tagline: () => format(site('tagline')) }),
    name: isTruthy(seo.get('name')) ? format(seo.get('name')) : nameOfHome(isHome, social, siteTitle, format),
    description: format(either(page('description'), page('excerpt'))) ?? siteDescription,
    author,
    creator: typeof twitter === 'string' ? twitter.replace(/^@/m, '') : undefined,
    image: imageOf(page('image'), filter),
    logo: isTruthy(site('logo')) ? filter(escapedUrl, site('logo')) : undefined,
    type: either(seo.get('type'), isHome ? 'WebSite' : isTruthy(date) ? 'BlogPosting' : 'WebPage'),
    links: isTruthy(seo.get('links')) ? seo.get('links') : isHome ? either(social.get('links'), undefined) : undefined,
    locale: localeOf(site, page),
    canonicalUrl: canonicalUrlOf(page, filter),
    dateModified: isTruthy(modified) ? xmlDateOf(context, modified, filter) : undefined,
    datePublished: isTruthy(date) ? xmlDateOf(context, date, filter) : undefined,
  };
}

/** Words in which Markdown and the other filters find nothing to change. */
const plainText = /^\p{L}(?!.*(?: {2}|\.\.|--|:[^ ]))[\p{L}\p{N} ,.:?!()/-]*(?<! )$/u;
/** A paragraph, as excerpts are, in which there is nothing to escape; its spans and links leave nothing but their texts. */
const plainParagraph =
  /^<p>([^<>&"'{}\\]*(?:<\/?(?:em|strong|code|del|a|span)(?: [a-z]+="[^<>&"'{}\\]*")*>[^<>&"'{}\\]*)*)<\/p>\s*$/;
const tags = /<[^>]*>/g;

function formatText(context: RenderContext, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'string') return filled(context.renderIsolated(formatted, new Map([['value', value]])));
  if (plainText.test(value)) return value;
  const paragraph = plainParagraph.exec(value);
  if (paragraph !== null) return filled(withSingleSpaces(paragraph[1]!.replace(tags, '')));
  const render = (): string => context.renderIsolated(formatted, new Map([['value', value]]));
  return filled(context.host.memo(`jekyll-seo-tag ${value}`, render));
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function nameOfHome(
  isHome: boolean,
  social: Hash,
  siteTitle: string | undefined,
  format: (value: unknown) => string | undefined,
): string | undefined {
  if (!isHome) return undefined;
  return isTruthy(social.get('name')) ? format(social.get('name')) : siteTitle;
}

interface Titles {
  readonly siteTitle: string | undefined;
  readonly pageTitle: string | undefined;
  readonly siteDescription: string | undefined;
  tagline(): string | undefined;
}

function titleOf(context: RenderContext, titles: Titles): string | undefined {
  const { siteTitle, pageTitle, siteDescription } = titles;
  let title = pageTitle ?? siteTitle;
  if (siteTitle !== undefined && pageTitle !== siteTitle) title = `${pageTitle} | ${siteTitle}`;
  else if (siteTitle !== undefined && siteDescription !== undefined) {
    title = `${siteTitle} | ${titles.tagline() ?? siteDescription}`;
  }
  const number = pageNumber(context);
  return title === undefined || number === undefined ? title : number + title;
}

function pageNumber(context: RenderContext): string | undefined {
  const pager = context.lookup('paginator');
  const current = member(pager, 'page');
  if (!isTruthy(current) || toInt(current) <= 1) return undefined;
  const message = toS(either(context.host.site.get('seo_paginator_message'), 'Page %<current>s of %<total>s for '));
  const numbers: Readonly<Record<string, string>> = { current: toS(current), total: toS(member(pager, 'total_pages')) };
  return message.replace(placeholder, (whole, flags: string, width: string, ...rest: string[]) => {
    if (whole === '%%') return '%';
    const [named, flagsBehind = '', widthBehind, precision, kind = 's', braced] = rest;
    const number = numbers[(named ?? braced)!.slice(1, -1)]!;
    const isNumeric = kind !== 's' && kind !== 'p';
    const text = isNumeric ? digitsOf(Number(number), kind, precision) : number.slice(0, Number(precision ?? Infinity));
    return padded(text, flags + flagsBehind, Number(width || widthBehind), isNumeric);
  });
}

/** `%%`, `%<current>s`, `%03<total>d`, `%{current}`: flags and a width stand before the name or behind it. */
const placeholder =
  /%%|%([-+0 ]*)(\d*)(?:(<(?:current|total)>)([-+0 ]*)(\d*)(?:\.(\d+))?([spdiuxXobBf])|(\{(?:current|total)\}))/g;

const radixes: Readonly<Record<string, number>> = { x: 16, X: 16, o: 8, b: 2, B: 2 };

/** A whole number, or with digits behind the point; `precision` is how many, or else the least of all. */
function digitsOf(number: number, kind: string, precision: string | undefined): string {
  if (kind === 'f') return number.toFixed(Number(precision ?? 6));
  const digits = number.toString(radixes[kind] ?? 10).padStart(Number(precision ?? 0), '0');
  return kind === 'X' ? digits.toUpperCase() : digits;
}

/** A number as Ruby's `format` writes it. */
function padded(number: string, flags: string, width: number, isNumeric: boolean): string {
  const sign = isNumeric && /[+ ]/.test(flags) ? (flags.includes('+') ? '+' : ' ') : '';
  if (flags.includes('-')) return (sign + number).padEnd(width);
  if (isNumeric && flags.includes('0')) return sign + number.padStart(width - sign.length, '0');
  return (sign + number).padStart(width);
}

/** The page's author, or the site's; a name alone with what `_data/authors` knows of it. */
function authorOf(site: (key: string) => unknown, page: (key: string) => unknown): Hash {
  const listed = page('authors');
  const sources = [page('author'), Array.isArray(listed) ? listed[0] : undefined, site('author')];
  const author = sources.find((source) => toS(source) !== '');
  if (author instanceof Map) return author;
  if (typeof author !== 'string') return new Map();
  const known = member(member(site('data'), 'authors'), author);
  return new Map<unknown, unknown>([['name', author], ...asHash(known)]);
}

function imageOf(image: unknown, filter: SeoFacts['filter']): { url: string; data: Hash } | undefined {
  const data = new Map<unknown, unknown>([['path', null]]);
  if (image instanceof Map) for (const [key, value] of image) data.set(key, value);
  else if (typeof image === 'string') data.set('path', image);
  const path = either(data.get('path'), data.get('facebook'), data.get('twitter'));
  if (!isTruthy(path)) return undefined;
  return { url: escapeImageUrl(path, filter), data };
}

/** A path that is no URL is not made an absolute one. */
function escapeImageUrl(path: unknown, filter: SeoFacts['filter']): string {
  try {
    return filter(escapedUrl, path);
  } catch (error) {
    if (error instanceof SiteError && error.diagnostic.code === 'template/url') return filter(escaped, path);
    throw error;
  }
}

function localeOf(site: (key: string) => unknown, page: (key: string) => unknown): string {
  const language = (): unknown => either(page('lang'), site('lang'), 'en_US');
  const locale = either(page('locale'), site('locale'));
  return toS(isTruthy(locale) ? locale : language()).replaceAll('-', '_');
}

function canonicalUrlOf(page: (key: string) => unknown, filter: SeoFacts['filter']): unknown {
  const own = page('canonical_url');
  return toS(own) === '' ? filter(absoluteUrl, page('url')).replace(/\/index\.html$/gm, '/') : own;
}
