import { withSlashes } from '../../core/files.js';
import { pathInCollections } from '../../core/settings.js';
import type { Asset, Collection } from '../../core/types.js';
import { asObjects } from '../../core/values/object-lists.js';
import { type Drop, isDrop } from '../../core/values/values.js';
import { prettyJson } from '../../core/values/write-json.js';
import type { World } from '../world.js';
import { viewOf } from './document-view.js';
import { TracedHash } from './traced-hash.js';

/** The drop of a collection in `site.collections`. */
export function createCollectionDrop(world: World, label: string, assetView: (asset: Asset) => Drop): Drop {
  const now = (): Collection => world.site.collections.get(label)!;
  const ownKeys = ['label', 'files', 'docs', 'output', 'relative_directory', 'directory'];
  const get = (key: string): unknown => {
    world.facts.note('collection', label);
    const collection = now();
    switch (key) {
      case 'label':
        return label;
      case 'docs':
        return asObjects(collection.documents.map((document) => viewOf(world, world.states.get(document.id)!)));
      case 'files':
        return asObjects(collection.assets.map(assetView));
      case 'relative_directory':
        return collection.relativeDirectory;
      case 'directory':
        return withSlashes(collection.directory);
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

/** Inside a drop printed as JSON, Ruby prints documents as their texts. */
export function textsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(textsOf);
  if (isDrop(value) && value.className === 'Jekyll::Drops::DocumentDrop') return value.toS?.();
  if (value instanceof TracedHash && value.has('dir')) return value.get('content');
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, textsOf(item)]));
  return value;
}
