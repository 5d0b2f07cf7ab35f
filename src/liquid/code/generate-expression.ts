import { TemplateError } from '../../core/template.js';
import { toOutput } from '../../core/values/ruby.js';
import type { FilterEntry } from '../filter-table.js';
import { type Expression, isNothing, type LookupKey } from '../syntax/expression.js';
import { nearFilter } from '../syntax/near-filter.js';
import type { FilterCall, Pipeline } from '../syntax/pipeline.js';
import type { Generated, Generator, LoopNames } from '../syntax/syntax.js';
import { findTakingFirst } from './taking-first.js';

/** The JavaScript of an expression. */
export function generateExpression(generator: Generator, expression: Expression): Generated {
  switch (expression.kind) {
    case 'literal':
      return known(generator, expression.value);
    case 'test':
      return known(generator, expression);
    case 'range': {
      const first = generateExpression(generator, expression.first).code;
      const last = generateExpression(generator, expression.last).code;
      return { code: `R.range(${first},${last})` };
    }
    default:
      return { code: generateLookup(generator, expression) };
  }
}

/** A known value as JavaScript: written out where that is short and exact, else as a constant. */
function known(generator: Generator, value: unknown): Generated {
  const constant = { value };
  if (value === null || value === undefined) return { code: 'null', constant };
  if (typeof value === 'boolean') return { code: String(value), constant };
  if (typeof value === 'number' && Number.isFinite(value))
    return { code: value < 0 ? `(${value})` : String(value), constant };
  if (typeof value === 'string') return { code: generator.literal(value), constant };
  return { code: generator.constant(value), constant };
}

type Lookup = Extract<Expression, { kind: 'lookup' }>;

function generateLookup(generator: Generator, lookup: Lookup): string {
  const { name, keys } = lookup;
  const loop = typeof name === 'string' ? findLoop(generator.loops, name) : undefined;
  if (loop !== undefined && name !== loop.variable) {
    const [first, ...rest] = keys;
    const field = first !== undefined && 'isCommand' in first ? loopField(loop, first.name) : undefined;
    if (field !== undefined) return generateKeys(generator, field, rest);
    return generateKeys(generator, loop.dropVariable, keys);
  }
  if (loop !== undefined) return generateKeys(generator, loop.value, keys);
  const found = generator.options.strictVariables ? 'need' : 'find';
  const key =
    name === null
      ? 'null'
      : typeof name === 'string'
        ? generator.literal(name)
        : generateExpression(generator, name).code;
  return generateKeys(generator, `${found}(c,${key})`, keys);
}

export function findLoop(loops: readonly LoopNames[], name: string): LoopNames | undefined {
  return loops.findLast((loop) => loop.variable === name || loop.drop === name);
}

function loopField(loop: LoopNames, name: string): string | undefined {
  if (loop.kind !== 'for') return undefined;
  const drop = loop.dropVariable;
  switch (name) {
    case 'index':
      return `(${drop}.index0+1)`;
    case 'index0':
      return `${drop}.index0`;
    case 'rindex':
      return `(${drop}.length-${drop}.index0)`;
    case 'rindex0':
      return `(${drop}.length-${drop}.index0-1)`;
    case 'first':
      return `(${drop}.index0===0)`;
    case 'last':
      return `(${drop}.index0===${drop}.length-1)`;
    case 'length':
      return `${drop}.length`;
    default:
      return undefined;
  }
}

function generateKeys(generator: Generator, object: string, keys: readonly LookupKey[]): string {
  const strict = generator.options.strictVariables;
  let code = object;
  for (const key of keys) {
    if (!('isCommand' in key)) {
      code = `R.${strict ? 'needAt' : 'at'}(${code},${generateExpression(generator, key).code})`;
    } else if (strict) {
      code = `R.needMember(${code},${generator.literal(key.name)},${key.isCommand})`;
    } else {
      code = `${key.isCommand ? 'memberOrCommand' : 'member'}(${code},${generator.literal(key.name)})`;
    }
  }
  return code;
}

/** The JavaScript of a value and its filters; what is known already is worked out now. */
export function generatePipeline(generator: Generator, pipeline: Pipeline): Generated {
  if (pipeline.value === undefined) return known(generator, null);
  const given = generateExpression(generator, pipeline.value);
  const taking = typeof given.constant?.value === 'string' ? -1 : findTakingFirst(generator, pipeline.filters);
  let result = taking < 0 ? given : { code: 'first' };
  let exact: number | undefined;
  // How much of it can fail. Where that is more than one thing, to note each before it is done would take its time.
  let fallible = generator.options.strictVariables ? 1 : 0;
  const isOwn = generator.options.ownNothing && isNothing(pipeline.value);
  const { filters } = pipeline;
  for (let index = 0; index < filters.length; index++) {
    if (isOwn && index === 0 && filters[index]!.name === 'default') continue;
    if (result.constant === undefined && joinsWords(generator, filters[index]!, filters[index + 1])) {
      result = { code: `R.joinWords(${result.code})` };
      index++;
      continue;
    }
    let filtered = generateFilter(generator, result, filters[index]!, index === taking ? ',first??null' : '');
    if (index === taking) filtered = { code: `(first=>${filtered.code})(${given.code})` };
    if (filtered !== result && filtered.constant === undefined) {
      fallible++;
      exact = filters[index]!.offset;
    }
    result = filtered;
  }
  return { code: result.code, constant: result.constant, exact: fallible === 1 ? exact : undefined };
}

