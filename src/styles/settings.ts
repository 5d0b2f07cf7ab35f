import { join, posix, resolve, sep } from 'node:path';
import { isTruthy } from '../core/values/ruby.js';
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
  /** Whether `load_paths` are held inside of the source folder (`safe`), as `sass_dir` always is. */
  readonly isSafe?: boolean;
}

/** Reads the `sass:` settings; whatever is odd in them is as its default. */
export function readSassSettings(values: unknown, place: SassPlace): SassSettings {
  const settings = values instanceof Map ? values : new Map<unknown, unknown>();
  const text = (key: string): string => String(settings.get(key) ?? '');
  const sourceMap = text('sourcemap');
  const loadPaths = listOf(settings.get('load_paths'));
  return {
    style: /^:?compressed$/.test(text('style')) ? 'compressed' : 'expanded',
    loadPaths: findLoadPaths(
      [
        ...(place.isSafe === true ? loadPaths.map((path) => pathInside(path, place)) : loadPaths),
        pathInside(text('sass_dir') || '_sass', place),
      ],
      place,
    ),
    // Jekyll stumbles over `false`, which can mean one thing only.
    hasSourceMap: !/^(?:never|false)$/.test(sourceMap) && (sourceMap !== 'development' || isDevelopment(place)),
    quietDeps: isTruthy(settings.get('quiet_deps')),
    verbose: isTruthy(settings.get('verbose')),
    silenced: listOf(settings.get('silence_deprecations')),
    fatal: listOf(settings.get('fatal_deprecations')),
    future: listOf(settings.get('future_deprecations')),
  };
}

function isDevelopment({ environment }: SassPlace): boolean {
  return environment === 'development';
}

/** A path held inside of the source folder: one that leads out of it, or begins at the root, begins there. */
function pathInside(path: string, { source }: SassPlace): string {
  if (path === source || path.startsWith(source + sep)) return resolve(path);
  return join(source, posix.resolve('/', path));
}

/** A folder that is not there yet stays in the list: it may come while a site is being watched. */
function findLoadPaths(patterns: readonly string[], place: SassPlace): string[] {
  const paths = patterns.flatMap((pattern) =>
    /[*?[{]/.test(pattern) ? expandGlob(place.source, pattern) : [resolve(place.source, pattern)],
  );
  if (place.themeSass !== undefined) paths.push(place.themeSass);
  return [...new Set(paths)];
}

function listOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}
