/**
 * The part of Sass's embedded protocol (protocol buffers, version 3) that compiling a text needs: one request, its log events and its answer.
 * Source: https://github.com/sass/sass/blob/main/spec/embedded_sass.proto
 */

import type { SassSettings } from './settings.js';

/** What is asked of the compiler: a text, and the settings as they stand. */
export type CompileOrder = Pick<
  SassSettings,
  'loadPaths' | 'quietDeps' | 'verbose' | 'silenced' | 'fatal' | 'future'
> & {
  readonly text: string;
  readonly url: string | undefined;
  readonly indented: boolean;
  readonly compressed: boolean;
  readonly hasSourceMap: boolean;
  readonly charset: boolean;
  /** Folders that older compilers searched too, absolute. */
  readonly lastPaths: readonly string[];
};

/** A place in a style sheet; lines and columns count from 0. */
export interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly url?: URL;
  /** The lines of the text that it is in. */
  readonly context?: string;
}

/** A message of the compiler's. */
export type CompilerMessage =
  | { readonly kind: 'success'; readonly css: string; readonly sourceMap: string; readonly loadedUrls: string[] }
  | { readonly kind: 'failure'; readonly message: string; readonly span: Span }
  | { readonly kind: 'log'; readonly message: string; readonly span?: Span; readonly deprecation?: string }
  | { readonly kind: 'debug' };

/** A compile request as a packet of the protocol. */
export function encodeOrder(id: number, order: CompileOrder): Buffer {
  const input = [text(1, order.text), text(2, order.url ?? ''), number(3, order.indented ? 1 : 0)];
  const request = [
    bytes(2, Buffer.concat(input)),
    number(4, order.compressed ? 1 : 0),
    number(5, Number(order.hasSourceMap)),
    ...order.loadPaths.map((path) => bytes(6, text(1, path))),
    number(10, Number(order.verbose)),
    number(11, Number(order.quietDeps)),
    number(12, 1),
    number(13, Number(order.charset)),
    ...order.fatal.map((name) => text(15, name)),
    ...order.silenced.map((name) => text(16, name)),
    ...order.future.map((name) => text(17, name)),
  ];
  const body = Buffer.concat([varint(id), bytes(2, Buffer.concat(request))]);
  return Buffer.concat([varint(body.length), body]);
}

/** The packets that are whole at the front of what has come, and the bytes after them. */
export function splitPackets(received: Buffer): { readonly packets: Buffer[]; readonly rest: Buffer } {
  const packets: Buffer[] = [];
  let at = 0;
  for (;;) {
    const length = readVarint(received, at);
    if (length === undefined || length.end + length.value > received.length) break;
    at = length.end + length.value;
    packets.push(received.subarray(length.end, at));
  }
  return { packets, rest: received.subarray(at) };
}

/** Reads a packet; throws `Error` where it says that the protocol was broken. */
export function decodePacket(packet: Buffer): { readonly id: number; readonly message: CompilerMessage } {
  const id = readVarint(packet, 0)!;
  const [field] = readFields(packet.subarray(id.end));
  if (field?.number === 2) return { id: id.value, message: decodeAnswer(field.bytes) };
  if (field?.number === 3) return { id: id.value, message: decodeLog(field.bytes) };
  const said = field?.number === 1 ? textOf(readFields(field.bytes), 3) : `unknown message ${field?.number}`;
  throw new Error(`Sass's compiler: ${said}`);
}

function decodeAnswer(answer: Buffer): CompilerMessage {
  const fields = readFields(answer);
  const success = fields.find((field) => field.number === 2);
  if (success !== undefined) {
    const inner = readFields(success.bytes);
    const loadedUrls = fields.filter((field) => field.number === 4).map((field) => field.bytes.toString());
    return { kind: 'success', css: textOf(inner, 1), sourceMap: textOf(inner, 2), loadedUrls };
  }
  const failure = fields.find((field) => field.number === 3);
  const inner = readFields(failure?.bytes ?? Buffer.alloc(0));
  return {
    kind: 'failure',
    message: textOf(inner, 1),
    span: decodeSpan(inner, 2) ?? { start: { line: 0, column: 0 } },
  };
}

function decodeLog(event: Buffer): CompilerMessage {
  const fields = readFields(event);
  const type = fields.find((field) => field.number === 2)?.value ?? 0;
  if (type === 2) return { kind: 'debug' };
  const span = decodeSpan(fields, 4);
  return {
    kind: 'log',
    message: textOf(fields, 3),
    ...(span === undefined ? {} : { span }),
    ...(type === 1 ? { deprecation: textOf(fields, 7) } : {}),
  };
}

function decodeSpan(fields: readonly Field[], number: number): Span | undefined {
  const found = fields.find((field) => field.number === number);
  if (found === undefined) return undefined;
  const inner = readFields(found.bytes);
  const start = readFields(inner.find((field) => field.number === 2)?.bytes ?? Buffer.alloc(0));
  const count = (wanted: number): number => start.find((field) => field.number === wanted)?.value ?? 0;
  const url = textOf(inner, 4);
  return { start: { line: count(2), column: count(3) }, ...(url === '' ? {} : { url: new URL(url) }) };
}

/** A field of a message: a number or a run of bytes. */
interface Field {
  readonly number: number;
  readonly value: number;
  readonly bytes: Buffer;
}

function readFields(message: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const key = readVarint(message, at)!;
    const next = readVarint(message, key.end)!;
    const hasBytes = (key.value & 7) === 2;
    at = hasBytes ? next.end + next.value : next.end;
    const bytes = hasBytes ? message.subarray(next.end, at) : Buffer.alloc(0);
    fields.push({ number: key.value >>> 3, value: hasBytes ? 0 : next.value, bytes });
  }
  return fields;
}

function textOf(fields: readonly Field[], number: number): string {
  return fields.find((field) => field.number === number)?.bytes.toString() ?? '';
}

function readVarint(from: Buffer, at: number): { readonly value: number; readonly end: number } | undefined {
  let value = 0;
  for (let shift = 0; at + shift < from.length; shift++) {
    const byte = from[at + shift]!;
    value += (byte & 127) * 2 ** (7 * shift);
    if (byte < 128) return { value, end: at + shift + 1 };
  }
  return undefined;
}

function varint(value: number): Buffer {
  const out: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) | 128);
  return Buffer.from([...out, value]);
}

function number(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, content: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

function text(field: number, content: string): Buffer {
  return bytes(field, Buffer.from(content));
}
