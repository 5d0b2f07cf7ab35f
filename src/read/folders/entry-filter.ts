import { baseName } from '../../core/paths.js';
import { matchesEntry } from '../../core/text/fnmatch.js';
import type { Config } from '../../core/types.js';

/** Whether an entry of a folder belongs to the site. */
export interface EntryFilter {
  /**
   * @param entry relative to the folder `base`
   * @param base relative to the source folder, with a slash in front; '' for the source folder itself
   */
  accepts(entry: string, base: string, isFolder: () => boolean): boolean;
  /** Entries of `include` that name files, wherever they lie. */
  readonly included: readonly string[];
}

/** Jekyll's rules: `include` over `exclude`, then nothing that begins with `.`, `_`, `#` or `~` or ends with `~`. */
export function createEntryFilter(config: Config): EntryFilter {
  const include = listOf(config, 'include');
  const exclude = listOf(config, 'exclude').filter((pattern) => !include.includes(pattern));
  const isIncluded = (entry: string, isFolder: () => boolean): boolean =>
    include.length > 0 && (matchesEntry(include, entry, isFolder) || matchesEntry(include, baseName(entry), isFolder));
  return {
    included: include.filter((pattern) => typeof pattern === 'string'),
    accepts(entry, base, isFolder) {
      if (entry.endsWith('.')) return false;
      const isSet = isSpecial(entry) || isSpecial(baseName(entry)) || entry.endsWith('~');
      return !(isSet || matchesEntry(exclude, `${base}/${entry}`, isFolder)) || isIncluded(entry, isFolder);
    },
  };
}

function listOf(config: Config, key: string): unknown[] {
  const value = config.values.get(key);
  return Array.isArray(value) ? value : [];
}

function isSpecial(entry: string): boolean {
  const first = entry.charCodeAt(0);
  return first === 46 || first === 95 || first === 35 || first === 126;
}
