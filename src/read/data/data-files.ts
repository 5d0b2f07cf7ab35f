import { type Diagnostic, placeOfBadByte, SiteError } from '../../core/diagnostics.js';
import { extensionOf } from '../../core/paths.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import { mergeHashes } from '../../core/values/merge.js';
import { parseJson } from '../../core/values/parse-json.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { parseToml } from '../../core/values/toml.js';
import type { Hash } from '../../core/values/values.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import type { DiskFile } from '../folders/disk-file.js';
import { nameWithoutExtension } from '../paths.js';
import type { ReadSettings } from '../settings.js';
import type { FoundFile, SourceSnapshot } from '../snapshot.js';
import { fieldConverters, parseCsv } from './csv.js';
import { tableEncoding } from './encoding.js';

/** Data files in the order in which Ruby's glob gives them. */
const order = ['.yaml', '.yml', '.json', '.csv', '.tsv', '.toml'];
const values = new WeakMap<ReadSettings, WeakMap<DiskFile, unknown>>();

/** `site.data`: the theme's under the site's own; broken files are noted and left out. */
export function readData(snapshot: SourceSnapshot, settings: ReadSettings, diagnostics: Diagnostic[]): Hash {
  const own = toHash(foldersOf(snapshot.data, snapshot.dataFolders), settings, diagnostics);
  const theme = snapshot.theme;
  if (theme === undefined || theme.data.length + theme.dataFolders.length === 0 || settings.config.compat !== '4')
    return own;
  return mergeHashes(toHash(foldersOf(theme.data, theme.dataFolders), settings, diagnostics), own);
}

/** Files of one folder and the folders in it. */
interface DataFolder {
  readonly files: FoundFile[];
  readonly folders: Map<string, DataFolder>;
}

function foldersOf(files: readonly FoundFile[], folders: readonly string[]): DataFolder {
  const top: DataFolder = { files: [], folders: new Map() };
  const folderAt = (names: readonly string[]): DataFolder => {
    let folder = top;
    for (const name of names) {
      const next = folder.folders.get(name) ?? { files: [], folders: new Map() };
      folder.folders.set(name, next);
      folder = next;
    }
    return folder;
  };
  for (const found of files) folderAt(found.name.split('/').slice(0, -1)).files.push(found);
  for (const name of folders) if (!/(?:^|\/)\./.test(name)) folderAt(name.split('/'));
  return top;
}

function toHash(folder: DataFolder, settings: ReadSettings, diagnostics: Diagnostic[]): Hash {
  const hash: Hash = new Map();
  const rank = ({ name }: FoundFile): number => order.indexOf(extensionOf(name));
  for (const found of folder.files.sort((a, b) => rank(a) - rank(b))) {
    try {
      hash.set(dataKey(nameWithoutExtension(found.name)), readFile(found.file, settings));
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      diagnostics.push(error.diagnostic);
    }
  }
  const folders = [...folder.folders].sort(([one], [other]) => compareTexts(one, other));
  for (const [name, inner] of folders) hash.set(dataKey(name), toHash(inner, settings, diagnostics));
  return hash;
}

/** The name under which templates find a data file: letters, digits and underscores. */
function dataKey(name: string): string {
  return name
    .replace(/[^\w \t\n\v\f\r-]+|(?<=^|\b[ \t\n\v\f\r])[ \t\n\v\f\r]+(?=$|[ \t\n\v\f\r]?\b)/g, '')
    .replace(/[ \t\n\v\f\r]+/g, '_');
}

function readFile(file: DiskFile, settings: ReadSettings): unknown {
  let known = values.get(settings);
  if (known === undefined) {
    known = new WeakMap();
    values.set(settings, known);
  }
  if (!known.has(file)) known.set(file, parseFile(file, settings));
  return known.get(file);
}

function parseFile(file: DiskFile, settings: ReadSettings): unknown {
  const { text, path } = file;
  if (file.kind !== 'text') {
    throw new SiteError({
      code: 'read/not-utf-8',
      message: 'The data file is not UTF-8.',
      hint: 'Save it as UTF-8.',
      path,
      position: placeOfBadByte(text),
    });
  }
  switch (extensionOf(path)) {
    case '.csv':
      return parseCsv(tableText(file, settings), path, csvOptions('csv_reader', ',', settings));
    case '.tsv':
      return parseCsv(tableText(file, settings), path, csvOptions('tsv_reader', '\t', settings));
    case '.toml':
      return parseToml(text, path);
    case '.json':
      return parseJson(text) ?? yamlOf(file);
    default:
      return yamlOf(file);
  }
}

/** A file's value as YAML, to which a byte order mark matters. */
function yamlOf({ text, path, hasByteOrderMark }: DiskFile): unknown {
  return isBlank(text) ? null : parseYaml(hasByteOrderMark ? `\ufeff${text}` : text, { path });
}

/** A table's text: as in Jekyll, a byte order mark is part of the first name, unless the encoding says `bom|`. */
function tableText({ text, path, hasByteOrderMark }: DiskFile, { config }: ReadSettings): string {
  const { name, dropsMark } = tableEncoding(extensionOf(path), config);
  return hasByteOrderMark && !dropsMark && /^utf-?8$/i.test(name) ? `\ufeff${text}` : text;
}

/** Whether a YAML text holds nothing but comments. */
function isBlank(text: string): boolean {
  return !/^[^\S\r\n]*[^\s#]/m.test(text);
}

function csvOptions(key: string, delimiter: ',' | '\t', { config }: ReadSettings): Parameters<typeof parseCsv>[2] {
  const given = config.values.get(key) ?? false;
  if (given !== false && !(given instanceof Map)) {
    throw new SiteError({
      code: 'config/csv-reader',
      setting: [key],
      message: `'${key}' should be a hash, but was: ${toS(given)}.`,
      hint: `Write \`${key}: {headers: true}\`.`,
      path: '_config.yml',
    });
  }
  const options: Hash = given === false ? new Map() : given;
  checkEncoding(key, options.get('encoding'));
  const headers = options.has('headers') ? options.get('headers') : true;
  const areNames = typeof headers === 'string' || Array.isArray(headers);
  return {
    delimiter,
    headers: areNames ? headers : isTruthy(headers),
    converters: converterNames(key, options),
  };
}

function checkEncoding(key: string, value: unknown): void {
  if (!isTruthy(value) || typeof value === 'string') return;
  throw new SiteError({
    code: 'config/csv-encoding',
    setting: [key, 'encoding'],
    message: `'${key}.encoding' should be the name of an encoding, but was: ${toS(value)}.`,
    hint: 'Write `encoding: iso-8859-1:utf-8`.',
    path: '_config.yml',
  });
}

function converterNames(key: string, options: Hash): string[] {
  const names = options.get('csv_converters') ?? [];
  const isRight = Array.isArray(names) && names.every((name) => Object.hasOwn(fieldConverters, String(name)));
  if (isRight) return names.map(String);
  throw new SiteError({
    code: 'config/csv-converters',
    setting: [key, 'csv_converters'],
    message: `'${key}.csv_converters' should be a list of converters.`,
    hint: `Known are ${Object.keys(fieldConverters).join(', ')}.`,
    path: '_config.yml',
  });
}
