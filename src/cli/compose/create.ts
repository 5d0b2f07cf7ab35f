import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { formatTime } from '../../core/time/strftime.js';
import type { Config } from '../../core/types.js';
import { isTruthy } from '../../core/values/ruby.js';
import type { Call } from '../call.js';
import { textFlag } from '../flags/flags.js';
import { UsageError } from '../flags/parse-flags.js';
import type { Printer } from '../printing/print.js';
import { writeText } from '../write-text.js';
import { dateStamp, readDate, timestampFormat } from './date.js';
import { formatFrontMatter } from './front-matter.js';
import { type Place, readPlace } from './place.js';
import { slugOf } from './slug-of.js';

/** A file to be made. */
interface NewFile {
  /** What messages call it. */
  readonly kind: string;
  /** Relative to the place's root. */
  readonly path: string;
  readonly frontMatter: ReadonlyMap<unknown, unknown>;
}

/** `utterson draft NAME`. */
export async function runDraft(call: Call): Promise<number> {
  const place = openPlace(call);
  const path = `_drafts/${fileName(call)}`;
  return create(call, place, { kind: 'draft', path, frontMatter: frontMatter(call, place.config, 'drafts') });
}

/** `utterson post NAME`. */
export async function runPost(call: Call): Promise<number> {
  return createDated(call, openPlace(call), 'posts');
}

/** `utterson page NAME`. */
export async function runPage(call: Call): Promise<number> {
  const place = openPlace(call);
  return create(call, place, {
    kind: 'page',
    path: fileName(call),
    frontMatter: frontMatter(call, place.config, undefined),
  });
}

/** `utterson compose NAME`. */
export async function runCompose(call: Call): Promise<number> {
  const { flags } = call;
  if ([flags.post, flags.draft, flags.collection].filter((flag) => flag !== undefined).length > 1) {
    throw new UsageError('You can only specify one of --post, --draft, or --collection COLLECTION.');
  }
  const place = openPlace(call);
  const collection = typeof flags.collection === 'string' ? flags.collection : flags.draft ? 'drafts' : 'posts';
  if (!/^[^/\\]+$/.test(collection) || collection === '..') throw new UsageError(`invalid collection: ${collection}`);
  return createDated(call, place, collection);
}

function openPlace(call: Call): Place {
  const place = readPlace(call);
  if (call.words.length === 0) throw new UsageError('You must specify a name.');
  return place;
}

function createDated(call: Call, place: Place, collection: string): number {
  const date = readDate(call.flags.date as string | undefined, place.config);
  const stamp = formatTime(date, textFlag(call.flags, 'timestamp_format') ?? timestampFormat);
  const name = collection === 'posts' ? `${dateStamp(date)}-${fileName(call)}` : fileName(call);
  const kinds: Record<string, string> = { posts: 'post', drafts: 'draft' };
  const file = {
    kind: kinds[collection] ?? 'file',
    path: `_${collection}/${name}`,
    frontMatter: frontMatter(call, place.config, collection, stamp),
  };
  return create(call, place, file);
}

function fileName(call: Call): string {
  const extension = (textFlag(call.flags, 'extension') ?? 'md').replace(/^\./, '');
  return `${slugOf(call.words.join(' '))}.${extension}`;
}

/** Layout, title and date, then the front matter that the configuration gives under `jekyll_compose`. */
function frontMatter(call: Call, config: Config, collection: string | undefined, date?: string): Map<unknown, unknown> {
  const values = new Map<unknown, unknown>();
  values.set('layout', call.flags.layout ?? (call.name === 'page' ? 'page' : 'post'));
  values.set('title', call.words.join(' '));
  if (date !== undefined) values.set('date', date);
  const defaults = settings(config, 'default_front_matter');
  const own = defaults instanceof Map ? (defaults.get(collection) as unknown) : undefined;
  if (own instanceof Map) for (const [key, value] of own) values.set(key, value);
  return values;
}

function settings(config: Config, key: string): unknown {
  const compose = config.values.get('jekyll_compose');
  return compose instanceof Map ? compose.get(key) : undefined;
}

function create({ flags, printer }: Call, { config, root }: Place, file: NewFile): number {
  const target = path.posix.join(root, file.path);
  if (existsSync(target) && flags.force !== true) printer.warn(`A ${file.kind} already exists at ${target}`);
  else {
    writeText(target, formatFrontMatter(file.frontMatter));
    printer.info(`New ${file.kind} created at ${printer.color(target, 'cyan')}`);
  }
  if (isTruthy(settings(config, 'auto_open'))) openEditor(path.resolve(target), printer);
  return 0;
}

/** The editor is a command line of the author's own, as in Jekyll. */
function openEditor(file: string, printer: Printer): void {
  const { JEKYLL_EDITOR, VISUAL, EDITOR } = process.env;
  const editor = JEKYLL_EDITOR || VISUAL || EDITOR;
  if (!editor) {
    printer.warn('`auto_open` has no editor to open it in: set JEKYLL_EDITOR, VISUAL or EDITOR.');
    return;
  }
  const { status, signal } = spawnSync(`${editor} ${JSON.stringify(file)}`, { shell: true, stdio: 'inherit' });
  if (status !== 0) printer.warn(`The editor \`${editor}\` ended with ${signal ?? `exit code ${status}`}.`);
}