/** Whether two filters are Liquid's own `split: " "` and `join: " "`, as in layouts that compress HTML. */
function joinsWords(generator: Generator, first: FilterCall, second: FilterCall | undefined): boolean {
  const isOf = (call: FilterCall, name: string): boolean => {
    const [by] = call.args;
    const isBlank = call.args.length === 1 && by?.kind === 'literal' && by.value === ' ';
    return call.name === name && isBlank && call.named.length === 0 && isStandard(generator, name);
  };
  return second !== undefined && isOf(first, 'split') && isOf(second, 'join');
}

/** Whether a filter is Liquid's own, and none of the host's. */
export function isStandard(generator: Generator, name: string): boolean {
  return generator.options.filters.get(name)?.isPure === true;
}

function generateFilter(generator: Generator, input: Generated, call: FilterCall, more: string): Generated {
  const args = call.args.map((arg) => generateExpression(generator, arg));
  const entry = generator.options.filters.get(call.name);
  if (call.named.length > 0) args.push({ code: namedArguments(generator, call) });
  // Nil is passed on as null: undefined would mean an argument that is not given.
  const values = [
    input.code,
    ...args.map(({ code, constant }) => (constant === undefined ? `${code}??null` : code)),
  ].join(',');
  if (entry === undefined) {
    if (generator.options.strictFilters) {
      const hint = nearFilter(call.name, generator.options.filters) ?? 'Define it, or set `strict_filters: false`.';
      return { code: `R.noFilter(${generator.literal(call.name)},${generator.literal(hint)},${values})` };
    }
    // Ruby works out its arguments all the same, and ranges can fail.
    const given = [...call.args, ...call.named.map(([, value]) => value)];
    const mayFail = generator.options.strictVariables || given.some(({ kind }) => kind === 'range');
    return mayFail ? { code: `R.firstOf(${values})` } : input;
  }
  const wrong = wrongArity(entry, args.length + 1);
  if (wrong !== undefined) {
    const hint = `'${call.name}' takes ${argumentsOf(entry)}.`;
    return { code: `R.wrongArguments(${generator.literal(wrong)},${generator.literal(hint)},${values})` };
  }
  return (
    foldFilter(generator, entry, [input, ...args]) ?? {
      code: `${generator.constant(entry.filter)}(c,${values}${more})`,
    }
  );
}

function namedArguments(generator: Generator, call: FilterCall): string {
  const pairs = call.named.map(
    ([name, value]) => `[${generator.literal(name)},${generateExpression(generator, value).code}]`,
  );
  return `new Map([${pairs.join(',')}])`;
}

function wrongArity(entry: FilterEntry, given: number): string | undefined {
  const { least, most } = entry;
  if (given >= least && given <= most) return undefined;
  const expected = most === Number.POSITIVE_INFINITY ? `${least}+` : least === most ? `${least}` : `${least}..${most}`;
  return `wrong number of arguments (given ${given}, expected ${expected})`;
}

/** How many arguments a filter takes behind its colon. */
function argumentsOf({ least, most }: FilterEntry): string {
  const count = (number: number): string => `${number} argument${number === 1 ? '' : 's'}`;
  if (most === 1) return 'no arguments';
  if (most === Number.POSITIVE_INFINITY) return `at least ${count(least - 1)}`;
  return least === most ? count(most - 1) : `${least - 1} to ${count(most - 1)}`;
}

/** Applies a filter to known values, if it depends on nothing else. Errors stay for the render. */
function foldFilter(generator: Generator, entry: FilterEntry, args: readonly Generated[]): Generated | undefined {
  if (!entry.isPure || !args.every((arg) => arg.constant !== undefined)) return undefined;
  try {
    const [input, ...rest] = args.map((arg) => arg.constant!.value);
    const value = entry.filter(undefined as never, input, ...rest);
    return toOutput(value).length > 10_000 ? undefined : known(generator, value);
  } catch (error) {
    if (error instanceof TemplateError || error instanceof RangeError) return undefined;
    throw error;
  }
}
