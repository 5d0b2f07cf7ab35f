import { textElement } from '../element.js';
import { type Entity, namedEntity, numberedEntity } from '../entities.js';
import { matchAt } from '../html/html-patterns.js';
import type { SpanState } from '../span-state.js';

/** A character that is named in the text. */
export const reference = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

/** Adds an element for a character that is named in the text. */
export function addEntity(state: SpanState, value: Entity, original: string): void {
  const element = textElement(original, state.parent.line, 'entity');
  element.meta = { entity: value };
  state.add(element);
}

/** `&name;`, `&#123;`, `&#xab;`. */
export function entity(state: SpanState): boolean {
  const { src, pos } = state;
  const found = matchAt(reference, src, pos);
  if (found === null) return false;
  const [all, name, decimal, hex] = found;
  const value =
    name !== undefined
      ? namedEntity(name)
      : numberedEntity(decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex!, 16));
  if (value === undefined) {
    addEntity(state, namedEntity('amp')!, '');
    state.pos++;
    state.addPlain(pos + all.length);
  } else {
    addEntity(state, value, all);
    state.pos += all.length;
  }
  return true;
}
