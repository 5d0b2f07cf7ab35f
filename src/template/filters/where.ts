import { joinArray, toS } from '../../core/ruby.js';
import type { Filter } from '../../core/template.js';
import { Time, timeFields, type Zone } from '../../core/time.js';
import { emptyLiteral, isDrop } from '../../core/values.js';
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
