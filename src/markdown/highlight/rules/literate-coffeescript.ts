import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import { Scanner } from '../scanner.js';
import { readCoffeescript } from './coffeescript.js';
import { markdown } from './markdown.js';

const code = /(?: {4}[\s\S]*?\n)+/y;
const text = /(?: {0,3}(?:[^\t-\r ][\s\S]*?)?\n)+/y;

/** Markdown with CoffeeScript in indented lines. */
export const literateCoffeescript: Language = {
  read(source, emit, readAs) {
    const s = new Scanner(source, emit);
    const stack = ['root'];
    const coffeescript: Language = { read: (piece, emitPiece) => readCoffeescript(piece, emitPiece, stack) };
    while (!s.done) {
      const start = s.at;
      if (s.atLineStart) {
        if (s.looksAt(code)) readInner(s, coffeescript, code.lastIndex);
        else if (s.looksAt(text)) readInner(s, markdown, text.lastIndex, readAs);
      }
      if (s.at === start) s.passOne();
    }
  },
};
