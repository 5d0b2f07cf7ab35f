import { TemplateError } from '../../core/template.js';
import { inspect } from '../../core/values/ruby.js';
import { type Drop, isDrop, Range } from '../../core/values/values.js';
import { toWholeNumber } from '../../liquid/run/numbers.js';

/** The error of a filter that Ruby would stop at with a `NoMethodError` or `TypeError`. */
export function wrongInput(filter: string, value: unknown, wanted: string): TemplateError {
  const text = inspect(value);
  const shown = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return new TemplateError(
    `The filter '${filter}' needs ${wanted}, but was given ${shown}`,
    'template/filter-input',
    value === null || value === undefined
      ? `The value is nil: give it with '| default: …' before '${filter}', or look for a misspelt name.`
      : `Give it something else; what it is given, \`inspect\` in the place of '${filter}' prints.`,
  );
}

/** The input as a string; throws where it is anything else, as Ruby does for filters that call String's own methods. */
export function needString(filter: string, value: unknown): string {
  if (typeof value !== 'string') throw wrongInput(filter, value, 'a string');
  return value;
}

/** Whether Ruby's object has the methods of Enumerable. */
export function isEnumerable(value: unknown): boolean {
  return Array.isArray(value) || value instanceof Map || value instanceof Range || isLoopedDrop(value);
}

function isLoopedDrop(value: unknown): value is Drop & { keys(): readonly string[] } {
  return isDrop(value) && value.keys !== undefined;
}

/** What Ruby's `each` gives for an Enumerable: the pairs of a hash or drop, the numbers of a range. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value instanceof Map) return [...value].map(([key, item]) => [key, item]);
  if (value instanceof Range) return rangeToArray(value);
  if (isLoopedDrop(value)) return value.keys().map((key) => [key, value.get(key)]);
  return [];
}

/** As {@link itemsOf}, but of a drop its keys alone: what Ruby's `map` takes of the two that its `each` yields. */
export function mappedItemsOf(value: unknown): readonly unknown[] {
  return isLoopedDrop(value) ? value.keys() : itemsOf(value);
}

function rangeToArray(range: Range): number[] {
  const result: number[] = [];
  for (let i = range.first; i <= range.last; i++) result.push(i);
  return result;
}

/** As {@link itemsOf}, but a hash gives its values: what `where`, `find` and their kin look at. */
export function itemsOrValuesOf(value: unknown): readonly unknown[] {
  return value instanceof Map ? [...value.values()] : itemsOf(value);
}

/** Liquid's `Utils.to_integer`: an integer, or text that is one as Ruby writes it. */
export function toInteger(value: unknown): number {
  return Number(toWholeNumber(value));
}
