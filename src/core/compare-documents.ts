import { compareTexts } from './text/compare-texts.js';
import { compareTimes } from './time/time.js';
import type { Document } from './types.js';
import { compareValues } from './values/compare-values.js';

/** Jekyll's order of documents: by date where both have one, then by path. */
export function compareDocuments(a: Document, b: Document): number {
  const dates = a.date && b.date ? compareTimes(a.date, b.date) : 0;
  return dates || compareTexts(a.path, b.path);
}

/**
 * The same by the date that is in their data, which some have not before they are rendered: then it is no order. Those of
 * YAML files can be texts, which are compared as such.
 */
export function compareByData(a: Document, b: Document): number {
  return compareValues(a.data.get('date'), b.data.get('date')) || compareTexts(a.path, b.path);
}
