import { toS } from '../../core/ruby.js';
import type { Filter } from '../../core/template.js';
import { Time, type Time as TimeValue, timeFields } from '../../core/time.js';
import { isDrop } from '../../core/values.js';
import { itemProperty } from './property.js';
import { isEnumerable, itemsOf, itemsOrValuesOf } from './values.js';

/** The items whose property is the value, compared as text; an array of values has it as a member. */
export const where: Filter = (_context, input, property, value) => {
  const matches = propertyTest('where', input, property, value);
  return matches === undefined ? input : itemsOrValuesOf(input).filter(matches);
};

/** The first item whose property is the value; nil where none is. */
export const find: Filter = (_context, input, property, value) => {
  const matches = propertyTest('find', input, property, value);
  return matches === undefined ? input : itemsOrValuesOf(input).find(matches) || null;
};

function propertyTest(
  filter: string,
  input: unknown,
  property: unknown,
  value: unknown,
): ((item: unknown) => boolean) | undefined {
  const isNamed = property !== null && property !== undefined && property !== false;
  if (!isNamed || Array.isArray(value) || value instanceof Map || !isEnumerable(input)) return undefined;
  const name = toS(property);
  const isWanted = valueTest(value);
  return (item) => isWanted(itemProperty(filter, item, name));
}

function valueTest(value: unknown): (property: unknown) => boolean {
  if (value === null || value === undefined) return (property) => property === null || property === undefined;
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

function timeParts(time: TimeValue): unknown[] {
  const { second, minute, hour, day, month, year, weekday, yearDay } = timeFields(time);
  return [second, minute, hour, day, month, year, weekday, yearDay, false, 'UTC'];
}
