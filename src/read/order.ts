import { timeToS } from '../core/strftime.js';
import { CalendarDate, Time } from '../core/time.js';
import type { Document } from '../core/types.js';
import { Float } from '../core/values.js';
import { baseName } from './paths.js';

/** Jekyll's order of documents: by date where both have one, then by path. */
export function compareDocuments(a: Document, b: Document): number {
  return compareDates(a.data.get('date'), b.data.get('date')) || compareTexts(a.path, b.path);
}

/**
 * Documents in Jekyll's order. Where some have no date that order is none (a before b before c before a), so the result
 * depends on the steps taken: those of the merge sort that Ruby uses on Linux.
 */
export function sortDocuments(documents: readonly Document[]): Document[] {
  const allDated = documents.every((document) => document.data.get('date') === document.date);
  return allDated ? documents.toSorted(compareDated) : mergeSort(documents, compareDocuments);
}

function compareDated(a: Document, b: Document): number {
  return a.date!.epochMs - b.date!.epochMs || a.date!.nanos - b.date!.nanos || compareTexts(a.path, b.path);
}

function mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (items.length < 2) return [...items];
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle), compare);
  const right = mergeSort(items.slice(middle), compare);
  const merged: T[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    merged.push(compare(left[i]!, right[j]!) <= 0 ? left[i++]! : right[j++]!);
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

function compareDates(a: unknown, b: unknown): number {
  if (!(a instanceof Time) || !(b instanceof Time)) return 0;
  return a.epochMs - b.epochMs || a.nanos - b.nanos;
}

/** By the bytes of their UTF-8, as Ruby compares strings. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    const isSurrogate = left >= 0xd800 || right >= 0xd800;
    return isSurrogate ? rank(left) - rank(right) : left - right;
  }
  return a.length - b.length;
}

/** Surrogates stand for letters beyond all others. */
function rank(code: number): number {
  return code >= 0xd800 && code <= 0xdfff ? code + 0x10000 : code;
}

/** Ruby's `<=>`: undefined where two values cannot be compared. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  const [left, right] = [toNumber(a), toNumber(b)];
  if (left !== undefined && right !== undefined) return left === right ? 0 : left < right ? -1 : 1;
  if (a instanceof Time && b instanceof Time) return compareDates(a, b);
  if (a instanceof CalendarDate && b instanceof CalendarDate) return compareTexts(timeToS(a), timeToS(b));
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b);
  return a === b || (isNil(a) && isNil(b)) ? 0 : undefined;
}

function compareArrays(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function toNumber(value: unknown): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  return value instanceof Float ? value.value : undefined;
}

function isNil(value: unknown): boolean {
  return value === null || value === undefined;
}

/** By the value of a key (`sort_by`); documents without it last, in their own order. */
export function sortByKey(documents: readonly Document[], key: string): Document[] {
  return mergeSort(documents, (a, b) => {
    const [left, right] = [a.data.get(key), b.data.get(key)];
    if (isNil(left) !== isNil(right)) return isNil(left) ? 1 : -1;
    return compareValues(left, right) || compareDocuments(a, b);
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
