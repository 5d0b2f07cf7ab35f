import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expandPath, isFile, makeFolders } from '../../core/files.js';
import { formatTime } from '../../core/time/strftime.js';
import { Time } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import type { Call } from '../call.js';
import { UsageError } from '../flags/parse-flags.js';
import { blankFiles, blogFiles } from '../scaffold/blog-files.js';
import { besideSite, type Publisher, publisherFiles, publishers } from '../scaffold/workflows.js';
import { writeFiles } from '../scaffold/write-files.js';
import { version } from '../version.js';

/** `utterson new PATH`. */
export async function runNew({ words, flags, printer }: Call): Promise<number> {
  if (words.length === 0) throw new UsageError('You must specify a path.');
  const isBlank = flags.blank === true;
  const publisher = isBlank && flags.ci === undefined ? 'none' : readPublisher(flags.ci);
  const folder = expandPath(words.join(' '), process.cwd());
  if (isFile(folder)) {
    printer.error('Conflict:', `${folder} is a file, and not a folder.`);
    printer.error('', 'Give the site another name, or move the file away.');
    return 1;
  }
  makeFolders(folder);
  if (readdirSync(folder).some((name) => !name.startsWith('.')) && flags.force !== true) {
    printer.error('Conflict:', `${folder} exists and is not empty.`);
    const advice = `Ensure ${folder} is empty or else try again with \`--force\` to proceed and overwrite any files.`;
    printer.error('', advice);
    return 1;
  }
  const now = formatTime(new Time(Date.now(), 0, createZone(undefined)), '%Y-%m-%d %H:%M:%S %z');
  const excluded = besideSite(publisher);
  const files = isBlank ? blankFiles(excluded) : blogFiles(now, version(), excluded);
  writeFiles(folder, { ...files, ...publisherFiles(publisher) });
  printer.info(`New jekyll site installed in ${printer.color(folder, 'cyan')}.`);
  if (flags.skip_bundle === true) printer.info('Bundle install skipped.');
  printer.info(`Preview it: ${nextSteps(folder, isBlank).join(' && ')}`);
  return 0;
}

/** What shows a new site in a browser. A blank one has no `package.json`. */
function nextSteps(folder: string, isBlank: boolean): string[] {
  const inside = path.relative(process.cwd(), folder);
  const change = inside === '' ? [] : [`cd ${/^[\w./\\-]+$/.test(inside) ? inside : JSON.stringify(inside)}`];
  return [...change, ...(isBlank ? ['npx utterson serve'] : ['npm install', 'npm start'])];
}

function readPublisher(named: unknown): Publisher {
  const publisher = publishers.find((each) => each === (named ?? 'github'));
  if (publisher === undefined) {
    throw new UsageError(`invalid argument: --ci ${String(named)}`, `It is one of ${publishers.join(', ')}.`);
  }
  return publisher;
}
