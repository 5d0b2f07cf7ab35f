import { equals } from '../../core/values/compare-values.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { isTruthy, joinArray, toS } from '../../core/values/ruby.js';
import { emptyLiteral, isDrop, Range } from '../../core/values/values.js';
import { liquidError } from '../errors.js';
import type { FilterRows } from '../filter-rows.js';
import { identityKey } from '../run/compare.js';
import { memberOrCommand } from '../run/lookup.js';
import { hasBrackets, itemsOf, propertyError, readProperty } from './iterate.js';
import { uniqueItems } from './unique-lists.js';

const maxItems = 5_000_000;

/** Goes over a list by a property; null (Ruby's nil for the whole filter) where an item has no properties at all. */
function selectBy(
  items: readonly unknown[],
  property: unknown,
  keep: (value: unknown, item: unknown) => boolean,
): unknown[] | null {
  const kept: unknown[] = [];
  for (const item of items) {
    if (!hasBrackets(item)) return null;
    const value = readProperty(item, property, () => {
      throw propertyError(property);
    });
    if (keep(value, item)) kept.push(item);
  }
  return kept;
}

function where(input: unknown, property: unknown, target: unknown): unknown {
  const items = itemsOf(input);
  if (target === null || target === undefined) return selectBy(items, property, isTruthy);
  const wanted = target === emptyLiteral ? '' : target;
  return selectBy(items, property, (value) => equals(value, wanted));
}

function uniq(input: unknown, property: unknown): unknown {
  const items = itemsOf(input);
  if (items.length < 2) return [...items];
  if (property === null || property === undefined) return uniqueItems(items);
  const seen = new Set<unknown>();
  return selectBy(items, property, (value) => {
    const key = identityKey(value);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

function map(input: unknown, property: unknown): unknown {
  if (property === 'to_liquid') return [...itemsOf(input)];
  return itemsOf(input).map((item) => {
    const value = readProperty(item, property, (failure) => {
      if (failure === 'wrong-type') throw propertyError(property);
      return null;
    });
    return value ?? null;
  });
}

function compact(input: unknown, property: unknown): unknown {
  const items = itemsOf(input);
  const isThere = (value: unknown): boolean => value !== null && value !== undefined;
  return property === null || property === undefined ? items.filter(isThere) : selectBy(items, property, isThere);
}

function concat(input: unknown, more: unknown): unknown {
  if (!Array.isArray(more)) {
    throw liquidError(
      'concat filter requires an array argument',
      'liquid/argument',
      'Give it a list, such as one made by `split`.',
    );
  }
  const items = itemsOf(input);
  if (items.length + more.length > maxItems) throw liquidError('A list grew too large', 'liquid/too-large');
  // What is put together is gone through, so that drops come of it; what is appended is taken as it is.
  return asObjectsOf(more, [...items, ...more], items);
}

function end(input: unknown, which: 'first' | 'last'): unknown {
  if (input instanceof Map || Array.isArray(input) || input instanceof Range) {
    return input instanceof Map && which === 'first' ? input.entries().next().value : memberOfList(input, which);
  }
  if (!isDrop(input)) return null;
  if (input.keys === undefined) return input.get(which);
  if (which === 'last') return null;
  return memberOrCommand(input, 'first');
}

function memberOfList(input: unknown, which: 'first' | 'last'): unknown {
  return input instanceof Map ? null : memberOrCommand(input, which);
}

function isNothing(input: unknown, options: unknown): boolean {
  const allowsFalse = options instanceof Map && isTruthy(options.get('allow_false'));
  if (allowsFalse ? input === null || input === undefined : !isTruthy(input)) return true;
  if (typeof input === 'string' || Array.isArray(input)) return input.length === 0;
  return input instanceof Map && input.size === 0;
}

/** Liquid's filters on lists. */
export const listFilters: FilterRows = {
  join: [(_, input, glue = ' ') => joinArray(itemsOf(input), toS(glue)), 1, 2],
  where: [(_, input, property, target) => where(input, property, target), 2, 3],
  uniq: [(_, input, property) => uniq(input, property), 1, 2],
  reverse: [(_, input) => [...itemsOf(input)].reverse(), 1, 1],
  map: [(_, input, property) => map(input, property), 2, 2],
  compact: [(_, input, property) => compact(input, property), 1, 2],
  concat: [(_, input, more) => concat(input, more), 2, 2],
  first: [(_, input) => end(input, 'first'), 1, 1],
  last: [(_, input) => end(input, 'last'), 1, 1],
  default: [(_, input, value = '', options = null) => (isNothing(input, options) ? value : input), 1, 3],
};
