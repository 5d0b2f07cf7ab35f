import type { Document } from '../../core/types.js';
import type { Converted } from '../../markdown/pool.js';
import type { HeldResult } from '../../markdown/shared-results.js';
import { heldText, type KeptText, type World } from '../../render/world.js';

/**
 * The bodies and excerpts of a site that are nothing but converted Markdown without warnings. They follow from the
 * texts and the Markdown settings alone, so that another builder need not convert them again.
 *
 * @param isPlainMarkdown whether a text of a document goes to Markdown as it stands, and nowhere else
 */
export function madeMarkdown(
  { ordered }: World,
  isPlainMarkdown: (document: Document, text: string) => boolean,
): Converted[] {
  const texts: Converted[] = [];
  for (const { document, body, excerpt } of ordered) {
    const { path } = document;
    const add = (kept: KeptText, text: string): void => {
      if (isPlainMarkdown(document, text)) texts.push(new MadeText(path, text, kept));
    };
    // Of others, the file may not have been read yet, and need not be there any more.
    if (isAtHand(body)) add(body, document.body);
    if (isAtHand(excerpt) && document.excerpt !== undefined) add(excerpt, document.excerpt.text);
  }
  return texts;
}

function isAtHand({ status, failed, isUnloaded, isReleased, diagnostics }: KeptText): boolean {
  return status === 'fresh' && !failed && !isUnloaded && isReleased !== true && diagnostics.length === 0;
}

/** A text with its HTML, which may be bytes until it is asked for. */
class MadeText implements Converted {
  readonly #html: Pick<KeptText, 'text' | 'bytes'>;

  constructor(
    readonly path: string,
    readonly text: string,
    { text: html, bytes }: KeptText,
  ) {
    this.#html = { text: html, bytes };
  }

  get result(): HeldResult {
    return { html: heldText(this.#html), warnings: [], unknownLanguages: [] };
  }
}
