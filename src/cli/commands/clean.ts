import { rmSync } from 'node:fs';
import path from 'node:path';
import { checkBuildFolders, sourceFolderAround } from '../../config/check-folders.js';
import { loadConfig } from '../../config/load-config.js';
import { expandPath, isWithin, statsOf, withSlashes } from '../../core/files.js';
import type { Config } from '../../core/types.js';
import { configFlags } from '../builder.js';
import type { Call } from '../call.js';
import { UsageError } from '../flags/parse-flags.js';
import { printConfigFiles } from '../printing/build-report.js';
import type { Printer } from '../printing/print.js';

/** `utterson clean`. */
export async function runClean({ flags, printer }: Call): Promise<number> {
  const { config } = loadConfig(configFlags(flags), process.env);
  printConfigFiles(config, printer);
  // What no build could have written to is not removed: the posts, or a site beside a source that was misspelt.
  checkBuildFolders(config);
  refuseSource(config);
  // As Jekyll, it names the folders as they were given.
  const source = String(config.values.get('source'));
  remove(String(config.values.get('destination')), 'folder', printer);
  remove(path.join(source, '.jekyll-metadata'), 'file', printer);
  remove(path.join(source, path.relative(config.source, config.cacheDirectory)), 'folder', printer);
  remove('.sass-cache', 'folder', printer);
  return 0;
}

/** A cache that holds the source, or is in a folder of it, is not to be removed. */
function refuseSource(config: Config): void {
  const folder = path.resolve(config.cacheDirectory);
  const holdsSource = isWithin(config.source, folder);
  if (!holdsSource && sourceFolderAround(folder, config) === undefined) return;
  const reason = holdsSource ? "the site's source is in it" : 'the site is read from it';
  throw new UsageError(
    `Not removing ${folder}: ${reason}.`,
    'Give `cache_dir` in the configuration a folder of its own.',
  );
}

function remove(name: string, kind: 'file' | 'folder', printer: Printer): void {
  const target = expandPath(name, process.cwd());
  const shown = withSlashes(name);
  // Of a link to a folder, the link is removed.
  const stats = statsOf(target);
  const isThere = kind === 'folder' ? stats?.isDirectory() : stats?.isFile();
  if (!isThere) {
    printer.info('Cleaner:', `Nothing to do for ${shown}.`);
    return;
  }
  printer.info('Cleaner:', `Removing ${shown}...`);
  rmSync(target, { recursive: true, force: true });
}
