/**
 * What turns one plain value (as JSON has them) into another, as plain data: a new value; items of a list (place and
 * patch by turns), with more behind them; a part of a list for another; keys of an object, and those that went.
 */
export type Patch =
  | readonly ['value', value: unknown]
  | readonly ['items', changed: readonly (number | Patch)[], more: readonly unknown[]]
  | readonly ['part', start: number, removed: number, items: readonly unknown[]]
  | readonly ['keys', changed: Readonly<Record<string, Patch>>, gone: readonly string[]];

type Table = Record<string, unknown>;

/** The patch from one value to another, neither of them copied; undefined where they are equal. */
export function makePatch(from: unknown, to: unknown): Patch | undefined {
  if (from === to) return undefined;
  if (Array.isArray(from) && Array.isArray(to)) return patchList(from, to);
  if (isTable(from) && isTable(to)) return patchKeys(from, to);
  return ['value', to];
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function patchList(from: readonly unknown[], to: readonly unknown[]): Patch | undefined {
  const changed: (number | Patch)[] = [];
  const shorter = Math.min(from.length, to.length);
  for (let index = 0; index < shorter; index++) {
    if (from[index] === to[index]) continue;
    const patch = makePatch(from[index], to[index]);
    if (patch !== undefined) changed.push(index, patch);
  }
  if (from.length === to.length || (changed.length === 0 && to.length > from.length)) {
    return changed.length === 0 && from.length === to.length ? undefined : ['items', changed, to.slice(from.length)];
  }
  return patchPart(from, to, changed.length === 0 ? shorter : (changed[0] as number));
}

/** Places behind an insertion or a removal are counted from the end. */
function patchPart(from: readonly unknown[], to: readonly unknown[], start: number): Patch {
  let [fromEnd, toEnd] = [from.length, to.length];
  while (fromEnd > start && toEnd > start && makePatch(from[fromEnd - 1], to[toEnd - 1]) === undefined) {
    fromEnd--;
    toEnd--;
  }
  return ['part', start, fromEnd - start, to.slice(start, toEnd)];
}

function patchKeys(from: Table, to: Table): Patch | undefined {
  const changed: [string, Patch][] = [];
  for (const key of Object.keys(to)) {
    const patch = to[key] === undefined ? undefined : makePatch(ownValue(from, key), to[key]);
    if (patch !== undefined) changed.push([key, patch]);
  }
  const gone = Object.keys(from).filter((key) => ownValue(to, key) === undefined);
  return changed.length + gone.length === 0 ? undefined : ['keys', Object.fromEntries(changed), gone];
}

/** Not what every object has, such as `toString`. */
function ownValue(table: Table, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function setOwn(table: Table, key: string, value: unknown): void {
  // An assignment would set the object's prototype.
  if (key !== '__proto__') table[key] = value;
  else Object.defineProperty(table, key, { value, configurable: true, enumerable: true, writable: true });
}

/** The value that a patch makes of another, whose lists and objects it changes. */
export function applyPatch(value: unknown, patch: Patch): unknown {
  if (patch[0] === 'value') return patch[1];
  if (patch[0] === 'keys') {
    const table = value as Table;
    for (const [key, change] of Object.entries(patch[1])) setOwn(table, key, applyPatch(ownValue(table, key), change));
    for (const key of patch[2]) delete table[key];
    return table;
  }
  const list = value as unknown[];
  if (patch[0] === 'part') return [...list.slice(0, patch[1]), ...patch[3], ...list.slice(patch[1] + patch[2])];
  for (let at = 0; at < patch[1].length; at += 2) {
    const place = patch[1][at] as number;
    list[place] = applyPatch(list[place], patch[1][at + 1] as Patch);
  }
  for (const item of patch[2]) list.push(item);
  return list;
}
