import { resolve } from 'node:path';
import { expandGlob } from './glob.js';

/** What `sass:` in the configuration asks for, with the defaults of jekyll-sass-converter 3. */
export interface SassSettings {
  readonly style: 'expanded' | 'compressed';
  /** Absolute, in the order in which they are searched. */
  readonly loadPaths: readonly string[];
  readonly hasSourceMap: boolean;
  readonly quietDeps: boolean;
  readonly verbose: boolean;
  readonly silenced: readonly string[];
  readonly fatal: readonly string[];
  readonly future: readonly string[];
}

/** Where the settings apply. */
export interface SassPlace {
  /** Absolute. */
  readonly source: string;
  readonly environment: string;
  /** The theme's folder of Sass, absolute, where there is one. */
  readonly themeSass?: string;
}

/** Reads the `sass:` settings; whatever is odd in them is as its default. */
export function readSassSettings(values: unknown, place: SassPlace): SassSettings {
  const settings = values instanceof Map ? values : new Map<unknown, unknown>();
  const text = (key: string): string => String(settings.get(key) ?? '').replace(/^:/, '');
  const sourceMap = text('sourcemap');
  return {
    style: text('style') === 'compressed' ? 'compressed' : 'expanded',
    loadPaths: findLoadPaths([...listOf(settings.get('load_paths')), text('sass_dir') || '_sass'], place),
    hasSourceMap: sourceMap !== 'never' && !(sourceMap === 'development' && place.environment !== 'development'),
    quietDeps: settings.get('quiet_deps') === true,
    verbose: settings.get('verbose') === true,
    silenced: listOf(settings.get('silence_deprecations')),
    fatal: listOf(settings.get('fatal_deprecations')),
    future: listOf(settings.get('future_deprecations')),
  };
}

/** A folder that is not there yet stays in the list: it may come while a site is being watched. */
function findLoadPaths(patterns: readonly string[], place: SassPlace): string[] {
  const paths = patterns.flatMap((pattern) =>
    /[*?{]/.test(pattern) ? expandGlob(place.source, pattern) : [resolve(place.source, pattern)],
  );
  if (place.themeSass !== undefined) paths.push(place.themeSass);
  return [...new Set(paths)];
}

function listOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
