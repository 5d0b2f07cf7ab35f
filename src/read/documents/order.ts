import { compareByData, compareDocuments } from '../../core/compare-documents.js';
import { changedRange } from '../../core/lists/changed-range.js';
import { mergeSort } from '../../core/lists/merge-sort.js';
import { resort, type Sorted } from '../../core/lists/resort.js';
import { baseName } from '../../core/paths.js';
import { compareTexts } from '../../core/text/compare-texts.js';
import type { Time } from '../../core/time/time.js';
import type { Document } from '../../core/types.js';
import { compareValues } from '../../core/values/compare-values.js';

/**
 * Documents in Jekyll's order. Where some have no date that order is none (a before b before c before a), so the result
 * depends on the steps taken: those of the merge sort that Ruby uses on Linux.
 */
export function sortDocuments(documents: readonly Document[]): Document[] {
  return [...resortDocuments(documents, undefined).sorted];
}

/** Documents that were put in order; `isDated` where all have a date, so that the order is one. */
export interface SortedDocuments extends Sorted<Document> {
  readonly isDated: boolean;
}

/**
 * As `sortDocuments`, with what is known of the order of a similar list.
 *
 * @param time the date of documents that have none of their own, where it is known: the data of others is not looked at
 */
export function resortDocuments(
  from: readonly Document[],
  last: SortedDocuments | undefined,
  time?: Time,
): SortedDocuments {
  const range = changedRange(last?.from ?? [], from);
  const coming = range === undefined ? [] : from.slice(range.start, range.newEnd);
  const hasOwnDate = (document: Document): boolean =>
    (time !== undefined && document.date !== time && !document.path.includes('_drafts/')) ||
    document.data.get('date') === document.date;
  const isDated = last?.isDated !== false ? coming.every(hasOwnDate) : from.every(hasOwnDate);
  if (isDated) return { ...resort(from, last?.isDated ? last : undefined, compareDocuments), isDated };
  return { from, sorted: mergeSort(from, compareByData), isDated };
}

function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

/** By the value of a key (`sort_by`); documents without it last, in their own order. */
export function sortByKey(documents: readonly Document[], key: string): Document[] {
  return mergeSort(documents, (a, b) => {
    const [left, right] = [a.data.get(key), b.data.get(key)];
    if (isNil(left) !== isNil(right)) return isNil(left) ? 1 : -1;
    return compareValues(left, right) || compareByData(a, b);
  });
}

/** Those of a list of paths (`order`) first and as listed, then the others in their own order. */
export function sortByList(documents: readonly Document[], list: readonly unknown[], folder: string): Document[] {
  const rest = new Map(sortDocuments(documents).map((document) => [document.path, document]));
  const first: Document[] = [];
  for (const entry of list) {
    const path = `${folder}/${String(entry)}`.replace(/\/{2,}/g, '/');
    const document = rest.get(path);
    if (document === undefined) continue;
    rest.delete(path);
    first.push(document);
  }
  return [...first, ...rest.values()];
}

/** Pages as Jekyll has them: by the names of their files. */
export function sortPages(pages: readonly Document[]): Document[] {
  return pages
    .map((page) => ({ page, name: baseName(page.path) }))
    .sort((a, b) => compareTexts(a.name, b.name))
    .map(({ page }) => page);
}
