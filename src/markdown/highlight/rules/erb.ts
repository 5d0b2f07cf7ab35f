import type { Language } from '../language.js';
import { Montage } from '../montage.js';
import { type Modes, RuleReader } from '../rule.js';
import { rule } from './pieces.js';
import { ruby } from './ruby.js';
import { rubySeam } from './ruby-reader.js';

const close = '[%-]?%>';
const inside = `[\\s\\S](?:(?!${close})[\\s\\S])*`;
const modes: Modes = {
  root: [rule('<%#', 'c', 'comment'), rule('<%[%=-]?', 'cp', 'ruby'), rule('[\\s\\S](?:[^<]|<(?!%))*', 'html')],
  comment: [rule(close, 'c', '^'), rule(inside, 'c')],
  ruby: [rule(close, 'cp', '^'), rule(inside, 'ruby')],
};

/** HTML with Ruby between `<%` and `%>`. */
export const erb: Language = {
  read(code, emit) {
    const montage = new Montage(code, rubySeam);
    const rubyCode = montage.begin(ruby);
    new RuleReader(modes, code, (name, end) => {
      if (name === 'html') montage.html(end);
      else if (name === 'ruby') montage.add(rubyCode, end);
      else montage.own(name, end);
    }).read(0, code.length, 'err');
    montage.finish(emit);
  },
};
