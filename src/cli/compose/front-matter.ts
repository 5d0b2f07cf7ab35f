import { toS } from '../../core/ruby.js';

/** A scalar as Ruby writes it in YAML: plain where it would be read back as the same text, else in quotes. */
export function yamlScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (/[\n\r\t\0-\u001f\u007f]/.test(value) || /^[yn]$/.test(value)) return JSON.stringify(value);
  if (/^[^\p{L}\p{N}_][^"]*$/u.test(value)) return JSON.stringify(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

const otherTypes =
  /^(~|null|true|false|yes|no|on|off|y|n|[-+]?(\d[\d_,]*)?\.?\d+(e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(inf|nan)|\d+(:\d+)+(\.\d*)?|\d{4}-\d\d?-\d\d?([Tt ].*:\d\d:.*)?)$/i;

function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim() || otherTypes.test(text)) return false;
  return !/^[-?:](\s|$)|^[,[\]{}#&*!|>'"%@`=<]|:(\s|$)|\s#/.test(text);
}

/** Front matter of these values, between its marks, in the style of Ruby's YAML. */
export function formatFrontMatter(values: ReadonlyMap<string, unknown>): string {
  return `---\n${hashLines(values, '').join('\n')}\n---\n`;
}

function hashLines(hash: ReadonlyMap<unknown, unknown>, indent: string): string[] {
  return [...hash].flatMap(([key, value]) => entryLines(`${indent}${yamlScalar(key)}:`, value, indent));
}

/** A key with its value: on its line, or on lines below it; the items of a list stand under their key. */
function entryLines(head: string, value: unknown, indent: string): string[] {
  if (value instanceof Map && value.size > 0) return [head, ...hashLines(value, `${indent}  `)];
  if (Array.isArray(value) && value.length > 0) return [head, ...value.flatMap((item) => itemLines(item, indent))];
  const text = inlineValue(value);
  return [text === '' ? head : `${head} ${text}`];
}

function itemLines(item: unknown, indent: string): string[] {
  const inner = `${indent}  `;
  const isList = Array.isArray(item) && item.length > 0;
  const lines = isList
    ? item.flatMap((each) => itemLines(each, inner))
    : item instanceof Map && item.size > 0
      ? hashLines(item, inner)
      : [`${inner}${inlineValue(item)}`];
  return [`${indent}- ${lines[0]!.trimStart()}`, ...lines.slice(1)];
}

function inlineValue(value: unknown): string {
  if (value instanceof Map) return '{}';
  if (Array.isArray(value)) return '[]';
  return typeof value === 'string' ? yamlScalar(value) : toS(value);
}

/** A text's front matter with a key set, or with `undefined` removed; comments and order stay. */
export function changeFrontMatter(text: string, key: string, value: string | undefined): string {
  const match = /^(---[ \t]*\r?\n)([\s\S]*?)^((?:---|\.\.\.)[ \t]*(?:\r?\n|$))/m.exec(text);
  if (match === null || match.index !== 0) return text;
  const [whole, start, yaml, end] = match as unknown as [string, string, string, string];
  const newline = start.endsWith('\r\n') ? '\r\n' : '\n';
  const lines = yaml.split(/(?<=\n)/).filter((line) => line !== '');
  const at = lines.findIndex((line) => new RegExp(`^(['"]?)${key}\\1[ \\t]*:(\\s|$)`).test(line));
  const fresh = value === undefined ? [] : [`${key}: ${yamlScalar(value)}${newline}`];
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
