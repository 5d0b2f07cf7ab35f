import type { Language } from '../language.js';
import { words } from '../rule.js';
import { basedNumbers, blockComment, digit, digitsOf, lineComment, oneOf, rule, space } from './pieces.js';

/** Statements and operators, by what they do. */
const statements = oneOf(`
  if else switch case default for while do break continue goto return
  try catch finally throw assert new this instanceof`);
const modifiers = `
  public protected private static final abstract synchronized volatile transient native strictfp const
  extends implements throws super enum`;
const types = 'void boolean char byte short int long float double var';
const wordClass = words({ kd: modifiers, kt: types, kc: 'null true false' }, 'n');

const letter = String.raw`\p{L}\p{M}_`;
const name = String.raw`[${letter}][${letter}\p{N}\p{Pc}]*`;
const plainName = String.raw`[a-zA-Z_]\w*`;
const typeName = String.raw`[a-zA-Z_][\w.[\]<>]*`;
const decimal = digitsOf(digit.ten);

/** What stands before the name of a method: words on from the start of a line, or one that is no keyword. */
const signature = String.raw`(?:\n\s*(?:${typeName}\s+)+|(?<![\w.])(?!${statements}\s)${typeName}[^\S\n]+)`;

/** Java. */
export const java: Language = {
  modes: {
    root: [
      space,
      lineComment('//', 'c1'),
      blockComment('cm'),
      rule(String.raw`"(?:\\[\\"]|[^"])*"`, 's'),
      rule(String.raw`'(?:\\u[0-9a-f]{4}|\\[^\n]|[^\\])'`, 'sc'),
      rule(`(?=${plainName}\\s*\\()(?<=${signature})(${plainName})(\\s*)(\\()`, ['nf', '', 'o']),
      rule(`${statements}\\b`, 'k'),
      rule(`@${name}`, 'nd'),
      rule(`(class|interface)\\b(\\s*)(${name})?`, ['kd', '', 'nc']),
      rule(String.raw`(package|import)\b(\s*)([\w.]+\*?)?`, ['kn', '', 'nn']),
      rule(`${oneOf(`${modifiers} ${types} null true false`)}\\b`, wordClass),
      rule(`(\\.)(${name})`, ['o', 'na']),
      rule(`${name}:`, 'nl'),
      rule(String.raw`\p{Lu}[\p{Lu}\p{Nd}_]*\b`, 'no'),
      rule(String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*\b`, 'nc'),
      rule(`\\$?${name}`, 'n'),
      rule(String.raw`[-+*\/%=<>!~^&|?:;,.(){}[\]]`, 'o'),
      rule(`${decimal}\\.${decimal}(?:[eE]${decimal})?[df]?`, 'mf'),
      ...basedNumbers('_*', '', ''),
      rule(`${decimal}L?`, 'mi'),
    ],
  },
};
