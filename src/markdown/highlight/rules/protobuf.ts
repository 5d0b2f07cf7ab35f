import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, leave, lineEnd, oneOf, rule, space, wordEnd } from './pieces.js';

const name = String.raw`[a-zA-Z_]\w*`;
const number = String.raw`(?:\d+\.\d*|\.\d+`;

/** A keyword of declarations and the white space before what it declares. */
function declaration(list: string, as: string, to: string): Rule {
  return rule(`(${oneOf(list)})(${blank}+)`, [as, ''], to);
}

/** Protocol buffers. */
export const protobuf: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`[,;{}[\]()]`, 'p'),
      // A comment goes on while its lines end with a backslash.
      rule(String.raw`\/(?:\\\n)?\/(?:${lineEnd}|[\s\S]*?[^\\]${lineEnd})`, 'c1'),
      rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
      rule(
        `${oneOf('ctype default extensions import max oneof option optional packed repeated required returns rpc to')}${wordEnd}`,
        'k',
      ),
      rule(
        `${oneOf(`bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
          uint64`)}${wordEnd}`,
        'kt',
      ),
      rule('true|false', 'kc'),
      declaration('package', 'kn', 'package'),
      declaration('message extend', 'kd', 'message'),
      declaration('enum group service', 'kd', 'type'),
      rule(String.raw`"[^"\n]*"|'[^'\n]*'`, 's'),
      rule(String.raw`${number}|\d+)[eE][+-]?\d+[LlUu]*`, 'mf'),
      rule(String.raw`${number}|\d+[fF])[fF]?`, 'mf'),
      rule(`-?(?:inf|nan)${wordEnd}`, 'mf'),
      rule('0x[0-9a-fA-F]+[LlUu]*', 'mh'),
      rule('0[0-7]+[LlUu]*', 'mo'),
      rule(String.raw`\d+[LlUu]*`, 'mi'),
      rule('[+-=]', 'o'),
      rule(String.raw`([a-zA-Z_][\w.]*)([ \t]*)(=)`, ['na', '', 'o']),
      rule(String.raw`[a-zA-Z_][\w.]*`, 'n'),
    ],
    package: [rule(name, 'nn', '^'), leave],
    message: [rule(name, 'nc', '^'), leave],
    type: [rule(name, 'n', '^'), leave],
  },
};
