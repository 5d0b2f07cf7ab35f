import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeFolders, withSlashes } from '../../core/files.js';
import { formatTime } from '../../core/time/strftime.js';
import { isTruthy } from '../../core/values/ruby.js';
import type { Call } from '../call.js';
import { textFlag } from '../flags/flags.js';
import { UsageError } from '../flags/parse-flags.js';
import { writeText } from '../write-text.js';
import { dateStamp, readDate, timestampFormat } from './date.js';
import { changeFrontMatter, frontMatterError, frontMatterValue } from './front-matter.js';
import { nearFile } from './near-file.js';
import { readPlace } from './place.js';
import { slugOf } from './slug-of.js';

interface Move {
  /** What messages call the file before and after. */
  readonly kinds: readonly [from: string, to: string];
  /** Where collections are. */
  readonly root: string;
  readonly from: string;
  readonly to: string;
  /** Its text as it is to be. */
  readonly change: (text: string) => string;
}

const datedName = /^(\d{4}-\d{2}-\d{2})-/;

/** `utterson publish DRAFT_PATH`. */
export async function runPublish(call: Call): Promise<number> {
  const { config, root } = readPlace(call);
  const from = path.posix.join(root, pathOf(call, 'draft'));
  const date = readDate(call.flags.date as string | undefined, config);
  const stamp = formatTime(date, textFlag(call.flags, 'timestamp_format') ?? timestampFormat);
  return move(call, {
    kinds: ['draft', 'post'],
    root,
    from,
    to: path.posix.join(root, '_posts', `${dateStamp(date)}-${path.basename(from)}`),
    change: (text) => (isTruthy(frontMatterValue(text, 'date')) ? text : changeFrontMatter(text, 'date', stamp)),
  });
}

/** `utterson unpublish POST_PATH`. */
export async function runUnpublish(call: Call): Promise<number> {
  const { root } = readPlace(call);
  const from = path.posix.join(root, pathOf(call, 'post'));
  return move(call, {
    kinds: ['post', 'draft'],
    root,
    from,
    to: path.posix.join(root, '_drafts', path.basename(from).replace(datedName, '')),
    change: (text) => changeFrontMatter(text, 'date', undefined),
  });
}

/** `utterson rename PATH NAME`. */
export async function runRename(call: Call): Promise<number> {
  const { config, root } = readPlace(call);
  const [first, ...names] = call.words;
  if (first === undefined || names.length === 0) {
    throw new UsageError('You must specify current path and the new title.');
  }
  const current = withSlashes(first);
  const given = textFlag(call.flags, 'date');
  const isNow = call.flags.now === true;
  if (given !== undefined && isNow) throw new UsageError('You can only specify one of --date DATE or --now.');
  const touched = given !== undefined || isNow ? readDate(given, config) : undefined;
  const folder = path.dirname(current);
  const title = names.join(' ');
  const kind = ({ _posts: 'post', _drafts: 'draft' } as Record<string, string>)[folder] ?? 'file';
  const stamp = touched ? dateStamp(touched) : datedName.exec(path.basename(current))?.[1];
  const from = path.posix.join(root, current);
  if (kind === 'post' && stamp === undefined && existsSync(from))
    throw new UsageError(`no date in the name of ${current}`, 'Give it one with --date or --now.');
  const name = `${slugOf(title)}${path.extname(current) || '.md'}`;
  return move(call, {
    kinds: [kind, kind],
    root,
    from,
    to: path.posix.join(root, folder, kind === 'post' ? `${stamp}-${name}` : name),
    change: (text) => {
      const titled = changeFrontMatter(text, 'title', title);
      return touched ? changeFrontMatter(titled, 'date', formatTime(touched, timestampFormat)) : titled;
    },
  });
}

function pathOf({ words }: Call, kind: string): string {
  if (words.length === 0) throw new UsageError(`You must specify a ${kind} path.`);
  return withSlashes(words.join(' '));
}

function move({ flags, printer }: Call, { kinds, root, from, to, change }: Move): number {
  if (!existsSync(from)) {
    printer.warn(`There was no ${kinds[0]} found at '${from}'.`);
    const near = nearFile(root, from, kinds[0]);
    if (near !== undefined) printer.warn(`Did you mean '${near}'?`);
    return 0;
  }
  if (statSync(from).isDirectory()) throw new UsageError(`${from} is a folder.`, `Name a ${kinds[0]} in it.`);
  if (existsSync(to) && flags.force !== true) {
    printer.warn(`A ${kinds[1]} already exists at ${to}`);
    return 0;
  }
  const text = readFileSync(from, 'utf8');
  const wrong = frontMatterError(text, from);
  if (wrong !== undefined) printer.warn(`The front matter of ${from} stays as it is. ${wrong}`);
  const changed = wrong === undefined ? change(text) : text;
  if (changed === text) {
    makeFolders(path.dirname(to));
    renameSync(from, to);
  } else {
    writeText(to, changed);
    if (path.resolve(from) !== path.resolve(to)) rmSync(from);
  }
  const kind = kinds[0][0]!.toUpperCase() + kinds[0].slice(1);
  printer.info(`${kind} ${from} was moved to ${to}`);
  return 0;
}
