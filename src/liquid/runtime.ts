import { inspect, isTruthy, toOutput, toS } from '../core/ruby.js';
import type { TemplateSource } from '../core/template.js';
import { isDrop, Range } from '../core/values.js';
import { contains, equals, identityKey, isEmpty, less, more, type Numeric } from './compare.js';
import type { Context } from './context.js';
import { errorAt, liquidError, rubyError } from './errors.js';
import { addNumbers } from './filters/arithmetic.js';
import type { Origin } from './generate.js';
import { at, member, memberOrCommand, needAt, needMember, undefinedVariable } from './lookup.js';
import {
  CONTINUE,
  enterLoop,
  enterTable,
  ForLoop,
  leaveLoop,
  leaveTable,
  loopOffset,
  membersOf,
  openLoop,
  openTable,
  range,
} from './loops.js';
import { printedError } from './print-error.js';

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

function fail(error: unknown, node: number, template: TemplatePlaces): unknown {
  return errorAt(error, template.source, template.origins[node]!.offset);
}

function printError(error: unknown, node: number, template: TemplatePlaces, isBlank: boolean): string {
  const text = printedError(error, template.origins[node]!.line);
  if (text === undefined) throw error;
  return isBlank ? '' : text;
}

function cycle(context: Context, name: unknown, count: number): number {
  const key = typeof name === 'symbol' ? name : identityKey(name);
  const turn = context.cycles.get(key) ?? 0;
  context.cycles.set(key, turn + 1 >= count ? 0 : turn + 1);
  return turn;
}

function counter(context: Context, name: string): unknown {
  const value = context.counters.has(name) ? context.counters.get(name) : context.given(name);
  return isTruthy(value) ? value : 0;
}

function increment(context: Context, name: string): string {
  const value = counter(context, name);
  context.counters.set(name, addNumbers(asNumber(value), 1));
  return toS(value);
}

function decrement(context: Context, name: string): string {
  const value = addNumbers(asNumber(counter(context, name)), -1);
  context.counters.set(name, value);
  return toS(value);
}

function asNumber(value: unknown): Numeric {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw rubyError(`a counter cannot go on from ${inspect(value)}`);
}

function unknownOperator(operator: string): never {
  throw liquidError(`Unknown operator ${operator}`, 'liquid/unknown-operator', 'use ==, !=, <, >, <=, >= or contains');
}

function wrongArguments(message: string): never {
  throw liquidError(message, 'liquid/arguments', 'look up what the filter takes');
}

function noFilter(name: string): never {
  throw liquidError(`undefined filter ${name}`, 'liquid/undefined-filter', 'define it, or set `strict_filters: false`');
}

function firstOf(value: unknown): unknown {
  return value;
}

/** `{% render %}`: the template of that name in a context of its own. */
function renderAlone(
  context: Context,
  name: string,
  variable: string,
  input: () => unknown,
  isEach: boolean,
  given: () => [string, unknown][],
): string {
  const source = context.host.readInclude(name);
  if (source === undefined) {
    const folders = context.host.includeFolders.join(', ');
    throw liquidError(
      `There is no template '${name}' to render`,
      'liquid/missing-partial',
      `it was looked for in ${folders}`,
    );
  }
  const value = input();
  const renderOne = (item: unknown, loop?: ForLoop): string => {
    const inner = context.isolated();
    const variables = new Map<string, unknown>(loop === undefined ? [] : [['forloop', loop]]);
    for (const [key, argument] of given()) variables.set(key, argument ?? null);
    if (item !== null && item !== undefined) variables.set(variable, item);
    for (const [key, argument] of variables) inner.assigns.set(key, argument);
    return inner.renderPartial(source);
  };
  if (
    !isEach ||
    !(
      Array.isArray(value) ||
      value instanceof Map ||
      value instanceof Range ||
      (isDrop(value) && value.keys !== undefined)
    )
  ) {
    return renderOne(value);
  }
  const items = membersOf(value);
  const loop = new ForLoop(name, items.length, undefined);
  let output = '';
  for (const item of items) {
    output += renderOne(item, loop);
    loop.index0++;
  }
  return output;
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
  truthy: isTruthy,
  equals,
  less,
  more,
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
  renderAlone,
  nothing: (): string => '',
  fail,
  printError,
} as const;
