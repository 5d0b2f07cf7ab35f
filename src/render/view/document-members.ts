import { baseName } from '../../core/paths.js';
import { pathInCollections } from '../../core/settings.js';
import { type Document, DocumentRef } from '../../core/types.js';
import { asObjects } from '../../core/values/object-lists.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { fingerprint } from '../evidence/fingerprint.js';
import type { DocumentState, World } from '../world.js';
import { dirname, slashed } from './paths.js';
import { TracedHash } from './traced-hash.js';

/** What Jekyll's Page adds to its front matter, in order. */
export const pageKeys: readonly string[] = ['content', 'dir', 'excerpt', 'name', 'path', 'url'];

/** Whether a plugin's page has no member of that name, as other pages do. */
export function isMissing({ members, data }: Document, key: string): boolean {
  return members !== undefined && pageKeys.includes(key) && !members.includes(key) && !data.has(key);
}

/** A member that is known once the document is read. */
export function memberOf(world: World, state: DocumentState, key: string): unknown {
  const { document } = state;
  if (document.kind === 'page') return pageMember(world, state, key);
  switch (key) {
    case 'id':
      return documentId(state);
    case 'url':
      return document.route.url;
    case 'path':
    case 'relative_path':
      return relativePath(world, state);
    case 'date':
      return documentDate(world, state);
    case 'collection':
      return document.collection;
    case 'name':
      return isTruthy(document.data.get('name')) ? document.data.get('name') : baseName(document.path);
    default:
      return resolvedData(world, state, key);
  }
}

/** As its data has it, which in a YAML file can be a text; a document without a date has the time of the build. */
function documentDate(world: World, state: DocumentState): unknown {
  const { date, data } = state.document;
  const own = data.get('date');
  if (own === date) return date;
  if (isTruthy(own)) return resolvedData(world, state, 'date');
  world.facts.note('site', 'time');
  return date;
}

function pageMember(world: World, state: DocumentState, key: string): unknown {
  const { document } = state;
  switch (key) {
    case 'url':
      return document.route.url;
    case 'dir':
      return document.route.url.endsWith('/') ? document.route.url : slashed(dirname(document.route.url));
    case 'name':
      return document.name ?? baseName(document.path);
    case 'path':
      return document.data.get('path') ?? document.path;
    case 'layout':
      // A page whose front matter has an empty layout shows the one that it would have.
      return (
        document.data.get('layout') ?? (document.data.has('layout') ? world.layoutByDefault(document.path) : undefined)
      );
    default:
      return resolvedData(world, state, key);
  }
}

/** `/2020/01/02/title`: the folder of its URL and its slug. */
function documentId({ document }: DocumentState): string {
  const given = document.data.get('slug');
  const slug = isTruthy(given) ? toS(given) : baseName(document.path).replace(/\.[^.]*$/, '');
  const folder = slashed(dirname(document.route.url));
  return slug.startsWith('/') ? folder.slice(0, -1) + slug : folder + slug;
}

/** Relative to `collections_dir`. */
export function relativePath({ site }: World, { document }: DocumentState): string {
  return pathInCollections(site.config, document.path);
}

/** A value of the front matter, with references to documents made into what templates see of them. */
export function resolvedData(world: World, state: DocumentState, key: string): unknown {
  const value = state.document.data.get(key);
  if (typeof value !== 'object' || value === null) return value;
  if (state.resolved?.from !== state.document) state.resolved = { from: state.document, values: new Map() };
  const { values } = state.resolved;
  if (!values.has(value)) values.set(value, resolve(world, value));
  return values.get(value);
}

/** A value with each reference to a document made into its view; the same value where there is none. */
export function resolve(world: World, value: unknown): unknown {
  if (value instanceof DocumentRef) {
    const state = world.states.get(value.id);
    return state && world.viewOf(state);
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => resolve(world, item));
    return items.some((item, index) => item !== value[index]) ? asObjects(items) : value;
  }
  if (value instanceof Map && !(value instanceof TracedHash)) {
    let isChanged = false;
    const entries: [unknown, unknown][] = [];
    for (const [key, item] of value) {
      const made = resolve(world, item);
      isChanged ||= made !== item;
      entries.push([key, made]);
    }
    return isChanged ? new Map(entries) : value;
  }
  return value;
}

/** A document's text before it is rendered, as templates see it. */
export function rawContentOf({ document }: DocumentState): string {
  return document.rawContent ?? document.body;
}

/** The fingerprint of a member as it is now. */
export function memberFingerprint(world: World, state: DocumentState, key: string): string {
  if (key === '*') return fingerprint([...state.document.data.keys()]);
  if (key === 'raw') return fingerprint(rawContentOf(state));
  if (key === 'whole') return state.document.hash;
  // A render that saw no excerpt, or one from the front matter, has to read it again once it is made of the text.
  if (key === 'excerpt' && state.document.excerpt !== undefined) return '';
  // Archives and such: their lists are compared by the documents that they name.
  if (state.document.data.has(key)) return fingerprint(state.document.data.get(key));
  return fingerprint(memberOf(world, state, key));
}
