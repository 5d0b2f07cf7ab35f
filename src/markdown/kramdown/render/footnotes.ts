import { cloneElement, Element, lastChild } from '../element.js';
import { namedEntity } from '../entities.js';
import { escapeText } from '../text.js';
import { formatOuterBlock } from './html.js';
import type { Rendering, UsedFootnote } from './rendering.js';

/** The paragraph (or header) at a footnote's end that takes the link back; undefined where there is none. */
function findPlace(item: Element, isInline: boolean): Element | undefined {
  if (lastChild(item)?.type !== 'p' && !isInline) return undefined;
  let parent = item;
  for (;;) {
    const last = lastChild(parent);
    if (last === undefined || last.type === 'p' || last.type === 'header') return last;
    parent = last;
  }
}

function addBacklinks(
  place: Element,
  hasText: boolean,
  footnote: UsedFootnote,
  repeats: number,
  rendering: Rendering,
): void {
  const text = escapeText(rendering.options.footnoteBacklink);
  if (text === '') return;
  const space = rendering.entity(namedEntity('nbsp')!);
  const add = (before: string, name: string, label: string): void => {
    const html = `${before}<a href="#fnref:${name}" class="reversefootnote" role="doc-backlink">${label}</a>`;
    place.children.push(new Element('raw', html));
  };
  add(hasText ? space : '', footnote.name, text);
  for (let index = 1; index <= repeats; index++) {
    add(space, `${footnote.name}:${index}`, `${text}<sup>${index + 1}</sup>`);
  }
}

/** The footnotes that were referred to, in a block of their own. Their text may refer to more. */
export function renderFootnotes(rendering: Rendering): string {
  const { footnotes, options } = rendering;
  let items = '';
  for (let i = 0; i < footnotes.length; i++) {
    const footnote = footnotes[i]!;
    const { repeats } = footnote;
    const item = new Element('li');
    item.attrs = [
      ['id', `fn:${footnote.name}`],
      ['role', 'doc-endnote'],
    ];
    item.children = cloneElement(footnote.content).children;
    let place = findPlace(item, options.footnoteBacklinkInline);
    const hasText = place !== undefined;
    if (place === undefined) item.children.push((place = new Element('p')));
    addBacklinks(place, hasText, footnote, repeats, rendering);
    items += rendering.render(item, 4);
  }
  if (footnotes.length === 0) return '';
  const start: Element['attrs'] = options.footnoteNr === 1 ? null : [['start', String(options.footnoteNr)]];
  const body = formatOuterBlock('ol', start, items, 2);
  return formatOuterBlock(
    'div',
    [
      ['class', 'footnotes'],
      ['role', 'doc-endnotes'],
    ],
    body,
    0,
  );
}
