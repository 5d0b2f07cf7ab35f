import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
      module import group type port component signature external execute const template function altstep testcase var timer if else select case for
      while do label goto start stop return break int2char int2unichar int2bit int2enum int2hex int2oct int2str int2float float2int char2int
      char2oct unichar2int unichar2oct bit2int bit2hex bit2oct bit2str hex2int hex2bit hex2oct hex2str oct2int oct2bit oct2hex oct2str oct2char
      oct2unichar str2int str2hex str2oct str2float enum2int any2unistr lengthof sizeof ispresent ischosen isvalue isbound istemplatekind regexp
      substr replace encvalue decvalue encvalue_unichar decvalue_unichar encvalue_o decvalue_o get_stringencoding remove_bom rnd hostid send
      receive setverdict`,
    kt: `
      anytype address boolean bitstring charstring hexstring octetstring component enumerated float integer port record set of union universal`,
    kr: `
      all alt apply assert at configuration conjunct const control delta deterministic disjunct duration fail finished fuzzy from history implies
      inconc inv lazy mod mode notinv now omit onentry onexit par pass prev realtime seq setstate static stepsize stream timestamp until values
      wait`,
  },
  'n',
);
const name = '[a-zA-Z_]\\w*';
const digits = (set: string): string => `(?:${set}_+${set}|${set})+`;
const decimal = digits('[0-9]');

/** TTCN-3, a language for tests. */
export const ttcn3: Language = {
  modes: {
    root: [
      rule(`module${wordEnd}`, 'kd', 'module'),
      rule(`import${wordEnd}`, 'kn', 'import'),
      rule('[ \\n\\t\\r]+|\\\\\\n', ''),
      lineComment('\\/\\/', 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule('"', 's', 'string'),
      rule(String.raw`'(?:\\[^\n]|[^\\]|\\u[0-9a-f]{4})'`, 'sc'),
      rule(`${decimal}\\.${decimal}(?:[eE]${decimal})?[fdFD]?`, 'mf'),
      rule(`'${digits('[01]')}'[bB]`, 'mb'),
      rule(`'${digits('[0-9a-fA-F]')}'[hH]`, 'mh'),
      rule(`'${digits('[0-7]')}'[oO]`, 'mo'),
      rule(decimal, 'mi'),
      rule(String.raw`[~!%^&*+:=|?<>\/\-]`, 'o'),
      rule('[()[\\]{},.;]', 'p'),
      rule(`(?:true|false|null)${wordEnd}`, 'nb'),
      rule(name, wordClass),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
    module: [space, rule(name, 'nc', '^')],
    import: [space, rule('[\\w.]+\\*?', 'nn', '^')],
  },
};
