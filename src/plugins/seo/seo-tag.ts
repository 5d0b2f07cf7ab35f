import type { Plugin } from '../../core/plugin.js';
import type { RenderContext } from '../../core/template.js';
import { isTruthy, toOutput, toS } from '../../core/values/ruby.js';
import { type Hash, toHash } from '../../core/values/values.js';
import { asHash, either, member } from '../values.js';
import { createSeoFacts, type SeoFacts } from './seo-facts.js';

/** jekyll-seo-tag: `{% seo %}` and `{% seo title=false %}`. */
export const seoTag: Plugin = {
  name: 'jekyll-seo-tag',
  tags: {
    seo: {
      body: 'none',
      parse: ({ markup }) => {
        const showsTitle = !/title=false/i.test(markup);
        return (context) => renderSeo(context, showsTitle);
      },
    },
  },
};

const version = '2.8.0';

function renderSeo(context: RenderContext, showsTitle: boolean): string {
  const facts = createSeoFacts(context);
  const lines = [
    `<!-- Begin Jekyll SEO tag v${version} -->`,
    showsTitle && facts.title !== undefined ? `<title>${facts.title}</title>` : '',
    `<meta name="generator" content="Jekyll v${toOutput(member(context.lookup('jekyll'), 'version'))}" />`,
    ...describe(facts),
    ...imageLines(facts),
    ...kindLines(facts),
    ...pagerLines(context, facts),
    ...cardLines(facts),
    ...ownerLines(facts),
    '<script type="application/ld+json">',
    `${jsonOf(context, facts)}</script>`,
    '<!-- End Jekyll SEO tag -->',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

/** One `meta` element, or nothing where Ruby has no value for it. */
function meta(kind: 'name' | 'property', name: string, value: unknown): string {
  return isTruthy(value) ? `<meta ${kind}="${name}" content="${toOutput(value)}" />` : '';
}

function describe(facts: SeoFacts): string[] {
  const hasUrl = isTruthy(facts.site('url'));
  return [
    meta('property', 'og:title', facts.pageTitle),
    meta('name', 'author', facts.author.get('name')),
    `<meta property="og:locale" content="${facts.locale}" />`,
    meta('name', 'description', facts.description),
    meta('property', 'og:description', facts.description),
    hasUrl ? `<link rel="canonical" href="${toOutput(facts.canonicalUrl)}" />` : '',
    hasUrl ? `<meta property="og:url" content="${toOutput(facts.canonicalUrl)}" />` : '',
    meta('property', 'og:site_name', facts.siteTitle),
  ];
}

function imageLines({ image }: SeoFacts): string[] {
  if (image === undefined) return [];
  return [
    `<meta property="og:image" content="${image.url}" />`,
    ...['height', 'width', 'alt'].map((key) => meta('property', `og:image:${key}`, image.data.get(key))),
  ];
}

function kindLines(facts: SeoFacts): string[] {
  const date = facts.page('date');
  if (!isTruthy(date)) return ['<meta property="og:type" content="website" />'];
  return [
    '<meta property="og:type" content="article" />',
    `<meta property="article:published_time" content="${facts.datePublished}" />`,
  ];
}

const absoluteUrl = { path: 'jekyll-seo-tag', line: 1, text: '{{ value | absolute_url }}' };
const json = { path: 'jekyll-seo-tag', line: 1, text: '{{ value | jsonify }}' };

function pagerLines(context: RenderContext, facts: SeoFacts): string[] {
  const pager = context.lookup('paginator');
  const link = (rel: string, key: string): string =>
    isTruthy(member(pager, key))
      ? `<link rel="${rel}" href="${facts.filter(absoluteUrl, member(pager, `${key}_path`))}" />`
      : '';
  return [link('prev', 'previous_page'), link('next', 'next_page')];
}

function cardLines(facts: SeoFacts): string[] {
  const { image } = facts;
  const card = orDefault(
    member(facts.page('twitter'), 'card'),
    orDefault(member(facts.site('twitter'), 'card'), 'summary_large_image'),
  );
  return [
    `<meta name="twitter:card" content="${image === undefined ? 'summary' : toOutput(card)}" />`,
    image === undefined ? '' : `<meta property="twitter:image" content="${image.url}" />`,
    meta('name', 'twitter:image:alt', image?.data.get('alt')),
    meta('property', 'twitter:title', facts.pageTitle),
    ...twitterLines(facts),
  ];
}

/** Liquid's `default`. */
function orDefault(value: unknown, fallback: unknown): unknown {
  const isEmpty = !isTruthy(value) || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty || (value instanceof Map && value.size === 0) ? fallback : value;
}

function twitterLines(facts: SeoFacts): string[] {
  const twitter = facts.site('twitter');
  if (!isTruthy(twitter)) return [];
  const handle = (value: unknown): string => `@${toS(value).replaceAll('@', '')}`;
  return [
    `<meta name="twitter:site" content="${handle(member(twitter, 'username'))}" />`,
    facts.creator === undefined ? '' : `<meta name="twitter:creator" content="${handle(facts.creator)}" />`,
  ];
}

const verifications = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
] as const;

function ownerLines(facts: SeoFacts): string[] {
  const facebook = facts.site('facebook');
  const verified = facts.site('webmaster_verifications');
  return [
    meta('property', 'fb:admins', member(facebook, 'admins')),
    meta('property', 'article:publisher', member(facebook, 'publisher')),
    meta('property', 'fb:app_id', member(facebook, 'app_id')),
    ...(isTruthy(verified)
      ? verifications.map(([key, name]) => meta('name', name, member(verified, key)))
      : [meta('name', 'google-site-verification', facts.site('google_site_verification'))]),
  ];
}

const entityTypes: readonly unknown[] = ['BlogPosting', 'CreativeWork'];
const authorTypes: readonly unknown[] = ['Organization', 'Person'];

/** The page in schema.org's words, keys in order, those without a value left out. */
function jsonOf(context: RenderContext, facts: SeoFacts): string {
  const entries: [string, unknown][] = [
    ['@context', 'https://schema.org'],
    ['@type', facts.type],
    ['author', jsonAuthor(facts.author)],
    ['dateModified', facts.dateModified],
    ['datePublished', facts.datePublished],
    ['description', facts.description],
    ['headline', facts.pageTitle],
    ['image', jsonImage(facts)],
    [
      'mainEntityOfPage',
      entityTypes.includes(facts.type) ? toHash({ '@type': 'WebPage', '@id': facts.canonicalUrl }) : undefined,
    ],
    ['name', facts.name],
    ['publisher', jsonPublisher(facts)],
    ['sameAs', facts.links],
    ['url', facts.canonicalUrl],
  ];
  const value = new Map(entries.filter(([, item]) => item !== undefined && item !== null));
  return context.renderIsolated(json, new Map([['value', value]]));
}

function jsonAuthor(author: Hash): Hash | undefined {
  const type = author.get('type');
  if (!isTruthy(author.get('name')) || (isTruthy(type) && !authorTypes.includes(type))) return undefined;
  const hash = new Map<unknown, unknown>([
    ['@type', either(type, 'Person')],
    ['name', author.get('name')],
  ]);
  return isTruthy(author.get('url')) ? hash.set('url', author.get('url')) : hash;
}

function jsonImage({ image }: SeoFacts): unknown {
  if (image === undefined) return undefined;
  const hash = new Map([...image.data].filter(([key]) => key !== 'path'));
  return hash.size === 0 ? image.url : hash.set('url', image.url).set('@type', 'imageObject');
}

function jsonPublisher(facts: SeoFacts): Hash | undefined {
  if (facts.logo === undefined) return undefined;
  const hash = toHash({ '@type': 'Organization', logo: { '@type': 'ImageObject', url: facts.logo } });
  const name = asHash(facts.author).get('name');
  return isTruthy(name) ? hash.set('name', name) : hash;
}
