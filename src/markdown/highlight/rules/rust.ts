import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, exponentOf, lineComment, nestingComment, oneOf, rule, space } from './pieces.js';

/** Rust's strict keywords, the weak ones, then those kept for later editions. */
const keywords = oneOf(`
  as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return Self self
  static struct super trait true type unsafe use where while
  union log
  abstract become box do final macro override priv try typeof unsized virtual yield`);

const widths = '8 16 32 64 128 size'.split(' ');

/** Primitive types, what the prelude brings, the marker and operator traits, and the types of C. */
const builtins = words(
  {
    nb: `
      bool char str f32 f64 int uint float ${widths.map((width) => `i${width} u${width}`).join(' ')}
      Option Some None Result Ok Err Either Left Right Box Vec String Rc Arc Gc Pin Owned Ptr Nil Cons Success Failure
      Send Sync Sized Copy Clone Drop drop Unpin Const Fn FnMut FnOnce From Into AsRef AsMut Default
      Eq PartialEq Ord PartialOrd Iterator IntoIterator Extend DoubleEndedIterator ExactSizeIterator
      Add Sub Mul Div Modulo Neg BitAnd BitOr BitXor Shl Shr Index Num
      ${'char schar uchar short ushort int uint long ulong longlong ulonglong float double void'
        .split(' ')
        .map((type) => `c_${type}`)
        .join(' ')}
      size_t ssize_t ptrdiff_t intptr_t uintptr_t off_t ino_t pid_t dev_t mode_t time_t clock_t fpos_t FILE DIR dirent`,
  },
  'n',
);

const id = String.raw`[_\p{XID_Start}]\p{XID_Continue}*`;
const digits = '[0-9][0-9_]*';
const fraction = `\\.${digits}`;
const exponent = exponentOf('[0-9_]+');
const floatType = 'f(?:32|64)';

/** A number is a float by its fraction, its exponent, its type or a dot that no name follows. */
const numbers: readonly Rule[] = [
  rule(`${digits}(?:${fraction}(?:${exponent})?(?:${floatType})?|${exponent}(?:${floatType})?|${floatType})`, 'mf'),
  rule(String.raw`${digits}\.(?![._\p{XID_Start}])`, 'mf'),
  rule(`(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|${digits})(?:[iu](?:${widths.join('|')})?)?`, 'mi'),
];
const escapes = String.raw`\\(?:[\\'"nrt0]|x${digit.sixteen}{2}|u\{(?:${digit.sixteen}_*){1,6}\})`;

const comments: readonly Rule[] = [
  lineComment(String.raw`\/\/(?:[!]|\/(?!\/))`, 'cd'),
  lineComment(String.raw`\/\/`, 'c1'),
  rule(String.raw`\/\*(?:\*{2,}|\*?(?=\/))`, 'cm', 'starComment'),
  rule(String.raw`\/\*[*!]`, 'cd', 'docComment'),
  rule(String.raw`\/\*`, 'cm', 'plainComment'),
];
/** Brackets nest in the mode they are in. */
function brackets(mode: string): Rule[] {
  return [
    rule(String.raw`[(\[{]`, 'p', mode),
    rule(String.raw`[)\]}]`, 'p', '^'),
    rule(`${oneOf('true false')}\\b`, 'kc'),
  ];
}

const root: readonly Rule[] = [
  space,
  ...comments,
  rule(`b?'(?:${escapes}|[^\\\\])'`, 'sc'),
  rule('b?"', 's', 'string'),
  rule('b?r(#*)"', 's', ([hashes]) => `raw:${hashes}`),
  rule(String.raw`#!?\[`, 'nd', 'attribute'),
  rule(`${keywords}\\b`, 'k'),
  ...numbers,
  rule(oneOf('-> => <->'), 'k'),
  rule(String.raw`[(){}[\]|,;:]`, 'p'),
  rule(String.raw`(?:\.\s*)?${id}(?=\s*\()`, 'nf'),
  rule(String.raw`\.{2,3}|[-+*\/%=<>!~^&?@]`, 'o'),
  rule(String.raw`\.\s*await\b`, 'k'),
  rule(String.raw`\.\s*${id}`, 'py'),
  rule(String.raw`\.\s*[0-9]+`, 'na'),
  rule(`(${id})(::)`, ['nn', 'p']),
  rule(String.raw`(macro_rules!)(\s+)(${id})(\s*)(\{)`, ['nd', '', 'n', '', 'p'], 'macroRules'),
  rule(String.raw`(${id}!)(\s*)([(\[{])`, ['nd', '', 'p'], 'macro'),
  rule(`${id}!`, 'nd'),
  rule(String.raw`'static\b`, 'k'),
  rule(`'${id}`, 'nv'),
  rule(id, builtins),
];

/** Rust. */
export const rust: Language = {
  modes: {
    root,
    starComment: [rule(String.raw`(?<=\/\*{2,3})\/`, 'cm', '^'), rule('(?:)', '', '=plainComment')],
    plainComment: nestingComment('cm', 'plainComment'),
    docComment: nestingComment('cd', 'docComment'),
    string: [rule('"', 's', '^'), rule(escapes, 'se'), rule(String.raw`[^\\"]+`, 's')],
    raw: (hashes) => [rule(`"${hashes}`, 's', '^'), rule('[^"]+|"', 's')],
    macro: [rule(String.raw`\$`, ''), ...brackets('macro'), ...root],
    macroRules: [rule(String.raw`\$(?:\w+(?::\w+)?)?`, 'nv'), ...brackets('macroRules'), ...root],
    attribute: [
      rule('"', 's', 'string'),
      space,
      rule(String.raw`\]`, 'nd', '^'),
      ...numbers,
      rule(`[(),=:]|${id}`, 'nd'),
    ],
  },
};
