import type { Config } from './types.js';
import type { Hash } from './values/values.js';

/** Which settings the program itself has looked at, apart from what templates showed. */
export class SettingsSeen {
  readonly #keys = new Set<unknown>();
  #isAll = false;

  has(key: unknown): boolean {
    return this.#isAll || this.#keys.has(key);
  }

  add(key: unknown): void {
    this.#keys.add(key);
  }

  addAll(): void {
    this.#isAll = true;
  }
}

/** Settings that note which of them are looked at. */
export class NotedSettings extends Map<unknown, unknown> {
  readonly #seen: SettingsSeen;

  constructor(values: Hash, seen: SettingsSeen) {
    super(entriesOf(values));
    this.#seen = seen;
  }

  override get(key: unknown): unknown {
    this.#seen.add(key);
    return super.get(key);
  }

  override has(key: unknown): boolean {
    this.#seen.add(key);
    return super.has(key);
  }

  override get size(): number {
    this.#seen.addAll();
    return super.size;
  }

  override keys(): MapIterator<unknown> {
    this.#seen.addAll();
    return super.keys();
  }

  override values(): MapIterator<unknown> {
    this.#seen.addAll();
    return super.values();
  }

  override entries(): MapIterator<[unknown, unknown]> {
    this.#seen.addAll();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }

  override forEach(visit: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void): void {
    this.#seen.addAll();
    super.forEach(visit);
  }
}

/** A setting for a template. The render notes it as a fact, so it is not noted here. */
export function shownSetting({ values }: Config, key: string): unknown {
  return Map.prototype.get.call(values, key);
}

/** The same for the names of all settings. */
export function shownSettings({ values }: Config): MapIterator<unknown> {
  return Map.prototype.keys.call(values);
}

/** All settings, for what compares them. */
export function entriesOf(values: Hash): MapIterator<[unknown, unknown]> {
  return Map.prototype.entries.call(values);
}
