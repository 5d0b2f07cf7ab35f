import { SiteError } from '../../core/diagnostics.js';
import { formatTime } from '../../core/time/strftime.js';
import { Time } from '../../core/time/time.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { parseYaml } from '../../core/yaml/parse-yaml.js';
import { yamlScalar } from './yaml-scalar.js';

/** Front matter of these values, between its marks, in the style of Ruby's YAML. */
export function formatFrontMatter(values: ReadonlyMap<unknown, unknown>): string {
  return `---\n${hashLines(values, '').join('\n')}\n---\n`;
}

function hashLines(hash: ReadonlyMap<unknown, unknown>, indent: string): string[] {
  return [...hash].flatMap(([key, value]) => {
    const written = typeof key === 'string' ? yamlScalar(key, { column: 0, indent, isKey: true }) : inline(key, 0, '');
    return entryLines(`${indent}${written}:`, value, indent);
  });
}

/** A key with its value: on its line, or on lines below it; the items of a list stand under their key. */
function entryLines(head: string, value: unknown, indent: string): string[] {
  if (value instanceof Map && value.size > 0) return [head, ...hashLines(value, `${indent}  `)];
  if (Array.isArray(value) && value.length > 0) return [head, ...value.flatMap((item) => itemLines(item, indent))];
  const text = inline(value, head.length + 1, `${indent}  `);
  return [text === '' ? head : `${head} ${text}`];
}

function itemLines(item: unknown, indent: string): string[] {
  const inner = `${indent}  `;
  const isList = Array.isArray(item) && item.length > 0;
  if (!isList && !(item instanceof Map && item.size > 0)) {
    const text = inline(item, inner.length, inner);
    return [text === '' ? `${indent}-` : `${indent}- ${text}`];
  }
  const lines = isList
    ? item.flatMap((each) => itemLines(each, inner))
    : hashLines(item as Map<unknown, unknown>, inner);
  return [`${indent}- ${lines[0]!.slice(inner.length)}`, ...lines.slice(1)];
}

function inline(value: unknown, column: number, indent: string): string {
  if (value instanceof Map) return '{}';
  if (Array.isArray(value)) return '[]';
  if (value instanceof Time) {
    return formatTime(value, `%Y-%m-%d %H:%M:%S.%9N ${value.zone === 'UTC' ? 'Z' : '%:z'}`);
  }
  return typeof value === 'string' ? yamlScalar(value, { column, indent, isKey: false }) : toS(value);
}

const frontMatter = /^(---[ \t]*\r?\n)([\s\S]*?)^((?:---|\.\.\.)[ \t]*(?:\r?\n|$))/m;

/** Why no key of a text's front matter can be changed; undefined where it can, or where there is none. */
export function frontMatterError(text: string, path: string): string | undefined {
  const yaml = partsOf(text)?.yaml;
  if (yaml === undefined) return undefined;
  try {
    return readHash(yaml, path) === undefined ? 'It holds no keys and values.' : undefined;
  } catch (error) {
    if (error instanceof SiteError) return error.message;
    throw error;
  }
}

/** What a text's front matter, which can be read, has for a key. */
export function frontMatterValue(text: string, key: string): unknown {
  const yaml = partsOf(text)?.yaml;
  return yaml === undefined ? undefined : readHash(yaml)?.get(key);
}

/**
 * A text's front matter with a key set, or with `undefined` removed; comments and order stay, unless the key is written
 * in a way that no line can be taken for it.
 */
export function changeFrontMatter(text: string, key: string, value: string | undefined): string {
  const parts = partsOf(text);
  if (parts === undefined) return text;
  const { start, yaml, end, rest } = parts;
  const hash = readHash(yaml) ?? new Map();
  const wanted = withKey(hash, key, value);
  const fresh = value === undefined ? '' : `${entryLines(`${key}:`, value, '').join('\n')}\n`;
  const edited = editLines(yaml, key, start.endsWith('\r\n') ? fresh.replaceAll('\n', '\r\n') : fresh, hash.has(key));
  const read = value === undefined ? wanted : new Map(wanted).set(key, readHash(fresh)?.get(key));
  return edited !== undefined && isOf(edited, read) ? start + edited + end + rest : formatFrontMatter(wanted) + rest;
}

/** YAML with a key's lines replaced, or with new ones at its end; undefined where no line is that of a key that is there. */
function editLines(yaml: string, key: string, fresh: string, isThere: boolean): string | undefined {
  const lines = yaml.split(/(?<=\n)/).filter((line) => line !== '');
  const at = lines.findIndex((line) => new RegExp(`^(['"]?)${key}\\1[ \\t]*:(\\s|$)`).test(line));
  if (at !== -1) lines.splice(at, entryLength(lines, at), fresh);
  else if (isThere) return undefined;
  else lines.push(fresh);
  return lines.join('');
}

interface Parts {
  readonly start: string;
  readonly yaml: string;
  readonly end: string;
  readonly rest: string;
}

function partsOf(text: string): Parts | undefined {
  const match = frontMatter.exec(text);
  if (match === null || match.index !== 0) return undefined;
  const [whole, start, yaml, end] = match as unknown as [string, string, string, string];
  return { start, yaml, end, rest: text.slice(whole.length) };
}

/** The hash that YAML holds, empty where it holds nothing; undefined for another value. Throws SiteError. */
function readHash(yaml: string, path = ''): Hash | undefined {
  const value = parseYaml(yaml, { path });
  if (value instanceof Map) return value as Hash;
  return value === null || value === false ? new Map() : undefined;
}

function withKey(hash: Hash, key: string, value: string | undefined): Hash {
  const changed = new Map(hash);
  if (value === undefined) changed.delete(key);
  else changed.set(key, value);
  return changed;
}

/** Whether YAML holds a hash of these keys and values, in whichever order. */
function isOf(yaml: string, wanted: Hash): boolean {
  try {
    const hash = readHash(yaml);
    return hash !== undefined && inOrder(hash) === inOrder(wanted);
  } catch (error) {
    if (error instanceof SiteError) return false;
    throw error;
  }
}

function inOrder(hash: Hash): string {
  return [...hash]
    .map((entry) => formatFrontMatter(new Map([entry])))
    .sort()
    .join('');
}

/** A key's lines: its own and the indented ones that go on with its value. */
function entryLength(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (end < lines.length && /^[ \t]+\S/.test(lines[end]!)) end++;
  return end - at;
}
