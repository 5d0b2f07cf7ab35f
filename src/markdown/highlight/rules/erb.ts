import type { Language } from '../language.js';
import { Patchwork } from '../patchwork.js';
import { Scanner } from '../scanner.js';
import { html } from './markup.js';
import { RubyReader } from './ruby-reader.js';

const comment = /<%#[\s\S]*?-?%>/y;
const open = /<%[=%-]?/y;
const close = /-?%>/g;

/** HTML with Ruby between `<%` and `%>`. */
export const erb: Language = {
  read(code, emit) {
    const patchwork = new Patchwork();
    for (let at = 0; at < code.length; ) {
      const start = code.indexOf('<%', at);
      patchwork.text(code.slice(at, start < 0 ? code.length : start));
      if (start < 0) break;
      comment.lastIndex = start;
      const mark = comment.exec(code);
      if (mark) {
        patchwork.hole('c', mark[0].length);
        at = start + mark[0].length;
      } else at = readRuby(code, start, patchwork);
    }
    patchwork.read(html, emit);
  },
};

/** Ruby with the marks around it; gives where it ends. */
function readRuby(code: string, start: number, patchwork: Patchwork): number {
  open.lastIndex = start;
  const mark = open.exec(code)![0];
  close.lastIndex = start + mark.length;
  const found = close.exec(code);
  const end = found ? found.index : code.length;
  patchwork.hole('cp', mark.length);
  let named = 0;
  const inside = code.slice(start + mark.length, end);
  new RubyReader(
    new Scanner(inside, (name, to) => {
      patchwork.hole(name, to - named);
      named = to;
    }),
  ).read();
  patchwork.hole('cp', found?.[0].length ?? 0);
  return end + (found?.[0].length ?? 0);
}
