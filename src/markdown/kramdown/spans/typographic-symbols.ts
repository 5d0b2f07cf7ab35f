import { textElement } from '../element.js';
import { namedEntity } from '../entities.js';
import type { SpanState } from '../span-state.js';
import { addEntity } from './entity.js';

const symbols: readonly (readonly [text: string, name: string])[] = [
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['\\<<', 'lt'],
  ['\\>>', 'gt'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
];

/** Dashes, ellipses and guillemets. */
export function typographicSymbols(state: SpanState): boolean {
  const { src, pos } = state;
  for (const [text, name] of symbols) {
    if (!src.startsWith(text, pos)) continue;
    if (text.charCodeAt(0) === 92) {
      const value = namedEntity(name)!;
      addEntity(state, value, '');
      addEntity(state, value, '');
    } else state.add(textElement(name, state.parent.line, 'typographic_sym'));
    state.pos += text.length;
    return true;
  }
  return false;
}
