import { strip } from '../../core/text/strip.js';
import { parseInteger, stringToFloat, stringToInteger } from '../../core/values/ruby.js';
import { Float, Range, toFloat } from '../../core/values/values.js';
import { rubyError } from '../errors.js';

/** An expression of Liquid: a value, a range with variables, or a look-up. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'range'; readonly first: Expression; readonly last: Expression }
  | { readonly kind: 'lookup'; readonly name: string | Expression | null; readonly keys: readonly LookupKey[] }
  | { readonly kind: 'test'; readonly name: 'blank' | 'empty' };

/** A step of a look-up: `.name`, `.size` and its like (`isCommand`), or `[expression]`. */
export type LookupKey = { readonly name: string; readonly isCommand: boolean } | Expression;

/** Ruby's `\s` as a class in a regular expression. */
export const space = '[ \\t\\r\\n\\f\\v]';
/** What Liquid's lax parser takes for one value: anything up to a space, comma or bar; quotes hold them. */
export const fragment = `(?:"[^"]*"|'[^']*'|(?:[^ \\t\\r\\n\\f\\v,|'"]|"[^"]*"|'[^']*')+)`;

const integer = /^-?\d+$/;
const float = /^-?\d[\d.]+$/;
const rangeShape =
  /^\([ \t\r\n\f\v]*([^ \t\r\n\f\v]+)[ \t\r\n\f\v]*\.\.[ \t\r\n\f\v]*([^ \t\r\n\f\v]+)[ \t\r\n\f\v]*\)$/;
const lookupParts = /\[[^\]]+\]|[\w-]+\??/g;
const literals: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
]);
/** `blank` and `empty` where they stand for a value. */
const nothing: Expression = { kind: 'literal', value: '' };
const commands = new Set(['size', 'first', 'last']);

/** Reads the text of an expression as Ruby's Liquid does; there is no text that it refuses. */
export function parseExpression(text: string): Expression {
  const markup = strip(text);
  const quote = markup[0];
  if ((quote === '"' || quote === "'") && markup.endsWith(quote)) return literal(markup.slice(1, -1));
  if (integer.test(markup)) return literal(parseInteger(markup));
  const range = markup.startsWith('(') ? parseRange(markup) : undefined;
  if (range !== undefined) return range;
  if (float.test(markup)) return literal(toFloat(stringToFloat(markup)));
  if (markup === 'blank' || markup === 'empty') return nothing;
  if (literals.has(markup)) return literal(literals.get(markup));
  return parseLookup(markup);
}

/** Reads an operand of a condition, where `blank` and `empty` ask for a property of the other side. */
export function parseOperand(text: string): Expression {
  return text === 'blank' || text === 'empty' ? { kind: 'test', name: text } : parseExpression(text);
}

/** Whether an expression is `blank` or `empty`, written out. */
export function isNothing(expression: Expression): boolean {
  return expression === nothing;
}

/** A literal expression of a value. */
export function literal(value: unknown): Expression {
  return { kind: 'literal', value };
}

/** The first text's range: Ruby tries the last `..` first and never another one. */
function parseRange(markup: string): Expression | undefined {
  const match = rangeShape.exec(markup);
  if (match === null) return undefined;
  const first = parseExpression(match[1]!);
  const last = parseExpression(match[2]!);
  if (first.kind !== 'literal' || last.kind !== 'literal') return { kind: 'range', first, last };
  return literal(new Range(literalToInteger(first.value), literalToInteger(last.value)));
}

function literalToInteger(value: unknown): number {
  if (typeof value === 'string') return Number(stringToInteger(value));
  if (typeof value === 'number' || typeof value === 'bigint') return Math.trunc(Number(value));
  if (value instanceof Float) return Math.trunc(value.value);
  if (value === null || value === undefined) return 0;
  if (value instanceof Range) throw rubyError("undefined method `to_i' for a range");
  throw rubyError(`undefined method \`to_i' for ${String(value)}`);
}

function parseLookup(markup: string): Expression {
  const parts = markup.match(lookupParts) ?? [];
  const [first, ...rest] = parts;
  return { kind: 'lookup', name: first === undefined ? null : parseName(first), keys: rest.map(parseKey) };
}

function parseName(part: string): string | Expression {
  return isBracketed(part) ? parseExpression(part.slice(1, -1)) : part;
}

function parseKey(part: string): LookupKey {
  return isBracketed(part) ? parseExpression(part.slice(1, -1)) : { name: part, isCommand: commands.has(part) };
}

function isBracketed(part: string): boolean {
  return part.startsWith('[') && part.endsWith(']');
}
