import { compareDocuments } from '../../core/compare-documents.js';
import { compareTexts } from '../../core/compare-texts.js';
import { baseName } from '../../core/paths.js';
import { inspectString, isTruthy, toS } from '../../core/ruby.js';
import { shownSetting, shownSettings } from '../../core/seen-settings.js';
import { pathInCollections } from '../../core/settings.js';
import { Time } from '../../core/time.js';
import type { Asset, Collection, Document, Site } from '../../core/types.js';
import { type Drop, isDrop } from '../../core/values.js';
import { prettyJson } from '../../core/write-json.js';
import { relatedIds } from '../related.js';
import { sheetsBefore } from '../sheets.js';
import type { World } from '../world.js';
import { resolve } from './document-members.js';
import { viewOf } from './document-view.js';
import { createSiteTime } from './site-time.js';
import { sourceMapView } from './source-map-view.js';
import { TracedHash } from './traced-hash.js';

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

const htmlExtensions = new Set(['.html', '.xhtml', '.htm']);

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
    documents.map((document) => documentView(world, document));

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
        return list('static_files', () => site.assets.map(assetView));
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
  return list(`pages ${sheets.length}`, () => [...pages(), ...sheets.map((sheet) => sourceMapView(world, sheet))]);
}

function documentView(world: World, document: Document): unknown {
  return viewOf(world, world.states.get(document.id)!);
}

/** Posts as `site.posts` has them: the newest first; of one moment, the later path first. */
export function newestFirst(site: Site): Document[] {
  const posts = site.collections.get('posts')?.documents ?? [];
  const result = posts.slice().reverse();
  return areSortedAnew(site) ? result.sort((a, b) => compareDocuments(b, a)) : result;
}

/** Whether templates see posts in another order than the collection has them in, one that follows their dates. */
export function areSortedAnew(site: Site): boolean {
  return site.collections.get('posts')?.metadata.has('sort_by') === true || hasUndatedDrafts(site);
}

/** Whether drafts may have been put in order without a date, which they have once they are rendered. */
function hasUndatedDrafts({ config }: Site): boolean {
  return isTruthy(config.values.get('show_drafts')) && isTruthy(config.values.get('future'));
}

/** Pages whose output is HTML. */
export function htmlPages(site: Site): Document[] {
  return site.pages.filter((page) => htmlExtensions.has(page.outputExtension) || page.route.url.endsWith('/'));
}

function allDocuments(world: World, assetView: (asset: Asset) => Drop): unknown[] {
  const all: unknown[] = [];
  for (const collection of world.site.collections.values()) {
    for (const document of collection.documents) all.push(documentView(world, document));
    for (const asset of collection.assets) all.push(assetView(asset));
  }
  return all;
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
  for (const post of hasUndatedDrafts(world.site) ? posts.toSorted(compareDocuments) : posts)
    for (const name of namesOf(post.data.get(attribute))) groups.get(name)!.push(documentView(world, post));
  for (const group of groups.values()) group.reverse();
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
  return relatedIds(world.site, state.id).map((id) => viewOf(world, world.states.get(id)!));
}

/** `_data`, each of its first keys a fact of its own. */
function dataView(world: World): unknown {
  const given = world.site.config.values.get('data');
  if (isTruthy(given)) return given;
  return new DataHash(world);
}

/** Which keys there are is a fact, too: also that there are none. */
class DataHash extends TracedHash {
  readonly #world: World;

  constructor(world: World) {
    super(world.site.data.keys(), (key) => {
      world.facts.note('data', String(key));
      return world.site.data.get(key);
    });
    this.#world = world;
  }

  override get size(): number {
    this.#world.facts.note('site', 'data');
    return super.size;
  }

  override has(key: unknown): boolean {
    this.#world.facts.note('site', 'data');
    return super.has(key);
  }

  override keys(): MapIterator<unknown> {
    this.#world.facts.note('site', 'data');
    return super.keys();
  }
}

/** Inside a drop printed as JSON, Ruby prints documents as their texts. */
function textsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textsOf);
  if (isDrop(value) && value.className === 'Jekyll::Drops::DocumentDrop') return value.toS?.();
  if (value instanceof TracedHash && value.has('dir')) return value.get('content');
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, textsOf(item)]));
  return value;
}

function createCollectionDrop(world: World, label: string, assetView: (asset: Asset) => Drop): Drop {
  const now = (): Collection => world.site.collections.get(label)!;
  const ownKeys = ['label', 'files', 'docs', 'output', 'relative_directory', 'directory'];
  const get = (key: string): unknown => {
    world.facts.note('collection', label);
    const collection = now();
    switch (key) {
      case 'label':
        return label;
      case 'docs':
        return collection.documents.map((document) => documentView(world, document));
      case 'files':
        return collection.assets.map(assetView);
      case 'relative_directory':
        return collection.relativeDirectory;
      case 'directory':
        return collection.directory;
      case 'output':
        return collection.isWritten;
      default:
        return collection.metadata.get(key);
    }
  };
  const keys = (): string[] => [...new Set([...ownKeys, ...[...now().metadata.keys()].map(String)])];
  const drop: Drop = {
    isDrop: true,
    className: 'Jekyll::Drops::CollectionDrop',
    identity: label,
    inspect: () => prettyJson(drop),
    get: (key) => get(String(key)),
    keys,
    toS: () => {
      world.facts.note('collection', label);
      return `[${now()
        .documents.map(
          (document) =>
            `#<Jekyll::Document ${pathInCollections(world.site.config, document.path)} collection=${label}>`,
        )
        .join(', ')}]`;
    },
    toJson: () => new Map(keys().map((key) => [key, textsOf(get(key))])),
  };
  return drop;
}

/** A static file's members; reading the list of files has noted all of them. */
function createAssetDrop(world: World, asset: Asset): Drop {
  const name = baseName(asset.path);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  const members = new Map<string, unknown>([
    ['name', name],
    ['basename', name.slice(0, name.length - extension.length).replace(/\.*$/, '')],
    ['extname', extension],
    ['path', asset.collection === undefined ? `/${asset.path}` : pathInCollections(world.site.config, asset.path)],
    ['collection', asset.collection],
  ]);
  const get = (key: string): unknown => {
    if (key === 'modified_time') return new Time(Math.floor(asset.modified * 1000), 0, world.site.time.zone);
    return members.has(key) ? members.get(key) : asset.data.get(key);
  };
  const drop: Drop = {
    isDrop: true,
    className: 'Jekyll::Drops::StaticFileDrop',
    inspect: () => prettyJson(drop),
    inspectItem: () => `#<Jekyll::StaticFile @relative_path=${inspectString(toS(members.get('path')))}>`,
    identity: asset.path,
    get: (key) => get(String(key)),
    keys: () => [...new Set([...members.keys(), 'modified_time', ...[...asset.data.keys()].map(String)])],
  };
  return drop;
}
