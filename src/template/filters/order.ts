import { mergeSort } from '../../core/lists/merge-sort.js';
import { TemplateError } from '../../core/template.js';
import { compareValues } from '../../core/values/compare-values.js';
import { inspect, toS } from '../../core/values/ruby.js';
import { isDrop } from '../../core/values/values.js';
import { className } from '../../liquid/run/compare.js';

/** Ruby's `<=>`, of documents too: by date, then by path. Undefined where the two cannot be compared. */
export function orderOf(a: unknown, b: unknown): number | undefined {
  if (!isDrop(a) || !isDrop(b) || a.get('collection') === undefined) return compareValues(a, b);
  return compareValues(a.get('date'), b.get('date')) || compareValues(a.get('path'), b.get('path'));
}

/** Ruby's `Array#sort`; throws where two elements cannot be compared. */
export function sortValues(items: readonly unknown[]): unknown[] {
  return mergeSort(items, (a, b) => {
    const order = orderOf(a, b);
    if (order === undefined) throw cannotCompare(a, b);
    return order;
  });
}

function cannotCompare(a: unknown, b: unknown): TemplateError {
  const shown = typeof b === 'number' ? inspect(b) : className(b);
  return new TemplateError(
    `comparison of ${className(a)} with ${shown} failed`,
    'liquid/argument',
    `Sort by a property that all items have, or give the items values of one kind (here: ${toS(a)}).`,
  );
}
