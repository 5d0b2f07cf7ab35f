import { compareTexts } from './compare-texts.js';
import { compareTimes } from './time.js';
import type { Document } from './types.js';

/** Jekyll's order of documents: by date where both have one, then by path. */
export function compareDocuments(a: Document, b: Document): number {
  const dates = a.date && b.date ? compareTimes(a.date, b.date) : 0;
  return dates || compareTexts(a.path, b.path);
}
