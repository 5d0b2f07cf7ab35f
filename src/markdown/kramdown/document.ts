import { downcase } from '../../core/text/letter-case.js';
import { type AttributeList, createAttributeList } from './attribute-list.js';
import type { Element } from './element.js';
import type { KramdownOptions } from './options/options.js';

/** A warning for the author. `line` counts from 1. */
export interface Warning {
  readonly message: string;
  readonly line: number;
}

/** A link definition: where to, its title, and the mark in the tree that an attribute list may hang on. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  readonly mark: Element | undefined;
}

/** A footnote's content and the mark of its definition. */
export interface Footnote {
  readonly content: Element;
  readonly mark: Element;
  isReferenced: boolean;
}

/** An abbreviation's long form and the mark of its definition. */
export interface Abbreviation {
  readonly title: string;
  readonly mark: Element;
}

/** What the rules of one document share: its definitions, options (which the text may change) and warnings. */
export class KramdownDocument {
  readonly attributeLists = new Map<string, AttributeList>();
  readonly footnotes = new Map<string, Footnote>();
  readonly links = new Map<string, LinkDefinition>();
  readonly abbreviations = new Map<string, Abbreviation>();
  readonly warnings: Warning[] = [];

  constructor(
    public options: KramdownOptions,
    public root: Element,
  ) {
    for (const [id, [url, title]] of options.linkDefs) {
      this.links.set(normalizeLinkId(id), { url, title, mark: undefined });
    }
  }

  warn(message: string, line: number): void {
    this.warnings.push({ message, line });
  }

  /** The attribute-list definition of a name, made where there is none. */
  attributeList(name: string): AttributeList {
    let list = this.attributeLists.get(name);
    if (list === undefined) this.attributeLists.set(name, (list = createAttributeList()));
    return list;
  }
}

/** A link's id as it is looked up. */
export function normalizeLinkId(id: string): string {
  return downcase(id.replace(/[ \t\r\n\f\v]+/g, ' '));
}
