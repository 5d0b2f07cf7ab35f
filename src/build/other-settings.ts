import type { Plugin } from '../core/plugin.js';
import { entriesOf, NotedSettings, type SettingsSeen } from '../core/seen-settings.js';
import type { Config } from '../core/types.js';
import type { Hash } from '../core/values/values.js';
import { fingerprint } from '../render/evidence/fingerprint.js';
import type { LoadedSite } from './load-site.js';

/** A site whose program's own looks at settings are noted in `seen`. */
export function withNotedSettings(loaded: LoadedSite, seen: SettingsSeen): LoadedSite {
  return { ...loaded, config: withValues(loaded.config, loaded.config.values, seen) };
}

/** Settings that say what is read, and with what: what was made of a document depends on them by the document alone. */
const readingSettings: ReadonlySet<unknown> = new Set([
  'exclude',
  'include',
  'defaults',
  'future',
  'unpublished',
  'show_drafts',
  'limit_posts',
  'excerpt_separator',
  'page_excerpts',
  'strict_front_matter',
]);

/** Settings that were taken. */
export interface TakenSettings {
  /** The configuration for templates to see. */
  readonly shown: Config;
  /** Whether files are to be read again. */
  readonly isReadAgain: boolean;
}

/**
 * Takes the settings of a site that was loaded again, where nothing is different but values that nobody but templates
 * has looked at (`title` of most sites), or that say what is read. Where more is different it gives undefined, and all
 * is as it was. Code goes on with the configuration that it has, whose values are those of the other one then.
 */
export function takeSettings(loaded: LoadedSite, next: LoadedSite, seen: SettingsSeen): TakenSettings | undefined {
  const { values } = loaded.config;
  if (!isSameBesideValues(loaded, next)) return undefined;
  const changed = changedKeys(values, next.config.values);
  if (changed.some((key) => seen.has(key) && !readingSettings.has(key))) return undefined;
  values.clear();
  for (const [key, value] of next.config.values) values.set(key, value);
  // Of its own, so that it is seen to be another one.
  const shown = withValues(loaded.config, next.config.values, seen);
  return { shown, isReadAgain: changed.some((key) => readingSettings.has(key)) };
}

function withValues(config: Config, values: Hash, seen: SettingsSeen): Config {
  return { ...config, values: new NotedSettings(values, seen) };
}

function isSameBesideValues(one: LoadedSite, other: LoadedSite): boolean {
  if (one.plugins.length !== other.plugins.length) return false;
  // Those that are not built in may have looked at anything while they were loaded.
  const isSamePlugin = (plugin: Plugin, index: number): boolean =>
    plugin === other.plugins[index] && plugin.file === undefined;
  if (!one.plugins.every(isSamePlugin)) return false;
  return plainText(one) === plainText(other);
}

function plainText({ config: { values: _values, ...config }, theme, diagnostics }: LoadedSite): string {
  return JSON.stringify([Object.entries(config).sort(), theme ?? null, diagnostics]);
}

function changedKeys(values: Hash, others: Hash): unknown[] {
  const [known, next] = [new Map(entriesOf(values)), new Map(entriesOf(others))];
  return [...new Set([...known.keys(), ...next.keys()])].filter(
    (key) =>
      known.has(key) !== next.has(key) || fingerprint(known.get(key) ?? null) !== fingerprint(next.get(key) ?? null),
  );
}
