import { lazily } from '../../../core/lazily.js';
import { addText, Element, setAttribute } from '../element.js';
import { matchAt } from '../html/html-patterns.js';
import type { SpanState } from '../span-state.js';

const chars = '[\\p{Alphabetic}\\p{Nd}\\-_.]';
const url = /<((?:mailto|https?|ftps?):[^\n][^\n>]*)>/y;
const address = lazily(() => new RegExp(`<(${chars}+@${chars}+)>`, 'uy'));

/** `<https://…>` and `<name@host>`. */
export function autolink(state: SpanState): boolean {
  const end = state.finder.find('>', state.pos);
  if (end < 0) return false;
  const lineFeed = state.finder.find('\n', state.pos);
  if (lineFeed >= 0 && lineFeed < end) return false;
  const asUrl = matchAt(url, state.src, state.pos);
  const found = asUrl ?? matchAt(address(), state.src, state.pos);
  if (found === null) return false;
  const text = found[1]!;
  const element = new Element('a', '', state.parent.line);
  setAttribute(element, 'href', asUrl === null ? `mailto:${text}` : text);
  addText(element, text.startsWith('mailto:') ? text.slice(7) : text, 'text');
  state.add(element);
  state.pos += found[0].length;
  return true;
}
