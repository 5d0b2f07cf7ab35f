import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { igorWords } from './igorpro-words.js';
import { blank, leave, rule, wordEnd } from './pieces.js';

const wordClass = words(
  {
    declaration: igorWords.declarations,
    k: igorWords.keywords,
    kc: 'nan inf',
    nb: igorWords.functions,
    kr: igorWords.operations,
  },
  '',
);
const directives = new Set('pragma include define ifdef ifndef undef if elif else endif'.split(' '));

function classOf(text: string): string {
  const name = text.toLowerCase();
  if (name.includes('function')) return 'function';
  return wordClass(name) || (/^[vsw]_[a-z]/.test(name) ? 'no' : 'n');
}

function nameClass(text: string): string {
  const as = classOf(text);
  return as === 'function' || as === 'declaration' ? 'kd' : as;
}

const following: Readonly<Record<string, string>> = { function: 'function', declaration: 'variables', kr: 'flags' };
const name = `[a-zA-Z]\\w*${wordEnd}`;
const gap = rule(`(?:[ \\t]|\\\\${blank}*[\\r\\n])+`, '');
const flag = '\\/[a-zA-Z]+';
const numbers: readonly Rule[] = [
  rule('0[xX][a-fA-F0-9]+', 'mf'),
  rule('[0-9]+\\.[0-9]+(?:e[+-]?[0-9]+)?', 'mh'),
  rule('[0-9]+(?:_[0-9]+)*', 'mi'),
];
const strings: readonly Rule[] = [rule('"', 's2', 'string'), rule("'[^']*'", 's1')];

const modes: Modes = {
  root: [
    rule('\\/\\/', 'c', 'comment'),
    rule(`(${name})`, nameClass, ([word]) => following[classOf(word!)]),
    rule(
      `#(?:${[...directives].map((word) => word.replace(/[a-z]/g, (l) => `[${l}${l.toUpperCase()}]`)).join('|')})${wordEnd}`,
      'cp',
    ),
    rule(`(#)(${name})`, ['p', 'n']),
    rule(`(\\/(?:[wW][aA][vV][eE]|[xXyY]))(${blank}*)(=)(${blank}*)(${name})`, ['kp', '', 'p', '', 'nv']),
    rule(blank, ''),
    rule(String.raw`[#$~!%^&*+=|?:<>\/\-]`, 'o'),
    rule('[{}()[\\],.;]', 'p'),
    ...strings,
    ...numbers,
    gap,
  ],
  assignment: [
    gap,
    ...strings,
    rule('0[xX][a-fA-F0-9]+', 'mf', '^'),
    rule('[0-9]+(?:_[0-9]+)*', 'mi', '^'),
    rule(String.raw`[([{][^)\]}]+[)\]}]|[^\t-\r \/(]+`, 'g', '^'),
    leave,
  ],
  variables: [
    gap,
    rule('=', 'p', 'assignment'),
    rule(name, 'nv'),
    rule('[[\\]]', 'p'),
    rule(',', 'p', 'variables'),
    rule('\\)', 'p', '^'),
    rule(flag, 'kp', 'variables'),
    leave,
  ],
  function: [rule(flag, 'kp'), gap, rule(name, 'nf'), rule('\\(', 'p', 'variables'), leave],
  flags: [
    gap,
    rule('=', 'p', 'assignment'),
    rule(flag, 'kp', 'flags'),
    rule(`([aA][sS])(${blank}*)(${name})`, ['kt', '', 'nl']),
    leave,
  ],
  string: [rule(`%\\w${wordEnd}`, 'sx'), rule('\\\\[\\\\"]?', 'se'), rule('[^"]', 's'), rule('"', 's2', '^')],
  comment: [rule(`(\\/${blank}*)(@\\w+${wordEnd})`, ['c', 'cs']), rule('[^\\r\\n]', 'c'), leave],
};

/** Igor Pro. */
export const igorpro: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
