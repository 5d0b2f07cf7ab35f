import { readInner } from '../inner.js';
import type { Language } from '../language.js';
import type { Modes } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { Scanner } from '../scanner.js';
import { actionscript } from './actionscript.js';
import { blank, rule, space } from './pieces.js';

/** The class that stands for a script. */
const script = 'script';

const modes: Modes = {
  root: [
    rule('[^<&]+', ''),
    rule('&[^;\\t-\\r ]*;', 'ni'),
    rule(String.raw`<!\[CDATA\[`, 'cp', 'scripts'),
    rule('<!--', 'c', 'comment'),
    rule(String.raw`<\?[^\n]*?\?>|<![^>]*>`, 'cp'),
    rule(`<${blank}*[\\w:.\\-]+`, 'nt', 'tag'),
    rule(`<${blank}*\\/${blank}*[\\w:.\\-]+${blank}*>`, 'nt'),
  ],
  comment: [rule('[^-]+', 'c'), rule('-->', 'c', '^'), rule('-', 'c')],
  tag: [space, rule(`[\\w.:\\-]+${blank}*=`, 'na', '!attribute'), rule(`\\/?${blank}*>`, 'nt', '!root')],
  attribute: [
    space,
    rule('(")(@?\\{)', ['s', 'p'], '!scriptValue'),
    rule(String.raw`"[^"\n]*"|'[^'\n]*'|[^\t-\r >]+`, 's', '!tag'),
  ],
  scripts: [rule('\\]\\]>', 'cp', '^'), [/[\s\S]/u, script, undefined, (code, at) => code.indexOf(']]>', at)]],
  scriptValue: [rule('(\\})(")', ['p', 's'], '!tag'), rule('[\\s\\S]+?(?=\\}")', script)],
};

/** MXML, Flex's XML with ActionScript in it. */
export const mxml: Language = {
  read(code, emit) {
    let at = 0;
    const reader = new RuleReader(modes, code, (name, end) => {
      const start = at;
      at = end;
      if (name !== script) emit(name, end);
      else readInner(new Scanner(code.slice(start, end), (as, to) => emit(as, start + to)), actionscript, end - start);
    });
    reader.read(0, code.length, 'err');
  },
};
