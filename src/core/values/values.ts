/**
 * The values that templates see, as Ruby has them.
 *
 * nil = null or undefined · true/false = boolean · String = string · Array = array · Hash = Map (keeps the order of
 * its keys and their types) · Integer = a number that is an integer, or bigint beyond 2^53 · Float = a number that is
 * not an integer (NaN and infinities included), or {@link Float} where its value is integral (`1.0`) · Time and Date =
 * `core/time/time.ts` · Range = {@link Range} · everything else = {@link Drop}. Plain objects never reach a template.
 */

/** A Ruby Hash. */
export type Hash = Map<unknown, unknown>;

/** A Ruby Float whose value is integral (`1.0`, `-0.0`), which a JavaScript number cannot tell from an Integer. */
export class Float {
  constructor(readonly value: number) {}
  valueOf(): number {
    return this.value;
  }
}

/** A Ruby Float of any value: a {@link Float} where it is integral, else the number itself. */
export function toFloat(value: number): number | Float {
  return Number.isInteger(value) ? new Float(value) : value;
}

/** A Ruby Range of integers, both ends included. */
export class Range {
  constructor(
    readonly first: number,
    readonly last: number,
  ) {}
}

/**
 * An object with members, as Liquid's and Jekyll's drops are: a site, a page, a collection. Looking up a member may
 * note a read (see `render/evidence/trace`), so members are only ever reached through `get`.
 */
export interface Drop {
  readonly isDrop: true;
  /** Its Ruby class, printed where Ruby prints it. */
  readonly className: string;
  /** The value of a member; undefined where there is none. */
  get(key: unknown): unknown;
  /** The names of its members in order, where it can be looped over and printed as a hash (Jekyll's own drops can). */
  keys?(): readonly unknown[];
  /** `to_s`; the class name where it is not given. */
  toS?(): string;
  /** `inspect`; as a hash of its keys where it is not given. */
  inspect?(): string;
  /** How Ruby inspects what it stands for in an array or hash, where that is no drop there. */
  inspectItem?(): string;
  /** What `jsonify` and `inspect` print, in `depth` arrays and hashes; a hash of its keys where it is not given. */
  toJson?(depth?: number): unknown;
  /** A value that says whether two drops are the same object to Ruby's `==`; the drop itself where it is not given. */
  readonly identity?: unknown;
}

/** Plain objects and arrays, and those in them, as Ruby values; what is a Ruby value already stays as it is. */
export function toRuby(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(toRuby);
  if (typeof value !== 'object' || value === null) return value;
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === Object.prototype || prototype === null ? toHash(value) : value;
}

/** A plain object as a Hash. */
export function toHash(object: object): Hash {
  return new Map(Object.entries(object).map(([key, value]) => [key, toRuby(value)]));
}

/** Whether a value is a {@link Drop}. */
export function isDrop(value: unknown): value is Drop {
  return typeof value === 'object' && value !== null && (value as { isDrop?: unknown }).isDrop === true;
}

/** `empty` and `blank` as an argument of `where` and `find`, where they ask for what is empty rather than for ''. */
export const emptyLiteral: Drop = {
  isDrop: true,
  className: '',
  get: () => undefined,
  toS: () => '',
  toJson: () => '',
};
