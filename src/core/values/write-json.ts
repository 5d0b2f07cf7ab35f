import { TemplateError } from '../template.js';
import { TimeWithText } from '../time/time.js';
import { floatToS, toS } from './ruby.js';
import { type Drop, Float, isDrop } from './values.js';

/** Members that a document is printed without inside of another's `next` or `previous`, so that the chain of them ends. */
export const hiddenInNeighbours: ReadonlySet<unknown> = new Set(['content', 'output', 'excerpt', 'next', 'previous']);

/** A value as Ruby's `JSON.generate` prints it, on one line. Throws TemplateError for numbers that JSON has not. */
export function toJson(value: unknown): string {
  return writeValue(value, 0, undefined);
}

/** A value as Ruby's `JSON.pretty_generate` prints it: what `inspect` shows of a drop. */
export function prettyJson(value: unknown): string {
  return writeValue(value, 0, '  ');
}

/** `depth` counts the arrays and hashes around the value; `indent` is undefined for JSON on one line. */
function writeValue(value: unknown, depth: number, indent: string | undefined): string {
  if (typeof value === 'string') return quote(value);
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? toS(value) : writeFloat(value);
  if (value instanceof Float) return writeFloat(value.value);
  if (Array.isArray(value)) return writeArray(value, depth, indent);
  if (value instanceof Map) return writeHash(value, depth, indent);
  if (isDrop(value)) return writeDrop(value, depth, indent);
  return quote(toS(value));
}

function writeFloat(value: number): string {
  if (!Number.isFinite(value)) {
    throw new TemplateError(`${value} not allowed in JSON`, 'template/json', 'Give jsonify finite numbers only.');
  }
  return floatToS(value);
}

function writeArray(items: readonly unknown[], depth: number, indent: string | undefined): string {
  if (items.length === 0) return indent === undefined ? '[]' : `[\n\n${indent.repeat(depth)}]`;
  return wrap(
    '[',
    items.map((item) => writeValue(item, depth + 1, indent)),
    ']',
    depth,
    indent,
  );
}

function writeHash(hash: ReadonlyMap<unknown, unknown>, depth: number, indent: string | undefined): string {
  if (hash.size === 0) return indent === undefined ? '{}' : `{\n${indent.repeat(depth)}}`;
  const colon = indent === undefined ? ':' : ': ';
  const members: string[] = [];
  for (const [key, value] of hash) members.push(quote(toS(key)) + colon + writeValue(value, depth + 1, indent));
  return wrap('{', members, '}', depth, indent);
}

function writeDrop(drop: Drop, depth: number, indent: string | undefined): string {
  if (drop.toJson !== undefined) return writeValue(drop.toJson(depth), depth, indent);
  if (drop.keys === undefined) return quote(toS(drop));
  const hash = new Map<unknown, unknown>();
  for (const key of drop.keys()) {
    const value = drop.get(key);
    const isNeighbour = depth >= 2 && (key === 'next' || key === 'previous') && isDrop(value);
    hash.set(key, isNeighbour ? withoutNeighbours(value) : kept(value));
  }
  return writeHash(hash, depth, indent);
}

function withoutNeighbours(drop: Drop): ReadonlyMap<unknown, unknown> {
  const keys = (drop.keys?.() ?? []).filter((key) => !hiddenInNeighbours.has(key));
  return new Map(keys.map((key) => [key, kept(drop.get(key))]));
}

/** What JSON shows of a drop's member: Ruby takes it as the drop has it, and not as Liquid would. */
export function kept(value: unknown): unknown {
  return value instanceof TimeWithText ? value.text : value;
}

function wrap(
  open: string,
  parts: readonly string[],
  close: string,
  depth: number,
  indent: string | undefined,
): string {
  if (indent === undefined) return open + parts.join(',') + close;
  const inner = `\n${indent.repeat(depth + 1)}`;
  return `${open}${inner}${parts.join(`,${inner}`)}\n${indent.repeat(depth)}${close}`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function quote(text: string): string {
  const escaped = text.replace(
    /["\\\x00-\x1f]/g,
    (mark) => shortEscapes[mark] ?? `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
