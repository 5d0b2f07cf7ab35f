import type { Config } from '../core/types.js';

/** The collections of a configuration, in its order: label and folder relative to the source folder. */
export function collectionFolders(config: Config): ReadonlyMap<string, string> {
  const container = config.values.get('collections_dir');
  const prefix = typeof container === 'string' && container !== '' ? `${container.replace(/^\/+|\/+$/g, '')}/` : '';
  const collections = config.values.get('collections');
  const folders = new Map<string, string>();
  if (!(collections instanceof Map)) return folders;
  for (const name of collections.keys()) {
    const label = String(name).replace(/[^a-z0-9_\-.]/gi, '');
    folders.set(label, `${prefix}_${label}`);
  }
  return folders;
}
