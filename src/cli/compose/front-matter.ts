import { SiteError } from '../../core/diagnostics.js';
import { toS } from '../../core/ruby.js';
import { formatTime } from '../../core/strftime.js';
import { Time } from '../../core/time.js';
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
  const match = frontMatter.exec(text);
  if (match === null || match.index !== 0) return undefined;
  try {
    const value = parseYaml(match[2]!, { path });
    return value instanceof Map || value === null || value === false ? undefined : 'It holds no keys and values.';
  } catch (error) {
    if (error instanceof SiteError) return error.message;
    throw error;
  }
}

/** A text's front matter with a key set, or with `undefined` removed; comments and order stay. */
export function changeFrontMatter(text: string, key: string, value: string | undefined): string {
  const match = frontMatter.exec(text);
  if (match === null || match.index !== 0) return text;
  const [whole, start, yaml, end] = match as unknown as [string, string, string, string];
  const newline = start.endsWith('\r\n') ? '\r\n' : '\n';
  const lines = yaml.split(/(?<=\n)/).filter((line) => line !== '');
  const at = lines.findIndex((line) => new RegExp(`^(['"]?)${key}\\1[ \\t]*:(\\s|$)`).test(line));
  const fresh =
    value === undefined ? [] : [`${entryLines(`${key}:`, value, '').join('\n')}\n`.replaceAll('\n', newline)];
  if (at === -1) lines.push(...fresh);
  else lines.splice(at, entryLength(lines, at), ...fresh);
  return start + lines.join('') + end + text.slice(whole.length);
}

/** A key's lines: its own and the indented ones that go on with its value. */
function entryLength(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (end < lines.length && /^[ \t]+\S/.test(lines[end]!)) end++;
  return end - at;
}

/** Whether front matter has a key of its own. */
export function hasKey(text: string, key: string): boolean {
  return changeFrontMatter(text, key, undefined) !== text;
}
