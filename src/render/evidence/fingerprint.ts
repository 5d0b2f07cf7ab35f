import { isUtf8 } from 'node:buffer';
import { hashText } from '../../core/text/hash-text.js';
import { CalendarDate, Time, TimeWithText } from '../../core/time/time.js';
import { DocumentRef } from '../../core/types.js';
import { Float, isDrop, Range } from '../../core/values/values.js';

const cache = new WeakMap<object, string>();
/** Texts up to this length are their own fingerprints. */
export const longestKept = 64;

/**
 * The fingerprint of a part of a value is cached if it is of at least this many characters before it is hashed. To
 * cache that of each row of a large table would take ten times as long as to compute them.
 */
const longPart = 1024;

/** A text that is equal for two values exactly if templates cannot tell them apart. Deep, and cached by object. */
export function fingerprint(value: unknown): string {
  return fingerprintValue(value, 0);
}

/** @param least what is shorter before it is hashed is not kept */
function fingerprintValue(value: unknown, least: number): string {
  if (typeof value === 'string') return fingerprintText(value);
  if (value === null || value === undefined) return '~';
  if (typeof value !== 'object') return `${typeof value}${String(value)}`;
  // Not cached: there are many of them, and most are asked for once.
  if (value instanceof DocumentRef) return `@${value.id}`;
  const kept = cache.get(value);
  if (kept !== undefined) return kept;
  const text = textOfObject(value);
  const made = text.length <= longestKept ? text : fingerprintOfHash(hashText(text));
  if (text.length >= least) cache.set(value, made);
  return made;
}

/** The same for a text of more than `longestKept` units, given as UTF-8. */
export function fingerprintOfBytes(text: Uint8Array): string {
  return fingerprintOfHash(hashText(text));
}

/** Whether a text is of more than `longestKept` units for sure, given as UTF-8. */
export function isLongText(text: Uint8Array): boolean {
  // No unit takes more than three bytes.
  return text.length > 3 * longestKept;
}

/** The same for a text whose bytes were hashed already. */
export function fingerprintOfHash(hash: string): string {
  return `#${hash}`;
}

/** The same for any text, given as UTF-8; bytes that are not UTF-8 have a fingerprint, too. */
export function fingerprintOfFile(bytes: Uint8Array): string {
  return isLongText(bytes) || !isUtf8(bytes)
    ? fingerprintOfBytes(bytes)
    : fingerprintText(Buffer.from(bytes).toString());
}

function fingerprintText(text: string): string {
  if (text.length <= longestKept) return `"${text}`;
  return fingerprintOfHash(hashText(text));
}

function textOfObject(value: object): string {
  if (value instanceof Float) return `f${value.value}`;
  if (value instanceof TimeWithText) return `w${value.epochMs} ${value.text}@${zoneName(value.zone)}`;
  if (value instanceof Time) return `t${value.epochMs}.${value.nanos}@${zoneName(value.zone)}`;
  if (value instanceof CalendarDate) return `d${value.year}-${value.month}-${value.day}`;
  if (value instanceof Range) return `r${value.first}..${value.last}`;
  if (isDrop(value)) return `<${value.className}${String(value.identity ?? '')}>`;
  let text = Array.isArray(value) ? '[' : '{';
  if (Array.isArray(value)) for (const item of value) text += lengthAndFingerprint(item);
  else if (value instanceof Map)
    for (const [key, item] of value) text += lengthAndFingerprint(key) + lengthAndFingerprint(item);
  return text;
}

/** The length shows where a part ends, so that `[[a], b]` and `[[a, b]]` are told apart. */
function lengthAndFingerprint(part: unknown): string {
  const made = fingerprintValue(part, longPart);
  return `${made.length}:${made}`;
}

function zoneName(zone: Time['zone']): string {
  return typeof zone === 'object' ? zone.name : String(zone);
}
