import type { Hash } from '../values/values.js';
import { YamlBuilder } from './builder.js';
import { YamlParser } from './parser.js';
import { YamlReader } from './reader.js';

/**
 * The offset (UTF-16 code units) of a key of a YAML text, or of a list's item, by the keys and places (from 0) that lead
 * to it; of the last of that name, which is the one that counts. Where a part of the way is missing, the offset of the
 * part before it; undefined where there is not even the first, or the text is not YAML.
 */
export function findKey(text: string, keys: readonly (string | number)[]): number | undefined {
  const builder = new KeyFinder(keys);
  try {
    new YamlParser(new YamlReader(text, { path: '' }), builder).parse();
  } catch {
    return undefined;
  }
  return builder.found;
}

/** A list or hash on the way. */
interface Level {
  readonly isList: boolean;
  /** How far along the way it lies; undefined for one that is beside it. */
  readonly depth: number | undefined;
  /** Values that were added: keys and values in turn, or items. */
  count: number;
  /** Whether the value that comes next is one on the way. */
  isNext: boolean;
}

class KeyFinder extends YamlBuilder {
  found: number | undefined;
  private readonly levels: Level[] = [];

  constructor(private readonly keys: readonly (string | number)[]) {
    super();
  }

  override scalar(text: string, anchor?: string, tag?: string, isString = false, start = 0): void {
    this.pass(start, text);
    super.scalar(text, anchor, tag, isString);
  }

  override alias(name: string, start = 0): void {
    this.pass(start);
    super.alias(name);
  }

  override open(value: Hash | unknown[], name?: string, start = 0): void {
    const depth = this.levels.length === 0 ? 0 : this.pass(start);
    this.levels.push({ isList: Array.isArray(value), depth, count: 0, isNext: false });
    super.open(value, name);
  }

  override close(): void {
    this.levels.pop();
    super.close();
  }

  /** Takes note of a value; how far along the way it lies, if it does. */
  private pass(start: number, text?: string): number | undefined {
    const level = this.levels.at(-1);
    if (level?.depth === undefined) return undefined;
    const { isList, depth } = level;
    const count = level.count++;
    const isKey = !isList && count % 2 === 0;
    const wanted = this.keys[depth];
    if (!isList && !isKey) return level.isNext ? depth + 1 : undefined;
    level.isNext = isList ? wanted === count : text !== undefined && wanted === text;
    if (!level.isNext) return undefined;
    this.found = start;
    return isList ? depth + 1 : undefined;
  }
}
