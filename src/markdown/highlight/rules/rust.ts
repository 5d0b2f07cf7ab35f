import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { blank, digit, exponentOf, leave, lineComment, nestingComment, oneOf, rule, space, wordEnd } from './pieces.js';

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

const anyWidth = widths.join('|');
const id = String.raw`[_\p{XID_Start}]\p{XID_Continue}*`;
const digits = '[0-9][0-9_]*';
const fraction = `\\.${digits}`;
const exponent = exponentOf('[0-9_]+');
const floatType = 'f(?:32|64)';

/** A number is a float by its fraction, its exponent, its type or a dot that no name follows. */
const numbers: readonly Rule[] = [
  rule(`${digits}(?:${fraction}(?:${exponent})?(?:${floatType})?|${exponent}(?:${floatType})?|${floatType})`, 'mf'),
  rule(String.raw`${digits}\.(?![._\p{XID_Start}])`, 'mf'),
  rule(`(?:0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|${digits})(?:u(?:${anyWidth})?|i(?:${anyWidth}))?`, 'mi'),
];
const escapes = String.raw`\\(?:[\\'"nrt0]|x${digit.sixteen}{2}|u\{(?:${digit.sixteen}_*){1,6}\})`;

const comments: readonly Rule[] = [
  lineComment(String.raw`\/\/(?:[!]|\/(?!\/))`, 'cd'),
  lineComment(String.raw`\/\/`, 'c1'),
  rule(String.raw`\/\*(?:\*{2,}|\*?(?=\/))`, 'cm', 'starComment'),
  rule(String.raw`\/\*[*!]`, 'cd', 'docComment'),
  rule(String.raw`\/\*`, 'cm', 'plainComment'),
];
/** A raw string ends where as many hashes follow a quote as stood before it. */
const raw: Rule = [
  /b?r(#*)"/u,
  's',
  undefined,
  (code, at, [hashes]) => {
    const end = code.indexOf(`"${hashes}`, at);
    return end < 0 ? -1 : end + 1 + hashes!.length;
  },
];

/** What may stand in code, in macros and within attributes. */
const literals: readonly Rule[] = [
  rule(`(?:true|false)${wordEnd}`, 'kc'),
  rule(`b?'(?:${escapes}|[^\\\\])'`, 'sc'),
  rule('b?"', 's', 'string'),
  raw,
  ...numbers,
];

const afterLiterals: readonly Rule[] = [
  rule(oneOf('-> => <->'), 'k'),
  rule(String.raw`\.{2,3}|[-+*\/%=<>!~^&?@]`, 'o'),
  rule(String.raw`(?:\.${blank}*)?${id}(?=${blank}*\()`, 'nf'),
  rule(String.raw`\.${blank}*await${wordEnd}`, 'k'),
  rule(String.raw`\.${blank}*${id}`, 'py'),
  rule(String.raw`\.${blank}*[0-9]+`, 'na'),
  rule(`(${id})(::)`, ['nn', 'p']),
  rule('macro_rules!', 'nd', 'macroRules'),
  rule(`${id}!`, 'nd', 'macro'),
  rule(`'static${wordEnd}`, 'k'),
  rule(`'${id}`, 'nv'),
  rule(id, builtins),
];
/** Behind `# ` at the start of a line is what rustdoc hides. */
const lineStart: readonly Rule[] = [space, ...comments, rule(`#${blank}[^\\n]*`, 'cs')];
const beforeLiterals: readonly Rule[] = [
  rule(String.raw`\n${blank}*(?![\t-\r #\/])`, ''),
  rule(String.raw`\n`, '', 'lineStart'),
  space,
  rule(String.raw`[(){}[\]|,;:]`, 'p'),
  ...comments,
  rule(String.raw`#!?\[`, 'nd', 'attribute'),
  rule(`${keywords}${wordEnd}`, 'k'),
];

function countBracket(bracket: string, mind: Map<string, number>): string | undefined {
  const opened = '([{'.includes(bracket);
  const kind = opened ? bracket : '([{'[')]}'.indexOf(bracket)]!;
  mind.set(kind, (mind.get(kind) ?? 0) + (opened ? 1 : -1));
  return opened || [...mind.values()].some((count) => count !== 0) ? undefined : '^';
}

/** A macro ends where a bracket closes and as many of each kind were closed as opened, in all macros so far. */
const macro: readonly Rule[] = [
  ...literals,
  rule(String.raw`([(){}[\]])`, ['p'], ([bracket], mind) => countBracket(bracket!, mind)),
  rule(`${id}!`, 'nd'),
  ...beforeLiterals,
  ...afterLiterals,
  rule(String.raw`[^\n]`, ''),
];

/** Rust. */
export const rust: Language = {
  modes: {
    root: [...lineStart, rule('(?:)', '', '=code')],
    code: [...beforeLiterals, ...literals, ...afterLiterals],
    lineStart: [...lineStart, leave],
    starComment: [rule(String.raw`(?<=\/\*{2,3})\/`, 'cm', '^'), rule('(?:)', '', '=plainComment')],
    plainComment: nestingComment('cm', 'plainComment'),
    docComment: nestingComment('cd', 'docComment'),
    string: [rule('"', 's', '^'), rule(escapes, 'se'), rule(String.raw`[^\\"]+`, 's')],
    macro,
    macroRules: [rule(String.raw`\$(?:${id}(?::${id})?)?`, 'nv'), ...macro],
    attribute: [space, ...comments, ...literals, rule(`[(),=:]|${id}`, 'nd'), rule(String.raw`\]`, 'nd', '^')],
  },
};
