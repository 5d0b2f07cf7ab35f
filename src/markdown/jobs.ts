import type { ConversionJob } from './batch.js';

/** A table of texts by their paths: looking up the texts themselves would hash each of them. */
export class Jobs<T extends ConversionJob> {
  /** Of one path there are few: the body of a document, and its excerpt. */
  readonly #held = new Map<string, T[]>();

  get({ path, text }: ConversionJob): T | undefined {
    const all = this.#held.get(path);
    const place = all === undefined ? -1 : placeOf(all, text);
    return place < 0 ? undefined : all![place];
  }

  set(held: T): void {
    const all = this.#held.get(held.path);
    if (all === undefined) this.#held.set(held.path, [held]);
    else {
      const place = placeOf(all, held.text);
      all[place < 0 ? all.length : place] = held;
    }
  }

  delete({ path, text }: ConversionJob): void {
    const all = this.#held.get(path);
    const place = all === undefined ? -1 : placeOf(all, text);
    if (place < 0) return;
    if (all!.length === 1) this.#held.delete(path);
    else all!.splice(place, 1);
  }

  clear(): void {
    this.#held.clear();
  }
}

/** The place of a text among others of its path; -1 where it is none of them. */
function placeOf(all: readonly ConversionJob[], text: string): number {
  for (let place = 0; place < all.length; place++) if (all[place]!.text === text) return place;
  return -1;
}
