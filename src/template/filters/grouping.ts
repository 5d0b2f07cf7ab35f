import { mergeSort } from '../../core/lists/merge-sort.js';
import { type Filter, TemplateError } from '../../core/template.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { toS } from '../../core/values/ruby.js';
import { identityKey } from '../../liquid/run/compare.js';
import { orderOf, sortValues } from './order.js';
import { itemProperty } from './property.js';
import { isEnumerable, itemsOf, mappedItemsOf, wrongInput } from './values.js';

/** Items grouped by the text of a property: hashes of `name`, `items` and `size`. */
export const groupBy: Filter = (_context, input, property) => {
  if (!isEnumerable(input)) return input;
  const name = toS(property);
  return groupItems(itemsOf(input), (item) => toS(itemProperty('group_by', item, name)));
};

/** Sorted by Ruby's order, or by a property; items without it come first, or last with `last`. */
export const sort: Filter = (_context, input, property, nils = 'first') => {
  if (input === null || input === undefined) {
    throw new TemplateError(
      'Cannot sort a null object.',
      'liquid/argument',
      'The value is missing: its name or the data file may be misspelt. Where it may be missing, put the tag between {% if … %} and {% endif %}.',
    );
  }
  const isPlain = property === null || property === undefined;
  if (!isPlain && nils !== 'first' && nils !== 'last') {
    throw new TemplateError(
      `Invalid nils order: '${toS(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
      'liquid/argument',
      'It says where items go that have no such property; leave it out for the beginning.',
    );
  }
  if (!isEnumerable(input)) throw wrongInput('sort', input, 'an array');
  if (isPlain) return asObjectsOf(input, sortValues(itemsOf(input)));
  return asObjectsOf(input, sortByProperty(mappedItemsOf(input), toS(property), nils === 'first' ? -1 : 1));
};

/** Groups in the order of their first items, by what `keyOf` gives: hashes of `name`, `items` and `size`. */
export function groupItems(items: readonly unknown[], keyOf: (item: unknown) => unknown): unknown[] {
  const found = new Map<unknown, { name: unknown; items: unknown[] }>();
  for (const item of items) {
    const name = keyOf(item) ?? null;
    const key = identityKey(name);
    const group = found.get(key);
    if (group === undefined) found.set(key, { name, items: [item] });
    else group.items.push(item);
  }
  return Array.from(
    found.values(),
    (group) =>
      new Map<unknown, unknown>([
        ['name', group.name],
        ['items', asObjectsOf(items, group.items)],
        ['size', group.items.length],
      ]),
  );
}

function sortByProperty(items: readonly unknown[], property: string, nilOrder: number): unknown[] {
  const keyed = items.map((item) => ({ item, key: itemProperty('sort', item, property) ?? null }));
  const sorted = mergeSort(keyed, (a, b) => {
    if (a.key !== null && b.key === null) return -nilOrder;
    if (a.key === null && b.key !== null) return nilOrder;
    return orderOf(a.key, b.key) ?? compareTexts(toS(a.key), toS(b.key));
  });
  return sorted.map((entry) => entry.item);
}
