import { strip } from '../../core/text/strip.js';
import { emptyLiteral } from '../../core/values/values.js';
import { type Expression, fragment, literal, parseExpression, space } from './expression.js';
import { readWords, type Words } from './words.js';

/** One filter of an output: its name, arguments and named arguments. */
export interface FilterCall {
  readonly name: string;
  /** Where its name is. */
  readonly offset: number;
  readonly args: readonly Expression[];
  readonly named: readonly (readonly [string, Expression])[];
}

/** What is in `{{ … }}` or after the `=` of `assign`: a value and the filters it goes through. */
export interface Pipeline {
  /** Undefined where nothing is there. */
  readonly value: Expression | undefined;
  readonly filters: readonly FilterCall[];
}

const valueAndRest = new RegExp(`(${fragment})([^]*)`);
const filterList = new RegExp(`\\|${space}*([^]*)`);
const filterParts = new RegExp(`(?:${space}+|${fragment}|,)+`, 'g');
const filterArguments = new RegExp(`[:,]${space}*((?:\\w+${space}*:${space}*)?${fragment})`, 'g');
const namedArgument = new RegExp(`^(\\w[\\w-]*)${space}*:${space}*(${fragment})$`);
const simplePath = /^[ \t\r\n\f\v]*((?!contains[ \t\r\n\f\v])[a-zA-Z_][\w-]*(?:\.[a-zA-Z_][\w-]*)*)[ \t\r\n\f\v]*$/;

/** Reads a pipeline, whose markup begins at an offset, as Ruby's strict parser does; throws `SyntaxMistake`. */
export function parsePipelineStrictly(markup: string, start = 0): Pipeline {
  const simple = simplePath.exec(markup);
  if (simple !== null && !simple[1]!.includes('.contains')) return { value: parseExpression(simple[1]!), filters: [] };
  const words = readWords(markup);
  if (words.looks('end_of_string')) return { value: undefined, filters: [] };
  const value = parseExpression(words.expression());
  const filters: FilterCall[] = [];
  while (words.tryTake('pipe') !== undefined) {
    const offset = start + words.at;
    const name = words.take('id');
    filters.push(filterCall(name, offset, words.tryTake('colon') === undefined ? [] : readArguments(words)));
  }
  words.take('end_of_string');
  return { value, filters };
}

function readArguments(words: Words): string[] {
  const args = [words.argument()];
  while (words.tryTake('comma') !== undefined) args.push(words.argument());
  return args;
}

/** Reads a pipeline as Ruby's lax parser does, which takes anything. */
export function parsePipelineLaxly(markup: string, start = 0): Pipeline {
  const match = valueAndRest.exec(markup);
  if (match === null) return { value: undefined, filters: [] };
  const filters: FilterCall[] = [];
  const list = filterList.exec(match[2]!)?.[1] ?? '';
  const from = start + markup.length - list.length;
  for (const { 0: part, index } of list.matchAll(filterParts)) {
    const name = /\w+/.exec(part);
    if (name === null) continue;
    const args = [...part.matchAll(filterArguments)].map((found) => found[1]!);
    filters.push(filterCall(name[0], from + index + name.index, args));
  }
  return { value: parseExpression(match[1]!), filters };
}

/** The filters of Jekyll's that tell `empty` from an empty text. */
const asksForEmpty = new Set(['where', 'find']);

function isEmptyName(text: string): boolean {
  const name = strip(text);
  return name === 'empty' || name === 'blank';
}

function parseArgument(filter: string, index: number, text: string): Expression {
  const isTarget = index === 1 && asksForEmpty.has(filter) && isEmptyName(text);
  return isTarget ? literal(emptyLiteral) : parseExpression(text);
}

function filterCall(name: string, offset: number, texts: readonly string[]): FilterCall {
  const args: Expression[] = [];
  const named = new Map<string, Expression>();
  for (const text of texts) {
    const match = namedArgument.exec(text);
    if (match === null) args.push(parseArgument(name, args.length, text));
    else named.set(match[1]!, parseExpression(match[2]!));
  }
  return { name, offset, args, named: [...named] };
}
