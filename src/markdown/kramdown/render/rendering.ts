import { downcase } from '../../../core/text/letter-case.js';
import { guessTag } from '../../highlight/guess.js';
import { tagOf } from '../../highlight/languages.js';
import type { KramdownDocument } from '../document.js';
import type { Element } from '../element.js';
import { type Entity, entityToChar } from '../entities.js';
import type { CodeOptions } from '../options/code-options.js';
import type { KramdownOptions } from '../options/options.js';
import { escapeText } from '../text.js';

/** Whether code of a language is plain text to Rouge, be it by a guess. */
function isPlain(language: string, code: string): boolean {
  const name = language.split('?', 1)[0]!;
  return name === 'plaintext' || name === 'text' || (name === 'guess' && guessTag(code, tagOf) === 'plaintext');
}

/** Code to spans with Rouge's classes; undefined for a language that Rouge does not know. */
export type CodeHighlight = (code: string, language: string) => string | undefined;

/** A footnote in the order of first reference. */
export interface UsedFootnote {
  readonly name: string;
  readonly content: Element;
  readonly number: number;
  repeats: number;
}

/** A header for the table of contents. */
export interface TocEntry {
  readonly level: number;
  readonly id: string;
  readonly children: readonly Element[];
}

/** Prints an element at an indentation in spaces. */
export type RenderRule = (element: Element, indent: number, rendering: Rendering) => string;

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** What the render rules of one document share. */
export class Rendering {
  readonly options: KramdownOptions;
  readonly footnotes: UsedFootnote[] = [];
  readonly toc: TocEntry[] = [];
  /** The list that marks the place of the table of contents. */
  tocList: Element | undefined;
  hasFootnoteList = false;
  /** The four quotation marks as they are printed, once they are known. */
  readonly quotes: string[] = [];
  /** The tag before most code spans, once it is known. */
  plainCodeTag: string | undefined;
  /** The elements around the one that is printed, innermost last. */
  readonly stack: Element[] = [];
  private readonly ids = new Map<string, number>();

  constructor(
    readonly document: KramdownDocument,
    private readonly rules: Readonly<Record<string, RenderRule>>,
    readonly highlightCode: CodeHighlight,
  ) {
    this.options = document.options;
  }

  render(element: Element, indent: number): string {
    return this.rules[element.type]!(element, indent, this);
  }

  /** An element's children, two spaces further in. */
  inner(element: Element, indent: number): string {
    const { children } = element;
    if (children.length === 1 && children[0]!.type === 'text') return this.render(children[0]!, indent);
    const { removesCjkBreaks } = this.options;
    let html = '';
    this.stack.push(element);
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      // Every other child is text.
      html += child.type === 'text' && !removesCjkBreaks ? escapeText(child.content) : this.render(child, indent + 2);
    }
    this.stack.pop();
    return html;
  }

  /** The element around the one that is printed. */
  get parent(): Element | undefined {
    return this.stack[this.stack.length - 1];
  }

  /** Highlighted code; undefined where it is printed as it is. */
  highlight(code: string, language: string | undefined, options: CodeOptions): string | undefined {
    const { syntaxHighlighter } = this.options;
    if (syntaxHighlighter === undefined) return undefined;
    if (syntaxHighlighter !== 'rouge' && syntaxHighlighter !== 'shiki') {
      this.document.warn(`The configured syntax highlighter ${syntaxHighlighter} is not available.`, 1);
      return undefined;
    }
    if (options.isDisabled) return undefined;
    const name = language ?? options.defaultLanguage;
    if (name === undefined) return options.guessesLanguage ? this.highlightCode(code, 'guess') : undefined;
    if (!options.guessesLanguage && isPlain(name, code)) return undefined;
    return this.highlightCode(code, name);
  }

  /** An entity as the `entity_output` option wants it. `original` is how the text wrote it, where it did. */
  entity(entity: Entity, original = ''): string {
    const output = this.options.entityOutput;
    const char = entityToChar(entity);
    if (output === 'as_char' && char !== undefined && (char === '"' || escapes[char] === undefined)) return char;
    if ((output === 'as_input' || output === 'as_char') && original !== '') return original;
    if ((output === 'symbolic' || (char !== undefined && escapes[char] !== undefined)) && entity.name !== undefined) {
      return `&${entity.name};`;
    }
    return `&#${entity.codePoint};`;
  }

  /** Whether headers were given ids here. */
  get hasMadeIds(): boolean {
    return this.ids.size > 0;
  }

  /** An id that kramdown makes of a header's text, each one once. */
  headerId(text: string): string {
    const id = basicId(text) || 'section';
    const count = this.ids.get(id);
    this.ids.set(id, count === undefined ? 0 : count + 1);
    return this.options.autoIdPrefix + (count === undefined ? id : `${id}-${count + 1}`);
  }
}

/** A text as an id: letters, digits, spaces as hyphens; from the first letter on. */
export function basicId(text: string): string {
  return downcase(
    text
      .replace(/(^|\n)[^a-zA-Z]+/g, '$1')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replace(/ /g, '-'),
  );
}
