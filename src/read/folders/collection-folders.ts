import { collectionsPrefix } from '../../core/settings.js';
import type { Config } from '../../core/types.js';

/** The collections of a configuration, in its order: label and folder relative to the source folder. */
export function collectionFolders(config: Config): ReadonlyMap<string, string> {
  const prefix = collectionsPrefix(config);
  const collections = config.values.get('collections');
  const folders = new Map<string, string>();
  if (!(collections instanceof Map)) return folders;
  for (const name of collections.keys()) {
    const label = String(name).replace(/[^a-z0-9_\-.]/gi, '');
    folders.set(label, `${prefix}_${label}`);
  }
  return folders;
}
