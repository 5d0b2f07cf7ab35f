import { formatTime } from '../../core/time/strftime.js';
import { Time, timeFields } from '../../core/time/time.js';
import { dropMember } from '../../core/values/drop-members.js';
import { isFloat, isInteger, toInteger, toS } from '../../core/values/ruby.js';
import { isDrop, Range } from '../../core/values/values.js';
import { liquidError, rubyError } from '../errors.js';
import { membersOf } from '../run/loops.js';
import { sliceText } from './text.js';

/** What a list filter goes over: arrays flat, a hash as one thing, nil as nothing, anything else as a list of itself. */
export function itemsOf(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) return input.some(Array.isArray) ? input.flat(Number.POSITIVE_INFINITY) : input;
  if (input === null || input === undefined) return [];
  if (input instanceof Range) return membersOf(input);
  if (input instanceof Time) return fieldsOf(input);
  if (isDrop(input) && input.keys !== undefined) return input.keys();
  return [input];
}

/** Ruby's `Time#to_a`. */
function fieldsOf(time: Time): unknown[] {
  const { second, minute, hour, day, month, year, weekday, yearDay } = timeFields(time);
  const zone = formatTime(time, '%Z');
  return [second, minute, hour, day, month, year, weekday, yearDay, false, zone === '' ? null : zone];
}

/** Why an item has no such property. */
export type PropertyFailure = 'no-brackets' | 'wrong-type';

/** Ruby's `item[property]`: of hashes and drops, and what texts and integers make of it. */
export function readProperty(
  item: unknown,
  property: unknown,
  onFailure: (failure: PropertyFailure) => unknown,
): unknown {
  if (item instanceof Map) return item.get(property ?? null);
  if (isDrop(item)) return dropMember(item, property);
  if (typeof item === 'string') return propertyOfText(item, property, onFailure);
  if (isInteger(item)) return propertyOfInteger(item, property, onFailure);
  return onFailure('no-brackets');
}

function propertyOfText(text: string, property: unknown, onFailure: (failure: PropertyFailure) => unknown): unknown {
  if (typeof property === 'string') return text.includes(property) ? property : null;
  if (property instanceof Range) return sliceOfText(text, property);
  if (!isInteger(property) && !isFloat(property)) return onFailure('wrong-type');
  if (!(Math.abs(Number(property)) < 2 ** 63)) throw rubyError('an index is too large');
  const index = Math.trunc(Number(property));
  const characters = [...text];
  return characters[index < 0 ? index + characters.length : index] ?? null;
}

function propertyOfInteger(
  value: number | bigint,
  property: unknown,
  onFailure: (failure: PropertyFailure) => unknown,
): unknown {
  if (property instanceof Range) return bitsOfInteger(BigInt(value), property);
  if (!isInteger(property) && !isFloat(property)) return onFailure('wrong-type');
  const bit = Math.trunc(Number(property));
  if (!Number.isFinite(bit)) throw rubyError(`an integer has no bit ${toS(property)}`);
  return bit < 0 ? 0 : Number((BigInt(value) >> BigInt(bit)) & 1n);
}

function sliceOfText(text: string, { first, last }: Range): string | null {
  const { length } = [...text];
  const from = first < 0 ? first + length : first;
  const to = last < 0 ? last + length : last;
  return sliceText(text, from, Math.max(0, to - from + 1)) ?? null;
}

function bitsOfInteger(value: bigint, { first, last }: Range): number | bigint {
  const rest = first < 0 ? value << BigInt(-first) : value >> BigInt(first);
  return toInteger(last < first ? rest : BigInt.asUintN(last - first + 1, rest));
}

/** Whether Ruby's `respond_to?(:[])` holds. */
export function hasBrackets(item: unknown): boolean {
  return item instanceof Map || isDrop(item) || typeof item === 'string' || isInteger(item);
}

/** The error of a list whose items have no such property. */
export function propertyError(property: unknown): Error {
  return liquidError(
    `cannot select the property '${toS(property)}'`,
    'liquid/argument',
    'The items of this list have other properties.',
  );
}
