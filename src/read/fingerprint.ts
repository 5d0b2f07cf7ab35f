import { Time } from '../core/time/time.js';

const ids = new WeakMap<object, string>();
let nextId = 0;

/** A text that is equal for equal Ruby values (data of front matter, configuration); drops count as themselves. */
export function describeValue(value: unknown): string {
  const parts: string[] = [];
  describe(value, parts, 0);
  return parts.join('');
}

function describe(value: unknown, parts: string[], depth: number): void {
  if (typeof value === 'string') parts.push('s', String(value.length), ':', value);
  else if (value === null || value === undefined) parts.push('n;');
  else if (typeof value !== 'object') parts.push(typeof value, ':', String(value), ';');
  else if (depth > 100) parts.push('…;');
  else if (Array.isArray(value)) describeAll(value, '[', parts, depth);
  else if (value instanceof Map) describeMap(value, parts, depth);
  else if (value instanceof Time)
    parts.push('t', String(value.epochMs), '.', String(value.nanos), zoneName(value), ';');
  else describeObject(value, parts, depth);
}

function describeMap(map: ReadonlyMap<unknown, unknown>, parts: string[], depth: number): void {
  parts.push('{');
  for (const [key, item] of map) {
    describe(key, parts, depth + 1);
    describe(item, parts, depth + 1);
  }
  parts.push('}');
}

function describeAll(items: readonly unknown[], open: string, parts: string[], depth: number): void {
  parts.push(open);
  for (const item of items) describe(item, parts, depth + 1);
  parts.push(']');
}

function zoneName(time: Time): string {
  return typeof time.zone === 'object' ? time.zone.name : String(time.zone);
}

function describeObject(value: object, parts: string[], depth: number): void {
  if ('hash' in value && typeof value.hash === 'string') parts.push('h', value.hash, ';');
  else if ('isDrop' in value) parts.push('o', identityOf(value), ';');
  else describeAll([value.constructor.name, ...Object.values(value)], '<', parts, depth);
}

function identityOf(value: object): string {
  let id = ids.get(value);
  if (id === undefined) {
    id = String(nextId++);
    ids.set(value, id);
  }
  return id;
}
