import { Time } from '../../core/time/time.js';
import { inspect, stringToInteger, toInteger, toS } from '../../core/values/ruby.js';
import { Float, isDrop, Range } from '../../core/values/values.js';
import { liquidError, rubyError } from '../errors.js';
import type { Context } from './context.js';
import { ForLoop } from './for-loop.js';
import { rangeSize } from './lookup.js';
import { toWholeNumber } from './numbers.js';
import { Scope } from './scope.js';
import { TableLoop } from './table-loop.js';

/**
 * The members of a collection that a loop goes over: `items[start]`, `items[start + step]`, …; without `items` the
 * numbers `start`, `start + step`, … themselves.
 */
export interface Slice {
  readonly items: readonly unknown[] | null;
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/** What `offset: continue` passes. */
export const CONTINUE: unique symbol = Symbol('continue');

const none: Slice = { items: [], start: 0, step: 1, length: 0 };
const most = 20_000_000;

/** The members of a value that `for` goes over: of an array itself, of a hash its pairs, of a drop its keys. */
export function membersOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value];
  if (value instanceof Range) return rangeMembers(value);
  return isDrop(value) ? (value.keys?.() ?? []) : [];
}

function rangeMembers(range: Range): number[] {
  const length = rangeSize(range);
  needLength(length);
  return Array.from({ length }, (_, index) => range.first + index);
}

function needLength(length: number): void {
  if (length > most)
    throw liquidError(`A range of ${length} numbers is too large`, 'liquid/too-large', 'Use a `limit`.');
}

function slice(value: unknown, from: number, to: number | undefined): Slice {
  if (typeof value === 'string') return value === '' ? none : { items: [value], start: 0, step: 1, length: 1 };
  const isRange = value instanceof Range;
  const items = isRange ? null : membersOf(value);
  const size = isRange ? rangeSize(value) : items!.length;
  const start = Math.min(Math.max(from, 0), size);
  const end = to === undefined ? size : Math.min(Math.max(to, start), size);
  needLength(end - start);
  return { items, start: isRange ? value.first + start : start, step: 1, length: end - start };
}

/** Where a `for` begins by its `offset`. */
export function loopOffset(context: Context, name: string, offset: unknown): number {
  if (offset === CONTINUE) return context.offsets.get(name) ?? 0;
  return offset === null || offset === undefined ? 0 : Number(toWholeNumber(offset));
}

/** What a `for` goes over; notes for `offset: continue` how far it went. */
export function openLoop(
  context: Context,
  name: string,
  from: number,
  value: unknown,
  limit: unknown,
  isReversed: boolean,
): Slice {
  const to = limit === null || limit === undefined ? undefined : Number(toWholeNumber(limit)) + from;
  const found = slice(value, from, to);
  context.offsets.set(name, from + found.length);
  return isReversed ? { ...found, start: found.start + found.length - 1, step: -1 } : found;
}

/** Begins a loop: its scope holds the variable and `forloop`. */
export function enterLoop(context: Context, variable: string, name: string, length: number): Scope & { loop: ForLoop } {
  const loop = new ForLoop(name, length, context.loop);
  context.loop = loop;
  return context.push(new Scope(context.scope, variable, 'forloop', loop)) as Scope & { loop: ForLoop };
}

/** Ends a loop. */
export function leaveLoop(context: Context, scope: Scope & { loop: ForLoop }): void {
  context.loop = scope.loop.parentloop;
  context.spend(scope.loop.index0);
  context.pop(scope);
}

/** What a `tablerow` goes over; null where nothing is printed at all. Attributes not given are undefined. */
export function openTable(value: unknown, offset: unknown, limit: unknown): Slice | null {
  if (value === null || value === undefined || value === false) return null;
  const from = offset === undefined ? 0 : rubyToI(offset);
  return slice(value, from, limit === undefined ? undefined : from + rubyToI(limit));
}

/** Begins a table: its scope holds the variable and `tablerowloop`. */
export function enterTable(
  context: Context,
  variable: string,
  length: number,
  cols: unknown,
): Scope & { loop: TableLoop } {
  const loop = new TableLoop(length, cols === undefined ? 0 : rubyToI(cols));
  return context.push(new Scope(context.scope, variable, 'tablerowloop', loop)) as Scope & { loop: TableLoop };
}

/** Ends a table. */
export function leaveTable(context: Context, scope: Scope & { loop: TableLoop }): void {
  context.spend(scope.loop.index0);
  context.pop(scope);
}

/** Ruby's `to_i`, which not every value has. */
function rubyToI(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw rubyError(toS(value));
    return Math.trunc(value);
  }
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Float) return value.value;
  if (value instanceof Time) return Math.floor(value.epochMs / 1000);
  if (typeof value === 'string') return Number(stringToInteger(value));
  throw rubyError(`undefined method \`to_i' for ${inspect(value)}`);
}

/** A range whose ends were worked out in the render. */
export function range(first: unknown, last: unknown): Range {
  return new Range(rangeEnd(first), rangeEnd(last));
}

function rangeEnd(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return Number(stringToInteger(value));
  return Number(typeof value === 'bigint' ? toInteger(value) : toWholeNumber(value));
}
