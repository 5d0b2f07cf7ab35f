import type { Language } from '../language.js';
import { Montage } from '../montage.js';
import type { Modes } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { rule } from './pieces.js';

/**
 * HTML with pieces of another language, whose code is read as one. `modes` give what is HTML the class `html`, and what is
 * the other language's the class `guest`. `seam` as a montage has it.
 */
export function htmlTemplate(modes: Modes, language: Language, seam = ''): Language {
  return {
    read(code, emit) {
      const montage = new Montage(code, seam);
      const guest = montage.begin(language);
      new RuleReader(modes, code, (name, end) => {
        if (name === 'html') montage.html(end);
        else if (name === 'guest') montage.add(guest, end);
        else montage.own(name, end);
      }).read(0, code.length, 'err');
      montage.finish(emit);
    },
  };
}

/** The modes of a template with code from a mark that `open` matches to one that `close` matches; `<%#` begins a comment. */
export function markedModes(open: string, close: string): Modes {
  const inside = `[\\s\\S](?:(?!${close})[\\s\\S])*`;
  return {
    root: [rule('<%#', 'c', 'comment'), rule(open, 'cp', 'guest'), rule('[\\s\\S](?:[^<]|<(?!%))*', 'html')],
    comment: [rule(close, 'c', '^'), rule(inside, 'c')],
    guest: [rule(close, 'cp', '^'), rule(inside, 'guest')],
  };
}
