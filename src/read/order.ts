import { changedRange } from '../core/changed-range.js';
import { compareDocuments } from '../core/compare-documents.js';
import { compareTexts } from '../core/compare-texts.js';
import { compareValues } from '../core/compare-values.js';
import { mergeSort } from '../core/merge-sort.js';
import { compareTimes, Time } from '../core/time.js';
import type { Document } from '../core/types.js';
import { baseName } from './paths.js';

/**
 * Documents in Jekyll's order. Where some have no date that order is none (a before b before c before a), so the result
 * depends on the steps taken: those of the merge sort that Ruby uses on Linux.
 */
export function sortDocuments(documents: readonly Document[]): Document[] {
  const allDated = documents.every((document) => document.data.get('date') === document.date);
  return allDated ? documents.toSorted(compareDocuments) : mergeSort(documents, compareByData);
}

/** Documents that were put in order, and the list that they came in. */
export interface SortedDocuments {
  readonly from: readonly Document[];
  readonly documents: readonly Document[];
}

/**
 * As `sortDocuments`. Documents that only took the place of others with the same date and path are put there; the whole
 * list is compared only where there is more to it.
 */
export function resortDocuments(from: readonly Document[], last: SortedDocuments | undefined): SortedDocuments {
  return { from, documents: (last && replaceDocuments(from, last)) ?? sortDocuments(from) };
}

/** undefined where the order may be another. */
function replaceDocuments(from: readonly Document[], last: SortedDocuments): readonly Document[] | undefined {
  if (from.length !== last.from.length) return undefined;
  const range = changedRange(last.from, from);
  if (range === undefined) return last.documents;
  const documents = [...last.documents];
  for (let index = range.start; index < range.newEnd; index++) {
    const [before, now] = [last.from[index]!, from[index]!];
    if (before === now) continue;
    if (!hasSamePlace(before, now)) return undefined;
    documents[documents.indexOf(before)] = now;
  }
  return documents;
}

function hasSamePlace(a: Document, b: Document): boolean {
  const [left, right] = [a.data.get('date'), b.data.get('date')];
  return (
    compareDocuments(a, b) === 0 &&
    compareByData(a, b) === 0 &&
    (a.date === undefined) === (b.date === undefined) &&
    left instanceof Time === right instanceof Time &&
    (left === a.date) === (right === b.date)
  );
}

/** As the order of documents is, but by the date that is in their data. */
function compareByData(a: Document, b: Document): number {
  const [left, right] = [a.data.get('date'), b.data.get('date')];
  const dates = left instanceof Time && right instanceof Time ? compareTimes(left, right) : 0;
  return dates || compareTexts(a.path, b.path);
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
