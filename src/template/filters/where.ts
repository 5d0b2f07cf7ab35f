import type { Filter, RenderContext } from '../../core/template.js';
import { Time, timeFields, type Zone } from '../../core/time/time.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { isTruthy, joinArray, toS } from '../../core/values/ruby.js';
import { emptyLiteral, isDrop } from '../../core/values/values.js';
import { keptOf } from './kept-lists.js';
import { itemProperty } from './property.js';
import { isEnumerable, itemsOf, itemsOrValuesOf } from './values.js';

/** The items whose property is the value, compared as text; an array of values has it as a member. */
export const where: Filter = (context, input, property, value) => {
  const name = nameOf(input, property, value);
  if (name === undefined) return input;
  const found =
    indexed(context, input, name, value) ?? itemsOrValuesOf(input).filter(propertyTest('where', name, value));
  return asObjectsOf(input, found);
};

/** The first item whose property is the value; nil where none is. */
export const find: Filter = (context, input, property, value) => {
  const name = nameOf(input, property, value);
  if (name === undefined) return input;
  const found = indexed(context, input, name, value);
  const first = found === undefined ? itemsOrValuesOf(input).find(propertyTest('find', name, value)) : found[0];
  return isTruthy(first) ? first : null;
};

/** The name of the property; undefined where there is nothing to be searched. */
function nameOf(input: unknown, property: unknown, value: unknown): string | undefined {
  const isNamed = property !== null && property !== undefined && property !== false;
  if (!isNamed || Array.isArray(value) || value instanceof Map || !isEnumerable(input)) return undefined;
  return toS(property);
}

function propertyTest(filter: string, name: string, value: unknown): (item: unknown) => boolean {
  const isWanted = valueTest(value);
  return (item) => isWanted(itemProperty(filter, item, name));
}

/** The items of a list by a property of theirs. */
interface Index {
  readonly byText: ReadonlyMap<string, readonly unknown[]>;
  readonly without: readonly unknown[];
}

/** The items that match, where the list was searched by that property before. */
function indexed(context: RenderContext, input: unknown, name: string, value: unknown): readonly unknown[] | undefined {
  if (value === emptyLiteral) return undefined;
  const index = keptOf(context, input, `index by ${name}`, () => indexOf(input as unknown[], name));
  if (index === undefined || index === null) return undefined;
  if (value === null || value === undefined) return index.without;
  return index.byText.get(toS(value)) ?? [];
}

/** Null where an item cannot be looked at: what is wanted may come before it. */
function indexOf(list: readonly unknown[], name: string): Index | null {
  try {
    return createIndex(list, name);
  } catch {
    return null;
  }
}

function createIndex(list: readonly unknown[], name: string): Index {
  const byText = new Map<string, unknown[]>();
  const without: unknown[] = [];
  for (const item of list) {
    const property = itemProperty('where', item, name);
    if (property === null || property === undefined) without.push(item);
    for (const text of textsOf(property)) {
      const items = byText.get(text);
      if (items === undefined) byText.set(text, [item]);
      else items.push(item);
    }
  }
  return { byText, without };
}

/** The texts that a property is searched by, each once. */
function textsOf(property: unknown): Iterable<string> {
  if (typeof property === 'string') return [property];
  return new Set(rubyArray(property).map(toS));
}

function valueTest(value: unknown): (property: unknown) => boolean {
  if (value === null || value === undefined) return (property) => property === null || property === undefined;
  if (value === emptyLiteral) return (property) => joinArray(rubyArray(property), '') === '';
  const wanted = toS(value);
  return (property) => {
    if (typeof property === 'string') return property === wanted;
    return rubyArray(property).some((member) => toS(member) === wanted);
  };
}

/** Ruby's `Array(value)`. A Time is taken apart into its fields, so that a year finds a date. */
function rubyArray(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  if (value instanceof Time) return timeParts(value);
  if (value instanceof Map || (isDrop(value) && value.keys !== undefined)) return itemsOf(value);
  return isEnumerable(value) ? itemsOf(value) : [value];
}

function timeParts(time: Time): unknown[] {
  const { second, minute, hour, day, month, year, weekday, yearDay } = timeFields(time);
  const { zone, epochMs } = time;
  const isZone = typeof zone === 'object';
  const name = isZone ? zone.abbreviationAt(epochMs) : zone === 'UTC' ? 'UTC' : null;
  return [second, minute, hour, day, month, year, weekday, yearDay, isZone && isSummer(zone, epochMs), name];
}

const halfYear = 183 * 86_400_000;

function isSummer(zone: Zone, epochMs: number): boolean {
  return zone.offsetAt(epochMs) > Math.min(zone.offsetAt(epochMs - halfYear), zone.offsetAt(epochMs + halfYear));
}
