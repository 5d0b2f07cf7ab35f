import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, wordBoundary as boundary, lineEnd, nestingComment, oneOf, rule, wordEnd } from './pieces.js';

const anySpace = String.raw`[\t-\r \x85\xa0\p{Zs}\p{Zl}\p{Zp}]`;
const letter = String.raw`\p{L}$_`;
/** Marks of operators, backtick and apostrophe among them. */
const operator = String.raw`[!#%&'*+\-\/:<=>?@\\^\x60|~\x7f\p{Sm}\p{So}]+`;
/** A name; after an underscore it may end with marks. */
const id = `[${letter}][${letter}0-9]*(?:(?<=_)${operator})?`;
const quoted = '`[^`]+`';

const keywords = oneOf(`
  abstract case catch def do else extends final finally for forSome if implicit lazy match new override private protected requires return
  sealed super this throw try val var while with yield`);

const comment = rule(String.raw`\/\/[^\n]*`, 'c1');

/** Marks and words that are keywords among types. */
function typeKeywords(arrow: string): Rule {
  return rule(String.raw`<[%:]|${arrow}>:|[#_\u21d2]|forSome|type`, 'k');
}
const typeName = rule(String.raw`\.|${id}|${operator}|${quoted}`, 'kt');
const typeStep = `(?:${id}|${operator}${quoted})`;
const typePath = `(${typeStep}(?:\\.${typeStep})*)(${blank}*)`;

const declarations: readonly Rule[] = [
  rule(`((?:class|trait|object))(${blank}+)`, ['k', ''], 'class'),
  rule(`'${id}(?!')`, 'ss'),
  rule(String.raw`[\t\v\f\r ]+`, ''),
  comment,
  rule(String.raw`\/\*`, 'cm', 'comment'),
  rule(`@${id}`, 'nd'),
  rule(`(def)(${blank}+)(${id}|${operator})(${blank}*)`, ['k', '', 'nf', '']),
  rule(`(val)(${blank}+)(${id}|${operator})(${blank}*)`, ['k', '', 'nv', '']),
];

/** A name's class tells what is beside it: a dot before or after, or a bracket. */
const names: readonly Rule[] = [
  rule(`(this)(\\n*)(\\.)(${id})`, ['k', '', 'o', 'py']),
  rule(`(${id})(\\n*)(\\.)(${id})`, ['nv', '', 'o', 'py']),
  rule(String.raw`[\p{Lu}$_]${id}${boundary}`, 'nc'),
  rule(`(${id})(${anySpace}*)(\\()`, ['nf', '', 'o']),
  rule(`(\\.)(${id})`, ['o', 'py']),
  rule(`${keywords}${wordEnd}`, 'k'),
  rule(String.raw`(?:<[%:\-]|=>|>:|[#=@_\u21d2\u2190])(?:${boundary}|(?=${blank})|${lineEnd})`, 'k'),
  rule(`:(?!${operator})`, 'k', 'type'),
  rule(`(?:true|false|null)${wordEnd}`, 'kc'),
  rule(`(import|package)(${blank}+)`, ['k', ''], 'import'),
  rule(`(type)(${blank}+)`, ['k', ''], 'type'),
];

const literals: readonly Rule[] = [
  rule(String.raw`"""[\s\S]*?"""(?!")`, 's'),
  // Where only escaped quotes follow, the last of them ends the string.
  rule(String.raw`"(?:[^\\"]|\\(?:[\\"]|(?![\\"])))*"|"[\s\S]*"`, 's'),
  rule(String.raw`'(?:\\[^\n]|[^\\]|\\u[0-9a-fA-F]{4})'`, 'sc'),
  rule(`${id}|${quoted}`, 'n'),
  rule(String.raw`\[`, 'o', 'parameters'),
  rule(`[(){};,.#]|${operator}`, 'o'),
  rule(String.raw`[0-9]+(?:\.[0-9]*(?:[eE][+-]?[0-9]+)?[fFdD]?|[fFdD])`, 'mf'),
  rule('0x[0-9a-fA-F]+', 'mh'),
  rule('[0-9]+L?', 'mi'),
  rule(String.raw`\n`, ''),
];

/** Scala. */
export const scala: Language = {
  modes: {
    root: [...declarations, ...names, ...literals],
    class: [
      rule(`(${id}|${operator}|${quoted})(${blank}*)(\\[)`, ['nc', '', 'o'], 'parameters'),
      rule(`${blank}+`, ''),
      rule('[{(]', 'o', '^'),
      [comment[0], 'c1', '^'],
      rule(`${id}|${operator}`, 'nc', '^'),
    ],
    type: [
      rule(`${blank}+`, ''),
      typeKeywords(''),
      rule(`([,);}]|=>|=)(${blank}*)`, ['o', ''], '^'),
      rule('[({]', 'o', 'type'),
      rule(`${typePath}(\\[)`, ['kt', '', 'o'], '=parameters'),
      rule(`${typePath}${lineEnd}`, ['kt', ''], '^'),
      [comment[0], 'c1', '^'],
      typeName,
    ],
    parameters: [
      rule(String.raw`[\t-\r ,]+`, ''),
      typeKeywords('=>|'),
      rule(String.raw`[\])}]`, 'o', '^'),
      rule(String.raw`[(\[{]`, 'o', 'parameters'),
      typeName,
    ],
    comment: nestingComment('cm', 'comment'),
    import: [rule(`(?:${id}|\\.)+`, 'nn', '^')],
  },
};
