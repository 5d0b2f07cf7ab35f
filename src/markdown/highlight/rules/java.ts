import type { Language } from '../language.js';
import { words } from '../rule.js';
import {
  blank,
  blockComment,
  digit,
  lineComment,
  oneOf,
  quotedToLast,
  rule,
  space,
  wordCharacter,
  wordEnd,
} from './pieces.js';

/** Statements and operators, by what they do. */
const statements = oneOf(`
  if else switch case default for while do break continue goto return
  try catch finally throw assert new this instanceof`);
const modifiers = `
  public protected private static final abstract synchronized volatile transient native strictfp const
  extends implements throws super enum`;
const types = 'void boolean char byte short int long float double var';
const wordClass = words({ kd: modifiers, kt: types, kc: 'null true false' }, 'n');

const name = String.raw`[\p{Alphabetic}_]${wordCharacter}*`;
const plainName = String.raw`[a-zA-Z_]\w*`;

/** Digits of a set; of those with underscores between them, each has one side. */
function run(set: string): string {
  return `(?:${set}(?:_+${set})?)+`;
}
const decimal = run(digit.ten);

/** Words up to the name of a method, over the ends of lines; whatever they are, they are read for themselves. */
const typeWord = String.raw`[a-zA-Z_][\w.[\]<>]{0,250}${blank}+`;
const signature = `((?:\\n${blank}*)?(?:${typeWord}){1,100}?)(${plainName})(${blank}*)(\\()`;

/** Java. */
export const java: Language = {
  modes: {
    root: [
      rule(String.raw`${blank}+(?![a-zA-Z_\t-\r ])|[\t\v\f\r ]+`, ''),
      rule(String.raw`[-+*%=<>!~^&|?:;,(){}[\]]`, 'o'),
      lineComment(String.raw`\/\/`, 'c1'),
      blockComment('cm'),
      rule(`${statements}${wordEnd}`, 'k'),
      rule(signature, ['>root', 'nf', '', 'o']),
      rule(String.raw`\n${blank}*`, ''),
      rule(`@${name}`, 'nd'),
      rule(`(?:class|interface)${wordEnd}`, 'kd', 'class'),
      rule(`(?:package|import)${wordEnd}`, 'kn', 'import'),
      rule(`${oneOf(`${modifiers} ${types} null true false`)}${wordEnd}`, wordClass),
      rule(quotedToLast('"'), 's'),
      rule(String.raw`'(?:\\u[0-9a-f]{4}|\\[^\n]|[^\\])'`, 'sc'),
      rule(`(\\.)(${name})`, ['o', 'na']),
      rule(`${name}:`, 'nl'),
      rule(String.raw`\p{Uppercase}[\p{Uppercase}\p{Nd}_]*${wordEnd}`, 'no'),
      rule(String.raw`\p{Uppercase}[\p{Alphabetic}\p{Nd}]*${wordEnd}`, 'nc'),
      rule(`\\$?${name}`, 'n'),
      rule(String.raw`[\/.]`, 'o'),
      rule(`${decimal}\\.${decimal}(?:[eE]${decimal})?[df]?`, 'mf'),
      rule(`0[bB]${run(digit.two)}`, 'mb'),
      rule(`0[xX]${run(digit.sixteen)}`, 'mh'),
      rule(`0${run(digit.eight)}`, 'mo'),
      rule(`${decimal}L?`, 'mi'),
    ],
    class: [space, rule(name, 'nc', '^')],
    import: [space, rule(String.raw`[\w.]+\*?`, 'nn', '^')],
  },
};
