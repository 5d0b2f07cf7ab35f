import type { BlockState } from '../block-state.js';
import { Element } from '../element.js';
import { matchAt } from '../html/html-patterns.js';
import { convertDocument } from '../tree/native.js';
import { readRaw } from './html.js';

const instruction = /\s*(<\?[\s\S]*?\?>)/y;
const doctype = /\s*<!DOCTYPE[\s\S]*?>/iy;
const comment = /\s*(<!--[\s\S]*?-->)/y;

/** Reads instructions and comments before the first element. A document's type is left out. */
function readProlog(state: BlockState): void {
  for (;;) {
    const { src, pos } = state;
    const found = matchAt(instruction, src, pos) ?? matchAt(doctype, src, pos) ?? matchAt(comment, src, pos);
    if (found === null) return;
    if (found[1] !== undefined) {
      const element = new Element(found[1].startsWith('<?') ? 'xml_pi' : 'xml_comment', found[1], state.lineHere());
      element.block = true;
      state.add(element);
    }
    state.pos = pos + found[0].length;
  }
}

/** Reads a whole text as HTML and turns it into kramdown's own elements, where there are such. */
export function readHtmlDocument(state: BlockState): void {
  const { root } = state.document;
  state.parent = root;
  readProlog(state);
  root.model = 'raw';
  readRaw(state, root);
  root.model = '';
  convertDocument(root);
}
