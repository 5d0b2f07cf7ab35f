import { dirname, join } from 'node:path';
import { SiteError } from '../core/diagnostics.js';
import { isWithin, linkStatsOf, statsOf } from '../core/files.js';
import type { Config } from '../core/types.js';

/**
 * Throws where a build would begin with no source, or could not have its destination. Jekyll builds an empty site from a
 * source that is not there, and removes the posts where they lie in the destination.
 */
export function checkBuildFolders(config: Config): void {
  checkSource(config);
  checkDestination(config);
  const holder = sourceFolderAround(config.destination, config);
  if (holder === undefined) return;
  throw new SiteError({
    code: 'config/destination',
    message: `Destination directory cannot be in ${holder}, which the site is read from.`,
    hint: 'Choose another --destination: whatever else is in it is removed.',
    setting: ['destination'],
  });
}

/** Throws where the source is no folder. */
export function checkSource({ source }: Config): void {
  const stats = statsOf(source);
  if (stats?.isDirectory() === true) return;
  throw new SiteError({
    code: 'config/source',
    message: stats === undefined ? `There is no folder ${source}.` : `The source ${source} is no folder.`,
    hint: 'Name the folder of the site with --source; paths are relative to the folder that the command runs in.',
    setting: ['source'],
  });
}

function checkDestination({ destination }: Config): void {
  const there = nearestThere(destination);
  const stats = statsOf(there);
  if (stats?.isDirectory() === true) return;
  const what = stats === undefined ? 'is a symbolic link that leads to nothing' : 'is a file';
  throw new SiteError({
    code: 'config/destination',
    message: `The destination ${destination} ${there === destination ? what : `cannot be a folder: ${there} ${what}`}.`,
    hint: 'Remove it, or choose another --destination.',
    setting: ['destination'],
  });
}

/** A path or what is above it: the first of them that is there. */
function nearestThere(path: string): string {
  const above = dirname(path);
  return above === path || linkStatsOf(path) !== undefined ? path : nearestThere(above);
}

/** The folder that the site is read from, relative to the source, that another one is in; undefined where it is in none. */
export function sourceFolderAround(folder: string, config: Config): string | undefined {
  return sourceFolders(config).find((holder) => isWithin(folder, join(config.source, holder)));
}

/** The folders that hold parts of the site, where they are there, relative to the source. */
function sourceFolders({ values, source }: Config): string[] {
  const sass = values.get('sass');
  const collections = values.get('collections');
  const labels = ['posts', 'drafts', ...(collections instanceof Map ? collections.keys() : [])];
  const folders = [
    ...labels.map((label) => join(String(values.get('collections_dir') ?? ''), `_${label}`)),
    ...['layouts_dir', 'includes_dir', 'data_dir', 'plugins_dir'].flatMap((key) => values.get(key) ?? []).map(String),
    String((sass instanceof Map ? sass.get('sass_dir') : undefined) ?? '_sass'),
  ];
  return folders.filter(
    (folder) => !isWithin(source, join(source, folder)) && statsOf(join(source, folder)) !== undefined,
  );
}
