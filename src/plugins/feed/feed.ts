import { type GenerateTools, type Plugin, priorities } from '../../core/plugin.js';
import type { RenderContext, Tag } from '../../core/template.js';
import { escapeXml } from '../../core/text/escape-html.js';
import type { Document, Site } from '../../core/types.js';
import { inspect, isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { asArray, asHash, either, postsByAttribute, setting } from '../values.js';
import { feedTemplate } from './feed-template.js';

/** jekyll-feed: an Atom feed of posts, of other collections, of categories and tags; `{% feed_meta %}`. */
export const feed: Plugin = {
  name: 'jekyll-feed',
  priority: priorities.lowest,
  tags: { feed_meta: createFeedMeta() },
  generate(site, tools) {
    const config = asHash(setting(site.config, 'feed'));
    if (isTruthy(config.get('disable_in_development')) && site.config.environment === 'development') return site;
    const maker = createFeedMaker(tools);
    const added: Document[] = [];
    for (const [collection, meta] of feedCollections(config)) {
      for (const category of [...new Set(categoriesOf(meta)), null]) {
        maker(feedPath(collection, category, meta), { collection, category }, added);
      }
    }
    if (isTruthy(config.get('tags'))) makeTagFeeds(site, asHash(config.get('tags')), maker, added);
    return { ...site, pages: [...site.pages, ...added] };
  },
};

/** What a feed shows. */
interface FeedSubject {
  readonly collection: unknown;
  readonly category?: unknown;
  readonly tag?: unknown;
}

type FeedMaker = (path: string, subject: FeedSubject, added: Document[]) => void;

function createFeedMaker(tools: GenerateTools): FeedMaker {
  const exists = (path: string): boolean => {
    const relative = path.replace(/^\/+/, '');
    // The source folder itself is there.
    return relative === '' || tools.readFile(relative) !== undefined;
  };
  let hasStyle: boolean | undefined;
  return (path, { collection, category = null, tag = null }, added) => {
    if (exists(path)) return;
    hasStyle ??= exists('feed.xslt.xml');
    const data = new Map<unknown, unknown>([
      ['layout', null],
      ['sitemap', false],
      ['xsl', hasStyle],
      ['collection', collection],
      ['category', category],
      ['tags', tag],
    ]);
    added.push(tools.createPage({ path: path.replace(/^\/+/, ''), name: path, data, body: feedTemplate }));
  };
}

/** Collections with a feed; posts always have one, set by top-level keys or as a collection's. */
function feedCollections(config: Hash): Map<unknown, Hash> {
  const collections = new Map<unknown, Hash>();
  const configured = config.get('collections');
  if (Array.isArray(configured)) for (const name of configured) collections.set(name, new Map());
  else for (const [name, meta] of asHash(configured)) collections.set(name, new Map(asHash(meta)));
  const posts = new Map(collections.get('posts') ?? []);
  for (const key of ['path', 'categories']) posts.set(key, either(posts.get(key), config.get(key)));
  return collections.set('posts', posts);
}

/** Of a hash, each of its pairs is a category to the gem. */
function categoriesOf(meta: Hash): readonly unknown[] {
  const categories = meta.get('categories');
  return categories instanceof Map ? [...categories] : asArray(categories);
}

function feedPath(collection: unknown, category: unknown, meta: Hash): string {
  const prefix = collection === 'posts' ? '/feed' : `/feed/${toS(collection)}`;
  if (isTruthy(category)) return `${prefix}/${Array.isArray(category) ? inspect(category) : toS(category)}.xml`;
  const path = meta.get('path');
  return isTruthy(path) ? toS(path) : `${prefix}.xml`;
}

function makeTagFeeds(site: Site, settings: Hash, maker: FeedMaker, added: Document[]): void {
  const tags = postsByAttribute(site, 'tags');
  if (tags.size === 0) return;
  const except = asArray(settings.get('except'));
  const only = isTruthy(settings.get('only')) ? asArray(settings.get('only')) : [...tags.keys()];
  const folder = isTruthy(settings.get('path')) ? toS(settings.get('path')) : '/feed/by_tag/';
  for (const tag of only) {
    // Others would need escaping in the feed's path.
    if (except.includes(tag) || /[^a-zA-Z0-9_]/.test(toS(tag))) continue;
    maker(`${folder}${toS(tag)}.xml`, { collection: 'posts', tag }, added);
  }
}

const absoluteUrl = { path: 'jekyll-feed', line: 1, text: '{{ path | absolute_url }}' };

function createFeedMeta(): Tag {
  return { body: 'none', parse: () => renderFeedMeta };
}

function renderFeedMeta(context: RenderContext): string {
  const config = asHash(context.host.config('feed'));
  const path = either(config.get('path'), asHash(asHash(config.get('collections')).get('posts')).get('path'));
  const href = context.renderIsolated(absoluteUrl, new Map([['path', isTruthy(path) ? path : 'feed.xml']]));
  const title = either(context.host.config('title'), context.host.config('name'));
  const attributes = [`type="application/atom+xml"`, `rel="alternate"`, `href="${escapeXml(href)}"`];
  if (isTruthy(title)) attributes.push(`title="${escapeXml(toS(title))}"`);
  return `<link ${attributes.join(' ')} />`;
}
