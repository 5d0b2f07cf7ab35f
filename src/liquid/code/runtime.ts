import type { TemplateSource } from '../../core/template.js';
import { equals, isNumeric, type Numeric, plain } from '../../core/values/compare-values.js';
import { inspect, isTruthy, toOutput, toS } from '../../core/values/ruby.js';
import { toFloat } from '../../core/values/values.js';
import { errorAt, liquidError, rubyError } from '../errors.js';
import { addNumbers } from '../filters/arithmetic.js';
import { joinWords } from '../filters/text.js';
import { includePartial } from '../include-partial.js';
import { contains, identityKey, isBlank, isEmpty, less, more } from '../run/compare.js';
import type { Context } from '../run/context.js';
import { at, member, memberOrCommand, needAt, needMember, undefinedVariable } from '../run/lookup.js';
import {
  CONTINUE,
  enterLoop,
  enterTable,
  leaveLoop,
  leaveTable,
  loopOffset,
  openLoop,
  openTable,
  range,
} from '../run/loops.js';
import { printedError } from '../run/print-error.js';
import { renderAlone } from '../run/render-alone.js';
import type { Origin } from '../syntax/syntax.js';

/** The template that a piece of generated code belongs to. */
export interface TemplatePlaces {
  readonly source: TemplateSource;
  readonly origins: readonly Origin[];
}

function find(context: Context, name: unknown): unknown {
  return context.find(name);
}

function need(context: Context, name: unknown): unknown {
  const value = context.find(name);
  if (value === undefined) throw undefinedVariable(toS(name));
  return value;
}

function print(value: unknown): string {
  return typeof value === 'string' ? value : toOutput(value);
}

/** Prints a variable, or what stands for it. */
function printOrSlot(context: Context, name: string): string {
  return context.slot(name) ?? print(context.find(name));
}

function fail(error: unknown, node: number, template: TemplatePlaces): unknown {
  const { offset, exact } = template.origins[node]!;
  return errorAt(error, template.source, offset, exact);
}

function printError(
  context: Context,
  error: unknown,
  node: number,
  { source, origins }: TemplatePlaces,
  isBlank: boolean,
): string {
  const { line } = origins[node]!;
  const { scopeGiven } = context;
  const text =
    scopeGiven.printError === undefined ? printedError(error, line) : scopeGiven.printError(error, line, source);
  if (text === undefined) throw error;
  return isBlank ? '' : text;
}

/** The next text of a cycle, which stays where it is if that cannot be worked out. */
function cycle(context: Context, name: unknown, count: number, choose: (turn: number) => unknown): string {
  const key = typeof name === 'symbol' ? name : identityKey(name);
  context.turns++;
  const turn = context.cycles.get(key) ?? 0;
  const text = print(choose(turn));
  context.cycles.set(key, turn + 1 >= count ? 0 : turn + 1);
  return text;
}

function counter(context: Context, name: string): unknown {
  context.turns++;
  const value = context.counters.get(name) ?? context.given(name);
  return isTruthy(value) ? value : 0;
}

function increment(context: Context, name: string): string {
  const value = counter(context, name);
  context.counters.set(name, counted(value, 1));
  return toS(value);
}

function decrement(context: Context, name: string): string {
  const value = counted(counter(context, name), -1);
  context.counters.set(name, value);
  return toS(value);
}

function counted(value: unknown, step: 1 | -1): Numeric {
  if (!isNumeric(value)) throw rubyError(`a counter cannot go on from ${inspect(value)}`);
  const number = plain(value);
  if (typeof number === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    return addNumbers(number, step);
  }
  return toFloat(number + step);
}

function unknownOperator(operator: string): never {
  throw liquidError(`Unknown operator ${operator}`, 'liquid/unknown-operator', 'Use ==, !=, <, >, <=, >= or contains.');
}

function wrongArguments(message: string, hint: string): never {
  throw liquidError(message, 'liquid/arguments', hint);
}

function noFilter(name: string, hint: string): never {
  throw liquidError(`undefined filter ${name}`, 'liquid/undefined-filter', hint);
}

function firstOf(value: unknown): unknown {
  return value;
}

/** What the JavaScript of templates calls, as `R`. */
export const runtime = {
  find,
  need,
  member,
  memberOrCommand,
  needMember,
  at,
  needAt,
  print,
  printOrSlot,
  truthy: isTruthy,
  equals,
  less,
  more,
  isBlank,
  isEmpty,
  contains,
  range,
  CONTINUE,
  loopOffset,
  openLoop,
  enterLoop,
  leaveLoop,
  openTable,
  enterTable,
  leaveTable,
  cycle,
  increment,
  decrement,
  unknownOperator,
  wrongArguments,
  noFilter,
  firstOf,
  joinWords,
  renderAlone,
  includePartial,
  nothing: (): string => '',
  fail,
  printError,
} as const;
