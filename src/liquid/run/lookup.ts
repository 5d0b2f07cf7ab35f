import { dropMember } from '../../core/values/drop-members.js';
import { isInteger, toS } from '../../core/values/ruby.js';
import { Float, isDrop, Range } from '../../core/values/values.js';
import { liquidError, rubyError } from '../errors.js';

/** A member of a hash or drop by a name that is not `size`, `first` or `last`; undefined where there is none. */
export function member(object: unknown, key: string): unknown {
  if (object instanceof Map) return object.get(key);
  return isDrop(object) ? dropMember(object, key) : undefined;
}

/** `.size`, `.first` and `.last`: the member of that name, else what Ruby's method gives. */
export function memberOrCommand(object: unknown, key: string): unknown {
  if (Array.isArray(object))
    return key === 'size' ? object.length : key === 'first' ? object[0] : object[object.length - 1];
  if (object instanceof Map) return object.has(key) ? object.get(key) : mapCommand(object, key);
  if (isDrop(object)) return dropMember(object, key);
  if (object instanceof Range) return key === 'size' ? rangeSize(object) : key === 'first' ? object.first : object.last;
  if (key !== 'size') return undefined;
  return sizeOf(object);
}

function mapCommand(map: ReadonlyMap<unknown, unknown>, key: string): unknown {
  if (key === 'size') return map.size;
  if (key === 'last') return undefined;
  for (const [name, value] of map) return [name, value];
  return undefined;
}

/** The number of a range's members. */
export function rangeSize(range: Range): number {
  return Math.max(0, range.last - range.first + 1);
}

/** Ruby's `size` of a value; undefined where it has none. */
export function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return stringLength(value);
  if (Array.isArray(value)) return value.length;
  if (value instanceof Map) return value.size;
  if (value instanceof Range) return rangeSize(value);
  if (typeof value === 'bigint') return bigintSize(value);
  return isInteger(value) ? 8 : undefined;
}

/** Bytes of a big Integer. */
function bigintSize(value: bigint): number {
  const bits = (value < 0n ? -value : value).toString(2).length;
  return Math.max(8, Math.ceil(bits / 8));
}

const surrogate = /[\ud800-\udfff]/;

/** The length of a text in characters (code points). */
export function stringLength(text: string): number {
  return surrogate.test(text) ? [...text].length : text.length;
}

/** `object[key]` in a template: any key of a hash, a number for an array, a name for a drop. */
export function at(object: unknown, key: unknown): unknown {
  if (Array.isArray(object)) {
    if (typeof key === 'bigint' && BigInt.asIntN(64, key) !== key) throw rubyError('an index is too large');
    return typeof key === 'number' && Number.isInteger(key) ? object[key < 0 ? key + object.length : key] : undefined;
  }
  if (object instanceof Map) return getKey(object, key);
  if (isDrop(object)) return dropMember(object, key);
  return undefined;
}

function getKey(map: ReadonlyMap<unknown, unknown>, key: unknown): unknown {
  if (key === undefined) return map.get(null);
  if (!(key instanceof Float)) return map.get(key);
  for (const [name, value] of map) if (name instanceof Float && name.value === key.value) return value;
  return undefined;
}

/** As {@link member}, but a member that is not there is an error (`strict_variables`). */
export function needMember(object: unknown, key: string, isCommand: boolean): unknown {
  if (object instanceof Map && object.has(key)) return object.get(key);
  const value = isCommand ? memberOrCommand(object, key) : member(object, key);
  if (value === undefined && !(isCommand && answersTo(object, key)) && !hasKey(object, key))
    throw undefinedIn(object, key);
  return value;
}

/**
 * What Jekyll's drops answer to besides their members: methods that every object of Ruby's has, and every list. A template
 * that asks for one gets nil.
 */
const rubyMethods = new Set(
  'chain chunk chunk_while class clone collect collect_concat compact content_methods cycle define_singleton_method detect display drop drop_while dup each each_cons each_entry each_key each_slice each_with_index each_with_object entries enum_for extend fetch filter filter_map find find_all find_index flat_map freeze grep grep_v group_by hash hash_for_json inject inspect instance_eval instance_exec instance_variable_get instance_variable_set instance_variables invoke_drop itself keys lazy liquid_method_missing map max max_by merge method methods min min_by minmax minmax_by object_id partition private_methods protected_methods public_method public_methods public_send reduce reject remove_instance_variable reverse_each select send singleton_class singleton_method singleton_methods slice_after slice_before slice_when sort sort_by sum taint take take_while tally tap then to_a to_enum to_h to_hash to_json to_liquid to_s to_set to_yaml trust uniq untaint untrust yield_self zip'.split(
    ' ',
  ),
);

/** Whether a drop that is a hash to Ruby has a key, be its value nil. */
function hasKey(object: unknown, key: string): boolean {
  return isDrop(object) && object.keys !== undefined && (rubyMethods.has(key) || object.keys().includes(key));
}

function answersTo(object: unknown, key: string): boolean {
  if (object instanceof Map) return key !== 'last';
  return Array.isArray(object) || object instanceof Range;
}

/** As {@link at}, but what is not there is an error (`strict_variables`); an index past the end of an array is nil. */
export function needAt(object: unknown, key: unknown): unknown {
  if (Array.isArray(object) && isInteger(key)) return at(object, key);
  const value = at(object, key);
  if (value !== undefined || (object instanceof Map && object.has(key))) return value;
  if (!hasKey(object, toS(key))) throw undefinedIn(object, toS(key));
  return value;
}

/** Drops that are no hashes, such as `forloop`, have methods to Ruby. */
function undefinedIn(object: unknown, key: string): Error {
  if (!isDrop(object) || object.keys !== undefined) return undefinedVariable(key);
  return liquidError(
    `undefined method ${key}`,
    'liquid/undefined-method',
    'Correct its name, or set `strict_variables: false`.',
  );
}

/** The error of `strict_variables`. */
export function undefinedVariable(name: string): Error {
  return liquidError(
    `undefined variable ${name}`,
    'liquid/undefined-variable',
    'Define it, or set `strict_variables: false`.',
  );
}
