import path from 'node:path';
import { checkSource } from '../../config/check-folders.js';
import { loadConfig } from '../../config/load-config.js';
import { withSlashes } from '../../core/files.js';
import type { Config } from '../../core/types.js';
import { configFlags } from '../builder.js';
import type { Call } from '../call.js';
import { printConfigFiles } from '../printing/build-report.js';

/** Keys that are these commands' own, and would mean something else in the configuration. */
const ownKeys = new Set([
  'extension',
  'layout',
  'force',
  'date',
  'collection',
  'post',
  'draft',
  'now',
  'timestamp_format',
]);

/** The site that a command works in. */
export interface Place {
  readonly config: Config;
  /** Where collections are, relative to the working folder where it is in there; '' for the working folder itself. `/` between its parts. */
  readonly root: string;
}

/** Reads the site's configuration, and prints from which files. */
export function readPlace({ flags, printer }: Call): Place {
  const wanted = Object.entries(configFlags(flags)).filter(([key]) => !ownKeys.has(key));
  const { config } = loadConfig(Object.fromEntries(wanted), process.env);
  printConfigFiles(config, printer);
  checkSource(config);
  const folder = path.join(config.source, String(config.values.get('collections_dir') ?? ''));
  const relative = path.relative(process.cwd(), folder);
  const isInside = !path.isAbsolute(relative) && !relative.startsWith('..');
  return { config, root: withSlashes(isInside ? relative : folder) };
}
