/**
 * A Hash whose values are worked out, and noted as read, when they are looked at. It is a Map of a kind of its own so
 * that every filter and tag that takes a Hash takes it too.
 */
export class TracedHash extends Map<unknown, unknown> {
  readonly #read: (key: unknown) => unknown;

  /**
   * @param names the keys, in order
   * @param read the value of a key; undefined for one that is not there
   */
  constructor(names: Iterable<unknown>, read: (key: unknown) => unknown) {
    super();
    this.#read = read;
    for (const name of names) super.set(name, undefined);
  }

  override get(key: unknown): unknown {
    return this.#read(key);
  }

  override *entries(): MapIterator<[unknown, unknown]> {
    for (const key of this.keys()) yield [key, this.#read(key)];
  }

  override [Symbol.iterator](): MapIterator<[unknown, unknown]> {
    return this.entries();
  }

  override *values(): MapIterator<unknown> {
    for (const key of this.keys()) yield this.#read(key);
  }

  override forEach(visit: (value: unknown, key: unknown, map: Map<unknown, unknown>) => void): void {
    for (const key of this.keys()) visit(this.#read(key), key, this);
  }
}
