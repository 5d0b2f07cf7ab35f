import type { Language } from '../language.js';
import { Montage } from '../montage.js';
import { type Modes, RuleReader } from '../rule.js';
import { elixir } from './elixir.js';
import { rule } from './pieces.js';

const close = '%%?>';
const inside = `[\\s\\S](?:(?!${close})[\\s\\S])*`;
const modes: Modes = {
  root: [rule('<%#', 'c', 'comment'), rule('<%[%=]?', 'cp', 'elixir'), rule('[\\s\\S](?:[^<]|<(?!%))*', 'html')],
  comment: [rule(close, 'c', '^'), rule(inside, 'c')],
  elixir: [rule(close, 'cp', '^'), rule(inside, 'elixir')],
};

/** HTML with Elixir between `<%` and `%>`. */
export const eex: Language = {
  read(code, emit) {
    const montage = new Montage(code, '');
    const elixirCode = montage.begin(elixir);
    new RuleReader(modes, code, (name, end) => {
      if (name === 'html') montage.html(end);
      else if (name === 'elixir') montage.add(elixirCode, end);
      else montage.own(name, end);
    }).read(0, code.length, 'err');
    montage.finish(emit);
  },
};
