import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, blockComment, digit, lineComment, lineStart, oneOf, rule, space, wordEnd, wordNext } from './pieces.js';

const id = String.raw`@?[a-zA-Z_]\w*`;

/** C#'s keywords as its specification has them: statements, operators, modifiers, members, contextual ones and those of queries. */
const keywords = `
  if else switch case default for foreach in while do break continue goto return throw try catch finally lock fixed checked unchecked
  unsafe yield await
  new this base null true false is as typeof sizeof stackalloc nameof out ref params
  public protected internal private abstract sealed static readonly const virtual override extern volatile async partial void
  delegate event operator implicit explicit interface enum add remove get set value global alias dynamic
  from where select group into orderby join let on equals by ascending descending`;
const types = 'object string bool char byte sbyte short ushort int uint long ulong float double decimal dynamic var';
const wordClass = words({ k: keywords.replace(' dynamic', ''), kt: types }, '');
const directives = oneOf('define undef if elif else endif line error warning region endregion pragma');

const root: readonly Rule[] = [
  space,
  rule(String.raw`<\[${blank}*(?:${id}:)?|\]>`, 'k'),
  rule(String.raw`[-+*%=<>!~^&|?:;,.(){}[\]]`, 'p'),
  lineComment(String.raw`\/\/`, 'c1'),
  blockComment('cm'),
  rule(String.raw`\/`, 'p'),
  rule(String.raw`\$${blank}*"`, 's', 'spliced'),
  rule(String.raw`\$@${blank}*"`, 's', 'verbatim'),
  rule('@"(?:[^"]|"")*"', 's'),
  // Where the code ends before the line, the last quote ends it, escaped or not.
  rule(String.raw`"(?:(?:[^\n"\\]|\\[^\n]|\\(?=\n))*["\n]|[^\n]*")`, 's'),
  rule(String.raw`'(?:\\[^\n]|[^\n])'`, 'sc'),
  rule(`${lineStart}#[ \\t]*${directives}${wordEnd}[^\\n]*\\n`, 'cp'),
  rule(`0[xX]${digit.sixteen}+[uUlL]?`, 'm'),
  rule(`${digit.ten}(?:\\.${digit.ten}*)?(?:[eE][-+]${digit.ten}+)?[fFdDuUlL]?`, 'm'),
  // A letter of another script is no part of a name, but neither does a word end before it.
  rule(`${id}(?![\\0-\\x7f])${wordNext}`, 'n'),
  rule('(?:struct|class|interface)(?!\\w)', 'k', 'class'),
  rule('(?:using|namespace)(?!\\w)', 'k', 'namespace'),
  rule(`${id}(?=${blank}*\\()`, (text) => wordClass(text) || 'nf'),
  rule(id, (text) => wordClass(text) || 'n'),
];
/** Code in braces inside a string. */
const hole: Rule = [/\{/u, 'p', 'nest'];
const gaps: readonly Rule[] = [space, lineComment(String.raw`\/\/`, 'c1'), blockComment('cm')];

/** C#. */
export const csharp: Language = {
  modes: {
    root,
    nest: [hole, [/\}/u, 'p', '^'], ...root],
    spliced: [hole, [/["\n]/u, 's', '^'], [/\\[^\n]|[^\\{"\n]+|\\/u, 's']],
    verbatim: [hole, [/""|[^"{\n]+/u, 's'], [/"/u, 's', '^']],
    class: [...gaps, rule(id, 'nc', '^')],
    namespace: [...gaps, rule(String.raw`(?=\()`, '', '^'), rule(`(?:\\.|${id})+`, 'nn', '^')],
  },
};
