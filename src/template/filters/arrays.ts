import { type Filter, TemplateError } from '../../core/template.js';
import { asObjectsOf } from '../../core/values/object-lists.js';
import { grown } from '../../liquid/filters/unique-lists.js';
import { toInteger } from './values.js';

/** The array with an element more at its end. */
export const push: Filter = (_context, input, element) =>
  Array.isArray(input) ? asObjectsOf(input, grown(input, [...input, element ?? null]), [element]) : input;

/** The array without its last element, or its last `count`. */
export const pop: Filter = (_context, input, count = 1) =>
  Array.isArray(input) ? asObjectsOf(input, input.slice(0, Math.max(0, input.length - sizeOf(count)))) : input;

/** The array with an element more before its first. */
export const unshift: Filter = (_context, input, element) =>
  Array.isArray(input) ? asObjectsOf(input, [element ?? null, ...input], [element]) : input;

/** The array without its first element, or its first `count`. */
export const shift: Filter = (_context, input, count = 1) =>
  Array.isArray(input) ? asObjectsOf(input, input.slice(sizeOf(count))) : input;

/** One element by chance, or an array of `count` of them. */
export const sample: Filter = (context, input, count = 1) => {
  if (!Array.isArray(input)) return input;
  context.host.noteChance();
  const wanted = sampleSize(count);
  const rest = [...input];
  const chosen: unknown[] = [];
  while (rest.length > 0 && chosen.length < wanted) {
    chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1));
  }
  return wanted === 1 ? (chosen[0] ?? null) : asObjectsOf(input, chosen);
};

function sampleSize(count: unknown): number {
  let size = 1;
  try {
    size = toInteger(count);
  } catch {
    // What is no number stands for one element.
  }
  return notNegative(size, 'sample number');
}

function sizeOf(count: unknown): number {
  return notNegative(toInteger(count), 'array size');
}

function notNegative(size: number, what: string): number {
  if (size < 0) throw new TemplateError(`negative ${what}`, 'liquid/argument');
  return size;
}
