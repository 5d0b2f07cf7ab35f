import type { Document } from '../../core/types.js';
import type { DocumentState, World } from '../../render/world.js';
import type { SassRequest } from '../../styles/compilation.js';

/** A text for Sass, and how it is compiled. */
export interface Sheet {
  readonly text: string;
  readonly request: SassRequest;
}

/** What a finder of style sheets needs. */
export interface SheetSearch {
  readonly world: World;
  /** How a document that is a style sheet is compiled; undefined for others. */
  requestFor(document: Document): SassRequest | undefined;
  isPlain(document: Document): boolean;
  /** The text that a template renders to; undefined where it fails. */
  textAhead(state: DocumentState): string | undefined;
  /** Whether it would be noticed that a template is rendered twice. */
  isSeen: boolean;
}

/** Finds out what documents will ask of Sass before it is their turn. */
export interface SheetFinder {
  /** The first text that a document will hand to Sass, as itself or through a filter; undefined where none is known. */
  find(state: DocumentState): Sheet | undefined;
  /**
   * Called with each text that a filter gives to Sass; throws where its template is rendered only to find such texts.
   */
  ask(sheet: Sheet): void;
}

/** A finder for one site. */
export function createSheetFinder({ world, requestFor, isPlain, textAhead, isSeen }: SheetSearch): SheetFinder {
  let looking: DocumentState | undefined;
  let asked: Sheet | undefined;
  return {
    find(state) {
      const { document } = state;
      const request = requestFor(document);
      if (request !== undefined && isPlain(document)) return { text: document.body, request };
      if (isSeen || (request === undefined && !usesFilter(document))) return undefined;
      looking = state;
      asked = undefined;
      const text = textAhead(state);
      looking = undefined;
      return asked ?? (text === undefined || request === undefined ? undefined : { text, request });
    },
    ask(sheet) {
      // Texts of others that the template needs are made for good.
      if (looking === undefined || world.rendering?.state !== looking) return;
      asked ??= sheet;
      throw new Error('This render is only to tell what it asks for.');
    },
  };
}

function usesFilter({ kind, body }: Document): boolean {
  return kind === 'page' && /\|\s*s[ac]ssify\b/.test(body);
}
