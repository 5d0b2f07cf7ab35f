import { toS } from '../../core/ruby.js';

/** A scalar as Ruby writes it in YAML: plain where it would be read back as the same text, else in quotes. */
export function yamlScalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'null';
  if (/[\u{10000}-\u{10ffff}]/u.test(value)) return JSON.stringify(value).replace(/[\u{10000}-\u{10ffff}]/gu, escaped);
  if (/[\n\r\t\0-\u001f\u007f]/.test(value) || /^[yn]$/.test(value)) return JSON.stringify(value);
  if (/^[^\p{L}\p{N}_][^"]*$/u.test(value)) return JSON.stringify(value);
  return isPlain(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

function escaped(character: string): string {
  return `\\U${character.codePointAt(0)!.toString(16).toUpperCase().padStart(8, '0')}`;
}

const otherTypes =
  /^(~|null|true|false|yes|no|on|off|y|n|[-+]?\d[\d_,]*|[-+]?(\d[\d_,]*\.\d*|\.\d+)(e[-+]\d+)?|0[xb][\da-f_]+|[-+]?\.(inf|nan)|\d+(:\d+)+(\.\d*)?|\d{4}-\d\d?-\d\d?([Tt ].*:\d\d:.*)?)$/i;

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
  const text = folded(inlineValue(value), head.length + 1, `${indent}  `);
  return [text === '' ? head : `${head} ${text}`];
}

function itemLines(item: unknown, indent: string): string[] {
  const inner = `${indent}  `;
  const isList = Array.isArray(item) && item.length > 0;
  const lines = isList
    ? item.flatMap((each) => itemLines(each, inner))
    : item instanceof Map && item.size > 0
      ? hashLines(item, inner)
      : [`${inner}${folded(inlineValue(item), inner.length, inner)}`];
  return [`${indent}- ${lines[0]!.trimStart()}`, ...lines.slice(1)];
}

/** A scalar that begins at a column, with its lines ended where they are longer than 80 characters, as libyaml ends them. */
function folded(scalar: string, start: number, indent: string): string {
  if (start + scalar.length <= 80) return scalar;
  const isQuoted = /^["']/.test(scalar);
  const first = isQuoted ? 1 : 0;
  const characters = [...scalar];
  const last = characters.length - 1 - first;
  let column = start;
  let out = '';
  for (const [index, character] of characters.entries()) {
    const isAlone = character === ' ' && characters[index - 1] !== ' ' && characters[index + 1] !== ' ';
    const breaks = isAlone && column > 80 && index > first && index < last;
    out += breaks ? `\n${indent}` : character;
    column = breaks ? indent.length : column + 1;
  }
  return out;
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
