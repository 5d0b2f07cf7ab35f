import { TemplateError } from '../../core/template.js';
import { equals } from '../../core/values/compare-values.js';
import { toOutput } from '../../core/values/ruby.js';
import { isDrop, Range } from '../../core/values/values.js';
import { at, memberOrCommand } from '../../liquid/run/lookup.js';
import { itemsOf } from '../filters/values.js';

/** Methods of strings and arrays that change nothing and call nothing: what a template may use. */
const stringMethods = new Set([
  ...['at', 'charAt', 'concat', 'endsWith', 'includes', 'indexOf', 'lastIndexOf', 'padEnd', 'padStart', 'replace'],
  ...['replaceAll', 'slice', 'split', 'startsWith', 'substring', 'toLowerCase', 'toUpperCase', 'trim', 'trimEnd'],
  ...['trimStart'],
]);
const arrayMethods = new Set(['at', 'concat', 'includes', 'indexOf', 'join', 'lastIndexOf', 'slice']);
const longestPad = 100_000;

/** `object.key` and `object[key]`: members of hashes, drops, arrays and texts; never what JavaScript has besides. */
export function lookUpMember(object: unknown, key: unknown): unknown {
  if (object === null || object === undefined) return undefined;
  if (object instanceof Map) return memberOfHash(object, key);
  if (isDrop(object)) return object.get(String(key)) ?? memberOrCommand(object, String(key));
  if (Array.isArray(object)) return memberOfArray(object, key);
  if (isText(object)) return memberOfText(String(object), key);
  if (typeof object === 'number' && key === 'toFixed') return (digits: unknown) => object.toFixed(Number(digits ?? 0));
  if (object instanceof Range) return memberOrCommand(object, String(key));
  return isPlain(object) ? memberOfPlain(object, String(key)) : undefined;
}

function memberOfHash(hash: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  const value = hash.get(key);
  if (value !== undefined || hash.has(key)) return value;
  if (key === 'length') return hash.size;
  return key === 'size' || key === 'first' ? memberOrCommand(hash, key) : undefined;
}

function memberOfArray(array: readonly unknown[], key: unknown): unknown {
  if (typeof key === 'number') return at(array, key);
  const name = String(key);
  if (name === 'length') return array.length;
  if (name === 'size' || name === 'first' || name === 'last') return memberOrCommand(array, name);
  return arrayMethods.has(name) ? boundMethod(array, name) : at(array, name === '' ? name : Number(name));
}

function memberOfText(text: string, key: unknown): unknown {
  if (typeof key === 'number') return text[key];
  const name = String(key);
  if (name === 'length' || name === 'size') return text.length;
  return stringMethods.has(name) ? boundMethod(text, name) : undefined;
}

/** A method that takes texts and numbers only, so that no function of a template's is called with JavaScript's own. */
function boundMethod(object: string | readonly unknown[], name: string): (...args: unknown[]) => unknown {
  const method = (object as unknown as Record<string, (...args: unknown[]) => unknown>)[name]!;
  return (...args) => {
    const plain = args.map((arg) => (isText(arg) ? String(arg) : typeof arg === 'function' ? undefined : arg));
    if (name.startsWith('pad') && Number(plain[0]) > longestPad) throw new TemplateError(`${name}: too long`);
    return method.apply(object, plain);
  };
}

function memberOfPlain(object: object, key: string): unknown {
  if (!Object.hasOwn(object, key)) return undefined;
  const value = (object as Record<string, unknown>)[key];
  return typeof value === 'function' ? value.bind(object) : value;
}

/** Loop data, exported macros and named arguments are plain objects of nunjucks' own. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A string, or nunjucks' `SafeString`. */
function isText(value: unknown): boolean {
  return typeof value === 'string' || value instanceof String;
}

/** A value as filters and tags of both engines know it. */
export function toRubyValue(value: unknown): unknown {
  if (value instanceof String) return String(value);
  if (!isPlain(value)) return typeof value === 'function' ? null : value;
  const entries = Object.entries(value).filter(([key]) => key !== '__keywords');
  return new Map<unknown, unknown>(entries.map(([key, item]) => [key, toRubyValue(item)]));
}

/** What `{{ value }}` prints: as Liquid does; never escaped. */
export function printValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return toOutput(toRubyValue(value));
}

/** What a `for` goes through: the pairs of a hash or drop, the numbers of a range. */
export function loopItems(value: unknown): unknown {
  if (Array.isArray(value)) return value;
  if (value instanceof Map || value instanceof Range || isDrop(value)) return itemsOf(value);
  if (value instanceof String) return String(value);
  return isPlain(value) ? itemsOf(toRubyValue(value)) : value;
}

/** `needle in value` */
export function isIn(needle: unknown, value: unknown): boolean {
  const wanted = toRubyValue(needle);
  if (isText(value)) return String(value).includes(printValue(wanted));
  if (Array.isArray(value)) return value.some((item) => equals(toRubyValue(item), wanted));
  if (value instanceof Map) return value.has(wanted);
  if (isDrop(value)) return value.get(wanted) !== undefined;
  if (value instanceof Range) return itemsOf(value).some((item) => equals(item, wanted));
  if (isPlain(value)) return Object.hasOwn(value, String(wanted));
  throw new TemplateError(`Cannot use 'in' to search for ${printValue(wanted)} in ${printValue(value) || 'nil'}`);
}

/** A hash written out in a template: `{ a: 1 }`. */
export function makeHash(pairs: readonly (readonly [string, unknown])[]): Map<unknown, unknown> {
  return new Map(pairs);
}
