import type { ConversionJob } from './batch.js';
import type { MarkdownResult } from './markdown.js';

/** More characters of excerpts are converted when they are shown: what was made ahead waits in memory until then. */
export const maxHeld = 16_000_000;

/** What the beginnings of texts came to when those were converted, so that excerpts need not be converted once more. */
export class Leads {
  readonly #held = new Map<string, { readonly text: string; readonly html: string }>();
  #size = 0;

  /** Keeps what is known of a text's beginning. */
  add({ text, path, lead }: ConversionJob, result: MarkdownResult): void {
    if (lead === undefined || result.lead === undefined || this.#size > maxHeld) return;
    this.#size += result.lead.length;
    // A copy: a part of a text would hold all of it.
    this.#held.set(path, { text: text.slice(0, lead), html: Buffer.from(result.lead).toString() });
  }

  /** The result for a text that is the beginning of another one of its path. */
  get({ text, path }: ConversionJob): MarkdownResult | undefined {
    const held = this.#held.get(path);
    return held?.text === text ? { html: held.html, warnings: [], unknownLanguages: [] } : undefined;
  }

  clear(): void {
    this.#held.clear();
    this.#size = 0;
  }
}
