import { compareDocuments, hasUndatedPosts } from '../../core/compare-documents.js';
import { shownSetting, shownSettings } from '../../core/seen-settings.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import { type Asset, type Document, type Site, staticFiles } from '../../core/types.js';
import { asObjects } from '../../core/values/object-lists.js';
import type { Drop } from '../../core/values/values.js';
import { prettyJson } from '../../core/values/write-json.js';
import { sheetsBefore } from '../sheets.js';
import type { World } from '../world.js';
import { createAssetDrop } from './asset-view.js';
import { createCollectionDrop, textsOf } from './collection-view.js';
import { dataView } from './data-view.js';
import { resolve } from './document-members.js';
import { viewOf } from './document-view.js';
import { relatedIds } from './related.js';
import { htmlPages, newestFirst } from './site-lists.js';
import { createSiteTime } from './site-time.js';
import { sourceMapView } from './source-map-view.js';

/** The members of Jekyll's SiteDrop besides the configuration, in the order in which Ruby lists them. */
const siteKeys = [
  'posts',
  'time',
  'html_pages',
  'config',
  'documents',
  'pages',
  'data',
  'categories',
  'related_posts',
  'tags',
  'static_files',
  'collections',
];

/** The members of a site, each made when first asked for. */
type Lists = Map<string, unknown>;

/**
 * The `site` drop of a world: it shows whatever site the world has at the time. Lists are made once for each version of
 * the site, so there should be one drop for all templates.
 */
export function createSiteDrop(world: World): Drop {
  const assets = new WeakMap<Asset, Drop>();
  const collections = new Map<string, Drop>();
  let madeFor: Site | undefined;
  let lists: Lists = new Map();

  const assetView = (asset: Asset): Drop => {
    let view = assets.get(asset);
    if (view === undefined) assets.set(asset, (view = createAssetDrop(world, asset)));
    return view;
  };
  const collectionView = (label: string): Drop => {
    let view = collections.get(label);
    if (view === undefined) collections.set(label, (view = createCollectionDrop(world, label, assetView)));
    return view;
  };
  const list = (name: string, make: () => unknown): unknown => {
    if (madeFor !== world.site) {
      madeFor = world.site;
      lists = new Map();
    }
    if (!lists.has(name)) lists.set(name, make());
    return lists.get(name);
  };
  const views = (documents: readonly Document[]): unknown[] =>
    asObjects(documents.map((document) => documentView(world, document)));

  const get = (key: string): unknown => {
    const { site } = world;
    if (key !== 'posts' && site.collections.has(key)) {
      world.facts.note('collection', key);
      return list(`collection:${key}`, () => views(site.collections.get(key)!.documents));
    }
    switch (key) {
      case 'posts':
        world.facts.note('collection', 'posts');
        return list('posts', () => views(newestFirst(site)));
      case 'pages':
        world.facts.note('site', 'pages');
        return pagesWithSourceMaps(world, list, () => views(site.pages));
      case 'html_pages':
        world.facts.note('site', 'html_pages');
        return list('html_pages', () => views(htmlPages(site)));
      case 'static_files':
        world.facts.note('site', 'static_files');
        return list('static_files', () => asObjects(staticFiles(site).map(assetView)));
      case 'documents':
        world.facts.note('site', 'documents');
        return list('documents', () => allDocuments(world, assetView));
      case 'tags':
      case 'categories':
        world.facts.note('site', key);
        return list(key, () => byAttribute(world, key));
      case 'collections':
        world.facts.note('site', 'collections');
        return list('collections', () => [...site.collections.keys()].sort(compareTexts).map(collectionView));
      case 'related_posts':
        return relatedPosts(world);
      case 'time':
        return list('time', () => createSiteTime(world));
      case 'data':
        return list('data', () => dataView(world));
      case 'config':
        return undefined;
      default:
        return readSetting(world, key);
    }
  };
  const keys = (): string[] => {
    world.facts.note('site', 'keys');
    return settingKeys(world.site);
  };
  const drop: Drop = {
    isDrop: true,
    className: 'Jekyll::Drops::SiteDrop',
    get: (key) => get(String(key)),
    keys,
    inspect: () => prettyJson(drop),
    toJson: () => new Map(keys().map((key) => [key, textsOf(get(key))])),
  };
  return drop;
}

function settingKeys(site: Site): string[] {
  const names = new Set<string>(siteKeys);
  for (const key of site.members?.keys() ?? []) names.add(String(key));
  for (const key of shownSettings(site.config)) names.add(String(key));
  return [...names];
}

function readSetting(world: World, key: string): unknown {
  const { members, config } = world.site;
  // That there is no such member is a fact too: one may come.
  world.facts.note('member', key);
  if (members?.has(key)) return resolve(world, members.get(key));
  world.facts.note('setting', key);
  return shownSetting(config, key);
}

/** Pages, and source maps of the style sheets rendered before: Jekyll adds each as a page when it makes it. */
function pagesWithSourceMaps(
  world: World,
  list: (name: string, make: () => unknown) => unknown,
  pages: () => unknown[],
): unknown {
  const sheets = sheetsBefore(world);
  if (sheets.length === 0) return list('pages', pages);
  return list(`pages ${sheets.length}`, () =>
    asObjects([...pages(), ...sheets.map((sheet) => sourceMapView(world, sheet))]),
  );
}

function allDocuments(world: World, assetView: (asset: Asset) => Drop): unknown[] {
  const all: unknown[] = [];
  for (const collection of world.site.collections.values()) {
    for (const document of collection.documents) all.push(documentView(world, document));
    for (const asset of collection.assets) all.push(assetView(asset));
  }
  return asObjects(all);
}

/** Names that are tags or categories of a post. */
function namesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Posts by each of their tags or categories, as `site.tags` has them: newest first. */
function byAttribute(world: World, attribute: string): Map<unknown, unknown[]> {
  const groups = new Map<unknown, unknown[]>();
  const posts = world.site.collections.get('posts')?.documents ?? [];
  for (const { data } of posts) for (const name of namesOf(data.get(attribute))) groups.set(name, []);
  for (const post of hasUndatedPosts(world.site) ? posts.toSorted(compareDocuments) : posts)
    for (const name of namesOf(post.data.get(attribute))) groups.get(name)!.push(documentView(world, post));
  for (const group of groups.values()) asObjects(group.reverse());
  return groups;
}

/** The ten newest posts but the one being rendered; nil on pages. */
function relatedPosts(world: World): unknown {
  const { rendering } = world;
  if (rendering === undefined) return undefined;
  const { state, phase } = rendering;
  rendering.readsItself = true;
  // To Jekyll, an excerpt is no document of the site.
  if (state.document.kind === 'page' || phase === 'excerpt') return undefined;
  world.facts.note('related', state.id);
  return asObjects(relatedIds(world.site, state.id).map((id) => viewOf(world, world.states.get(id)!)));
}

function documentView(world: World, document: Document): unknown {
  return viewOf(world, world.states.get(document.id)!);
}
