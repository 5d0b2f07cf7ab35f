import { extensionOf } from '../core/paths.js';
import { assetRoute, expandPagePermalink } from '../core/route.js';
import type { Asset } from '../core/types.js';
import { isTruthy } from '../core/values/ruby.js';
import { cleanPath } from './documents/document.js';
import type { DiskFile } from './folders/disk-file.js';
import { nameWithoutExtension, withoutTrailingDots } from './paths.js';
import type { ReadSettings } from './settings.js';

/** A file that is copied as it is; `collection` where it lies in a collection's folder. */
export function readAsset(
  file: DiskFile,
  settings: ReadSettings,
  collection?: { readonly label: string; readonly isWritten: boolean },
): Asset {
  const slot = collection === undefined ? slots.plain : slots.ofCollections;
  const kept = slot.get(file);
  if (kept?.by === settings) return kept.value;
  const value = makeAsset(file, settings, collection);
  slot.set(file, { by: settings, value });
  return value;
}

type Kept = WeakMap<DiskFile, { readonly by: ReadSettings; readonly value: Asset }>;

/** Where `include` names a collection's folder, its files are there twice. */
const slots: { readonly plain: Kept; readonly ofCollections: Kept } = {
  plain: new WeakMap(),
  ofCollections: new WeakMap(),
};

function makeAsset(
  file: DiskFile,
  settings: ReadSettings,
  collection: { readonly label: string; readonly isWritten: boolean } | undefined,
): Asset {
  const label = collection?.label;
  const url = label === undefined ? plainUrl(file.path) : collectionUrl(file.path, label, settings);
  const prefix = settings.collectionsPrefix;
  const relative = label !== undefined && file.path.startsWith(prefix) ? file.path.slice(prefix.length) : file.path;
  const published = settings.defaults.of(url, label).get('published');
  return {
    path: file.path,
    absolutePath: file.absolutePath,
    hash: file.outerHash,
    modified: file.modified,
    size: file.size,
    ...(label === undefined ? {} : { collection: label }),
    data: settings.defaults.of(relative, label),
    route: assetRoute(url),
    isWritten: (published === undefined || isTruthy(published)) && (collection?.isWritten ?? true),
  };
}

function plainUrl(path: string): string {
  const extension = extensionOf(path);
  return `/${withoutTrailingDots(path.slice(0, path.length - extension.length))}`.replace(/\/$/, '') + extension;
}

function collectionUrl(path: string, label: string, settings: ReadSettings): string {
  const url = expandPagePermalink(settings.templateOf(label), [
    ['collection', label],
    ['path', cleanPath(path, label, settings)],
    ['output_ext', ''],
    ['name', withoutTrailingDots(nameWithoutExtension(path))],
    ['title', ''],
  ]);
  return url.replace(/\/$/, '') + extensionOf(path);
}
