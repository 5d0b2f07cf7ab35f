import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readSiteCases, type SiteCase } from '../../../scripts/lib/site-case.js';
import { createRandom, type Random } from '../liquid/random.js';
import { flags, oddFiles } from './make-site.js';
import { pluginSettings } from './settings.js';
import type { Site } from './site.js';
import { choose, folder, rows, word } from './vocabulary.js';

type Files = Map<string, string | { readonly to: string }>;

/** Cases about what the known differences are about: what is printed of whole pages and of `site`, and of style sheets. */
const isApart =
  /^(?:sass|highlight|languages|kramdown|markdown|timezone-v|printing|drop-|front-matter-types|defaults-empty|excerpts-layout|excerpts-in-page|blog-loops|plugin-paginate-shared)/;
const cases = readSiteCases().filter(({ name }) => !isApart.test(name));

/** One or two of `tests/sites` as one site, with changes made by chance. */
export function mutateSite(seed: number): Site {
  const random = createRandom(seed);
  const first = random.pick(cases);
  const files = filesOf(first);
  if (random.chance(0.4)) merge(files, filesOf(random.pick(cases)));
  for (let count = 1 + random.below(5); count > 0; count--) random.pick(mutations)(random, files);
  return { files, flags: [...withoutConfig(first.flags), ...flags(random)], env: first.env };
}

/** Files that are named by a flag may be gone. */
function withoutConfig(given: readonly string[]): string[] {
  return given.filter((flag, index) => flag !== '--config' && given[index - 1] !== '--config');
}

function filesOf({ source }: SiteCase): Files {
  const files: Files = new Map();
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(source.length + 1);
    if (entry.isSymbolicLink()) files.set(name, { to: readlinkSync(path) });
    else if (entry.isFile()) files.set(name, readFileSync(path, 'latin1'));
  }
  for (const [path, content] of files)
    if (typeof content === 'string') files.set(path, Buffer.from(content, 'latin1').toString('utf8'));
  return files;
}

/** The files of both; settings of the second go over those of the first. */
function merge(files: Files, others: Files): void {
  for (const [path, content] of others) {
    const own = files.get(path);
    if (path === '_config.yml' && typeof own === 'string' && typeof content === 'string')
      files.set(path, `${own}\n${content}`);
    else files.set(path, content);
  }
}

const mutations: readonly ((random: Random, files: Files) => unknown)[] = [
  addSetting,
  addSetting,
  addPlugins,
  dropLine,
  addMatter,
  addMatter,
  addMatter,
  moveFile,
  moveFile,
  (random, files) =>
    oddFiles(random, files, () => `---\n${matterLine(random)}\n---\n# Odd\n\ntext {{ page.url }} {{ page.title }}\n`),
  (random, files) => files.delete(random.pick([...files.keys()])),
];

function addSetting(random: Random, files: Files): void {
  const [key, values] = random.pick(rows(random.pick(['settings', 'settings', 'odd settings'])));
  addConfig(files, `${key}: ${choose(random, values)}`);
}

function addPlugins(random: Random, files: Files): void {
  const lines = new Map<string, string>();
  pluginSettings(random, lines);
  for (const [key, value] of lines) addConfig(files, `${key}: ${value}`);
}

function addConfig(files: Files, line: string): void {
  const config = files.get('_config.yml') ?? '';
  if (typeof config === 'string') files.set('_config.yml', `${config.trimEnd()}\n${line}\n`);
}

function matterLine(random: Random): string {
  const [key, values] = random.pick(rows(random.pick(['front matter', 'odd front matter'])));
  return `${key}: ${choose(random, values)}`;
}

/** A file that has front matter. */
function pickPage(random: Random, files: Files): [path: string, text: string] | undefined {
  const pages = [...files].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].startsWith('---'),
  );
  return pages.length === 0 ? undefined : random.pick(pages);
}

function addMatter(random: Random, files: Files): void {
  const page = pickPage(random, files);
  if (page !== undefined)
    files.set(
      page[0],
      page[1].replace(/^---.*\n(?:.*\n)*?(?=---)/, (matter) => `${matter}${matterLine(random)}\n`),
    );
}

function dropLine(random: Random, files: Files): void {
  const [path, text] = random.chance(0.5)
    ? ['_config.yml', files.get('_config.yml')]
    : (pickPage(random, files) ?? ['', undefined]);
  if (typeof text !== 'string') return;
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1);
  files.set(path, lines.join('\n'));
}

/** Another name, extension or folder for a file, or all that is in one. */
function moveFile(random: Random, files: Files): void {
  const path = random.pick([...files.keys()]);
  const [, place, base, extension] = /^(.*\/)?([^/]*?)(\.[^./]*)?$/.exec(path)!;
  const target = random.pick([
    () => `${place ?? ''}${base}${word(random, 'extension', 0.4)}`,
    () => `${place ?? ''}${word(random, 'name', 0.5)}${extension ?? ''}`,
    () => `${folder(random, 0.4)}${base}${extension ?? ''}`,
    () => `${folder(random, 0.1)}${path}`,
    () => `${place ?? ''}${folder(random, 0.3)}${base}${extension ?? ''}`,
    () => `${place ?? ''}${word(random, 'file date')}-${base}${extension ?? ''}`,
    () => `_posts/${word(random, 'file date')}-${base}${extension ?? ''}`,
    () => `_drafts/${base}${extension ?? ''}`,
  ])();
  const content = files.get(path)!;
  if (random.chance(0.5)) files.delete(path);
  files.set(target, content);
}
