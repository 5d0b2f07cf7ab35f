import type { Hash } from './values.js';
import { resolveScalar } from './yaml-scalar.js';

const keyLine = /^([A-Za-z_][\w-]*):(?:[ ]+(.*))?$/;
const itemLine = /^( *)-[ ]+(.*)$/;
/** A plain scalar that means itself: no indicator in front, neither `: ` nor ` #` inside. */
const plain = /^[^\s!&*%@`'"#|>{}[\],?:-](?:[^:#]|:(?=\S)|(?<=\S)#)*$/;
const plainInFlow = /^[^\s!&*%@`'"#|>{}[\],?:-][^:#,[\]{}]*$/;
const dashed = /^-[\w.][^:#]*$/;
const noValue = Symbol('not simple');

/**
 * Reads the YAML that most front matter is: `key: value` lines with plain or quoted values, lists in brackets and lists
 * of dashes. Undefined for anything else, which wants the whole language.
 */
export function parseSimpleYaml(text: string): Hash | undefined {
  const hash: Hash = new Map();
  let start = text.startsWith('---\n') ? 4 : 0;
  const length = text.length;
  while (start < length) {
    const end = lineEnd(text, start);
    const line = trimLine(text.slice(start, end));
    start = end + 1;
    if (line === '' || line.charCodeAt(0) === 35) continue;
    const match = keyLine.exec(line);
    if (match === null) return undefined;
    const key = resolveScalar(match[1]!);
    let value: unknown;
    if (match[2] === undefined || match[2] === '') {
      const list: unknown[] = [];
      start = readItems(text, start, list);
      if (start === -1) return undefined;
      value = list.length === 0 ? null : list;
    } else {
      value = parseInline(match[2]);
      if (value === noValue) return undefined;
    }
    if (start < length && !startsKey(text, start)) return undefined;
    if (typeof key !== 'string') return undefined;
    hash.set(key, value);
  }
  return hash.size === 0 ? undefined : hash;
}

/** Without blanks at the end; not those beyond ASCII, which YAML keeps. */
function trimLine(line: string): string {
  let end = line.length;
  for (; end > 0; end--) {
    const code = line.charCodeAt(end - 1);
    if (code !== 32 && code !== 9 && code !== 13) break;
  }
  return end === line.length ? line : line.slice(0, end);
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}

/** Whether the line at an offset cannot continue the value before it. */
function startsKey(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  return (
    code === 10 ||
    code === 13 ||
    code === 35 ||
    code === 95 ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122)
  );
}

/** Reads the lines of a dashed list; gives the offset behind it, or -1 where it is not simple. */
function readItems(text: string, from: number, list: unknown[]): number {
  let start = from;
  let indent = -1;
  while (start < text.length) {
    const code = text.charCodeAt(start);
    if (code !== 32 && code !== 45) return start;
    const end = lineEnd(text, start);
    const match = itemLine.exec(trimLine(text.slice(start, end)));
    if (match === null || (indent !== -1 && indent !== match[1]!.length)) return -1;
    indent = match[1]!.length;
    const value = parseInline(match[2]!);
    if (value === noValue) return -1;
    list.push(value);
    start = end + 1;
  }
  return start;
}

function parseInline(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first === 34 || first === 39) return parseQuoted(text);
  if (first === 91) return parseFlowList(text);
  if (!plain.test(text) && !dashed.test(text)) return noValue;
  return text.includes('\t') ? noValue : resolveScalar(text);
}

function parseQuoted(text: string): unknown {
  const quote = text[0]!;
  if (text.length < 2 || text.indexOf(quote, 1) !== text.length - 1) return noValue;
  return quote === '"' && text.includes('\\') ? noValue : text.slice(1, -1);
}

function parseFlowList(text: string): unknown {
  if (!text.endsWith(']') || text.indexOf('[', 1) !== -1 || text.indexOf(']') !== text.length - 1) return noValue;
  if (/[^\S \t]/.test(text)) return noValue;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return [];
  const list: unknown[] = [];
  for (const part of inner.split(',')) {
    const item = part.trim();
    const first = item.charCodeAt(0);
    const value =
      first === 34 || first === 39
        ? parseQuoted(item)
        : plainInFlow.test(item) && !item.includes('\t')
          ? resolveScalar(item)
          : noValue;
    if (value === noValue) return noValue;
    list.push(value);
  }
  return list;
}
