import { escapePattern } from '../../../core/text/escape-pattern.js';
import type { KramdownDocument } from '../document.js';
import { Element, textElement } from '../element.js';

interface Patterns {
  readonly any: RegExp;
  /** An abbreviation that no word goes on after, with the character before it. */
  readonly bounded: RegExp;
  readonly atStart: RegExp;
}

function createPatterns(names: readonly string[]): Patterns {
  const sorted = [...names].sort((a, b) => b.length - a.length);
  const any = `(?:${sorted.map((name) => escapePattern(name)).join('|')})`;
  return {
    any: new RegExp(any, 'y'),
    bounded: new RegExp(`(?:\\W|(?<=\\n))(?=${any}(?!\\w))`, 'g'),
    atStart: new RegExp(`(?=${any}(?!\\w))`, 'y'),
  };
}

/** The position of the next bounded abbreviation, before the character in front of it, or -1. */
function nextAbbreviation(text: string, pos: number, { bounded, atStart }: Patterns): number {
  bounded.lastIndex = pos;
  const found = bounded.exec(text)?.index ?? -1;
  if (found === pos) return pos;
  atStart.lastIndex = pos;
  return atStart.test(text) ? pos : found;
}

function matchEnd(pattern: RegExp, text: string, pos: number): number {
  pattern.lastIndex = pos;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function splitText(child: Element, patterns: Patterns, into: Element[]): void {
  const text = child.content;
  let pos = 0;
  for (;;) {
    const found = nextAbbreviation(text, pos, patterns);
    if (found < 0) break;
    let start = found;
    let end = matchEnd(patterns.any, text, start);
    if (end < 0) end = matchEnd(patterns.any, text, ++start);
    if (end < 0) break;
    into.push(textElement(text.slice(pos, start), child.line));
    into.push(new Element('abbreviation', text.slice(start, end), child.line));
    pos = end;
  }
  into.push(pos === 0 ? child : textElement(text.slice(pos), child.line));
}

function replaceIn(element: Element, patterns: Patterns, search: RegExp): void {
  const replaced: Element[] = [];
  for (const child of element.children) {
    if (child.type !== 'text' || element.model === 'raw') {
      replaceIn(child, patterns, search);
      replaced.push(child);
    } else if (search.test(child.content)) splitText(child, patterns, replaced);
    else replaced.push(child);
  }
  if (element.children.length > 0) element.children = replaced;
}

/** Puts abbreviations in place of their names in all texts below an element. */
export function replaceAbbreviations(element: Element, document: KramdownDocument): void {
  if (document.abbreviations.size === 0) return;
  const patterns = createPatterns([...document.abbreviations.keys()]);
  replaceIn(element, patterns, new RegExp(patterns.any.source));
}
