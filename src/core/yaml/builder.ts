import type { Hash } from '../values/values.js';
import { resolveScalar } from './resolve-scalar.js';

/** Most values that a text may stand for when its aliases are written out. */
const largest = 1_000_000;
const binary: ReadonlySet<string> = new Set(['tag:yaml.org,2002:binary', 'x-private:binary', '!binary']);

/** A list or hash that is being filled. */
interface Open {
  readonly value: Hash | unknown[];
  readonly anchor: Anchored | undefined;
  /** The hash that a list of hashes is to be merged into. */
  readonly mergeInto: Hash | undefined;
  /** How many values it stands for with its aliases written out. */
  size: number;
}

/** What an anchor names; its size is 0 until it is whole. */
interface Anchored {
  readonly value: unknown;
  size: number;
}

/**
 * Puts the values of a document together as SafeYAML does, one event of the text after the other, each with its offset, which only some builders ask for. The key of a hash is
 * kept apart from its level, so that a key that is nil takes the next value for a key.
 */
export class YamlBuilder {
  /** The document's value; an empty text is false. */
  result: unknown = false;
  /** What is wrong with the value that was added last. */
  problem: string | undefined;
  private isBegun = false;
  private key: unknown = null;
  private readonly stack: Open[] = [];
  private readonly anchors = new Map<string, Anchored>();

  /** Takes a value that is no list or hash; `isString` says that it is what it says. */
  scalar(text: string, anchor: string | undefined, tag: string | undefined, isString: boolean, _start?: number): void {
    const value = scalarValue(text, tag, isString);
    if (anchor !== undefined) this.anchors.set(anchor, { value, size: 1 });
    this.add(value, 1);
  }

  /** What an anchor names once more; nil where there is none, or where it holds the alias itself, which merges what it has by then. */
  alias(name: string, _start?: number): void {
    const anchored = this.anchors.get(name);
    const isWithin = anchored !== undefined && anchored.size === 0;
    if (this.key === '<<' && isWithin && anchored.value instanceof Map) this.mergeAround(anchored.value);
    else if (anchored === undefined || anchored.size === 0) this.add(null, 1);
    else if (typeof anchored.value === 'string') this.add(resolveScalar(anchored.value), 1);
    else this.add(anchored.value, anchored.size);
  }

  /** Begins a list or hash. */
  open(value: Hash | unknown[], name: string | undefined, _start?: number): void {
    const anchor = name === undefined ? undefined : { value, size: 0 };
    if (anchor !== undefined) this.anchors.set(name!, anchor);
    const around = this.stack.at(-1)?.value;
    const isMerged = this.key === '<<' && around instanceof Map;
    // A hash that is written out is merged while it is empty still; a list is merged when it is whole.
    if (isMerged) this.key = null;
    else this.add(value, 0);
    const mergeInto = isMerged && Array.isArray(value) ? around : undefined;
    this.stack.push({ value, anchor, mergeInto, size: 1 });
  }

  /** Ends the list or hash that was begun last. */
  close(): void {
    const { value, anchor, mergeInto, size } = this.stack.pop()!;
    if (anchor !== undefined) anchor.size = size;
    if (mergeInto !== undefined) this.merge(mergeInto, value);
    this.count(size);
  }

  /** Adds the pairs that a hash around has so far to the one that is being filled. */
  private mergeAround(around: Hash): void {
    this.key = null;
    const open = new Set(this.stack.map(({ value }) => value as unknown));
    const pairs = [...around].filter(([, member]) => !open.has(member));
    this.count(this.stack.find(({ value }) => value === around)!.size);
    this.merge(this.stack.at(-1)!.value as Hash, new Map(pairs));
  }

  private add(value: unknown, size: number): void {
    const around = this.stack.at(-1)?.value;
    this.count(size);
    if (!this.isBegun) {
      this.isBegun = true;
      this.result = value;
    } else if (Array.isArray(around)) around.push(value);
    else if (around !== undefined) this.addToHash(around, value);
  }

  private addToHash(hash: Hash, value: unknown): void {
    const { key } = this;
    this.key = key === null ? value : null;
    if (key === null) return;
    if (key === '<<') this.merge(hash, value);
    else hash.set(key, value);
  }

  private count(size: number): void {
    const around = this.stack.at(-1);
    if (around === undefined) return;
    around.size += size;
    if (around.size > largest)
      this.problem = `its aliases stand for more than ${largest.toLocaleString('en-US')} values`;
  }

  /** Adds the pairs of a hash, or of each hash of a list, the first of which has the last word. */
  private merge(hash: Hash, value: unknown): void {
    for (const item of Array.isArray(value) ? value.toReversed() : [value]) {
      if (item instanceof Map) for (const [key, member] of item) hash.set(key, member);
      else this.problem = '<< wants a hash, or a list of hashes';
    }
  }
}

function scalarValue(text: string, tag: string | undefined, isString: boolean): unknown {
  if (tag !== undefined && binary.has(tag))
    return Buffer.from(text.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64').toString('utf8');
  return isString ? text : resolveScalar(text);
}
