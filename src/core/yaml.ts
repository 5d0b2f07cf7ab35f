import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import { positionAt, SiteError } from './diagnostics.js';
import type { Hash } from './values.js';
import { parseSimpleYaml } from './yaml-fast.js';
import { RelaxedText } from './yaml-relax.js';
import { resolveScalar } from './yaml-scalar.js';

/** Where a YAML text stands, for its errors. */
export interface YamlSource {
  /** Relative to the source folder. */
  readonly path: string;
  /** The number of the text's first line in its file. */
  readonly firstLine?: number;
}

/** Most values that a text may stand for when its aliases are written out. */
const largest = 1_000_000;
const deepest = 200;

/**
 * The first document of a YAML text as Jekyll (SafeYAML) reads it: Map, array, string, number, bigint, Float, boolean,
 * null, Time, CalendarDate. An empty text is false. Throws SiteError with the place in the author's file.
 */
export function parseYaml(text: string, source: YamlSource): unknown {
  const simple = parseSimpleYaml(text);
  return simple ?? parseFullYaml(text, source);
}

/** As {@link parseYaml}, without its shortcut for simple texts. */
export function parseFullYaml(text: string, source: YamlSource): unknown {
  // A byte order mark has a column to libyaml, so that the first line stands deeper than it seems to.
  const columns = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  return construct(columns, source);
}

function construct(given: string, source: YamlSource): unknown {
  const relaxed = new RelaxedText(given);
  for (;;) {
    const { text } = relaxed;
    try {
      return new Construction(text, source, parseEvents(text, { maxDepth: deepest })).document();
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const offset = error.mark?.position ?? 0;
      if (!relaxed.relax(offset, error.reason))
        throw yamlError(given, source, offsetIn(given, text, offset), error.reason, error);
    }
  }
}

/** The place in a text that an offset means in another one, whose lines may be indented further. */
function offsetIn(given: string, text: string, offset: number): number {
  const line = text.slice(0, offset).split('\n').length - 1;
  const column = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const lines = given.split('\n');
  const added = (text.split('\n')[line]?.length ?? 0) - (lines[line]?.length ?? 0);
  const start = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
  return start + Math.max(0, column - Math.max(0, added));
}

function yamlError(text: string, source: YamlSource, offset: number, reason: string, cause?: unknown): SiteError {
  return new SiteError(
    {
      code: 'yaml/syntax',
      message: `Invalid YAML: ${reason}`,
      hint: hintOf(text, offset),
      path: source.path,
      position: positionAt(text, Math.min(offset, text.length), source.firstLine),
    },
    { cause },
  );
}

function hintOf(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, end === -1 ? undefined : end);
  if (/^\s*\t/.test(line)) return 'Indent with spaces: YAML allows no tabs there.';
  if (/^[^'"]*:\s+[^'"[{].*:\s/.test(line)) return 'Put quotes around a value that contains a colon.';
  return undefined;
}

/** A value and how many values it stands for with its aliases written out. */
interface Node {
  readonly value: unknown;
  readonly size: number;
}

class Construction {
  private index = 0;
  private readonly anchors = new Map<string, Node>();

  constructor(
    private readonly text: string,
    private readonly source: YamlSource,
    private readonly events: readonly Event[],
  ) {}

  document(): unknown {
    if (this.events[0] === undefined) return false;
    this.index = 1;
    return this.node().value;
  }

  private node(): Node {
    const event = this.events[this.index++]!;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.keep(event, { value: this.scalar(event), size: 1 });
      case EVENT_ID.SEQUENCE:
        return this.keep(event, this.sequence(event));
      case EVENT_ID.MAPPING:
        return this.keep(event, this.mapping(event));
      case EVENT_ID.ALIAS:
        return this.alias(event);
      default:
        this.index--;
        return { value: null, size: 1 };
    }
  }

  private keep(event: ScalarEvent | SequenceEvent | MappingEvent, node: Node): Node {
    if (event.anchorStart !== -1) this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), node);
    return node;
  }

  private scalar(event: ScalarEvent): unknown {
    const text = this.scalarText(event);
    const tag = event.tagStart === -1 ? '' : this.text.slice(event.tagStart, event.tagEnd);
    if (/^!(?:!|<tag:yaml\.org,2002:)?binary>?$/.test(tag)) return Buffer.from(text, 'base64').toString('utf8');
    if (tag === '!') return text;
    return event.style === SCALAR_STYLE.PLAIN ? resolveScalar(text) : text;
  }

  /** A block at the end of a text that has no line end there has none either, as in libyaml. */
  private scalarText(event: ScalarEvent): string {
    const text = getScalarValue(this.text, event);
    const isBlock = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const isCut = isBlock && event.valueEnd >= this.text.length && !this.text.endsWith('\n');
    return isCut && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  private sequence(event: SequenceEvent): Node {
    const items: unknown[] = [];
    let size = 1;
    while (this.events[this.index]!.type !== EVENT_ID.POP) {
      const item = this.node();
      items.push(item.value);
      size = this.sum(size, item.size, event.start);
    }
    this.index++;
    return { value: items, size };
  }

  private mapping(event: MappingEvent): Node {
    const hash: Hash = new Map();
    let size = 1;
    while (this.events[this.index]!.type !== EVENT_ID.POP) {
      const isPlain = this.isPlainScalar();
      const key = this.node();
      const value = this.node();
      if (key.value === '<<' && isPlain) mergeInto(hash, value.value);
      else hash.set(key.value, value.value);
      size = this.sum(size, key.size + value.size, event.start);
    }
    this.index++;
    return { value: hash, size };
  }

  private isPlainScalar(): boolean {
    const event = this.events[this.index]!;
    return event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
  }

  private sum(size: number, more: number, offset: number): number {
    if (size + more <= largest) return size + more;
    const reason = `its aliases stand for more than ${largest.toLocaleString('en-US')} values`;
    throw yamlError(this.text, this.source, Math.max(offset, 0), reason);
  }

  private alias(event: AliasEvent): Node {
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const node = this.anchors.get(name);
    if (node === undefined) return { value: null, size: 1 };
    return typeof node.value === 'string' ? { value: resolveScalar(node.value), size: 1 } : node;
  }
}

function mergeInto(hash: Hash, value: unknown): void {
  if (value instanceof Map) for (const [key, item] of value) hash.set(key, item);
  else if (Array.isArray(value)) for (const item of value.toReversed()) mergeInto(hash, item);
  else hash.set('<<', value);
}
