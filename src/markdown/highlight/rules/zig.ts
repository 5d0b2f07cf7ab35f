import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { digit, leave, oneOf, rule, space, wordEnd } from './pieces.js';

const keywords = oneOf(`
  const var fn struct enum union error test pub export extern packed inline noinline noalias threadlocal usingnamespace
  if else switch for while break continue return try catch orelse and or defer errdefer unreachable
  async await suspend nosuspend resume anyframe asm volatile align allowzero callconv linksection comptime
  bool void noreturn type anyerror usize undefined comptime_float c_void
  c_short c_ushort c_int c_uint c_long c_ulong c_longlong c_ulonglong c_longdouble`);

/** Functions of the compiler: of types, memory, casts, arithmetic, and the program; older names among them. */
const builtins = oneOf(
  `
  This Type TypeOf TagType Vector OpaqueType Frame as typeInfo typeName tagName errorName hasDecl hasField field fieldParentPtr unionInit
  sizeOf alignOf bitSizeOf byteOffsetOf bitOffsetOf frameSize memcpy memset atomicLoad atomicStore atomicRmw cmpxchgStrong cmpxchgWeak fence
  bitCast ptrCast alignCast intCast floatCast truncate intToFloat floatToInt intToEnum enumToInt intToError errorToInt intToPtr
  ptrToInt boolToInt errSetCast bytesToSlice sliceToBytes canImplicitCast
  addWithOverflow subWithOverflow mulWithOverflow shlWithOverflow shlExact shrExact divExact divFloor divTrunc mod rem
  clz ctz popCount bitReverse byteSwap splat shuffle sqrt sin cos exp exp2 log log2 log10 fabs floor ceil trunc round
  import embedFile export call asyncCall newStackCall cImport cInclude cDefine cUndef panic breakpoint compileError compileLog
  returnAddress frame frameAddress errorReturnTrace setCold setAlignStack setRuntimeSafety setEvalBranchQuota setFloatMode
  setGlobalLinkage setGlobalSection`.replace(/\S+/g, '@$&'),
);

const name = String.raw`[a-zA-Z_]\w*`;
const blanks = String.raw`([\t-\r ]*)`;
const escaped = String.raw`\\(?:[nrt'"\\0]|x${digit.sixteen}{2}|u${digit.sixteen}{4}|U${digit.sixteen}{8})`;
const gaps: readonly Rule[] = [space, rule(String.raw`\/\/[^\n]*`, 'c')];
const power = 'e[-+]?[0-9_]+';

/** A word with the point before it and the bracket after it. */
function word(pattern: string, as: string): Rule {
  return rule(String.raw`(\.?)${blanks}(${pattern}(?!\w))${blanks}(\(?)`, ['p', '', as, '', 'p']);
}

/** Zig. */
export const zig: Language = {
  modes: {
    root: [
      rule(String.raw`\n`, '', 'lineStart'),
      ...gaps,
      rule(`(?:[iu][0-9]+|f(?:16|32|64|128)|[iu]size)${wordEnd}`, 'kt'),
      rule(`(?:true|false|null)${wordEnd}`, 'kc'),
      rule(String.raw`'(?:${escaped}|[^\\])'`, 'sc'),
      rule('"', 's', 'string'),
      rule(String.raw`r(?<marks>#*)"[\s\S]*?"\k<marks>`, 's'),
      rule(String.raw`[0-9]+(?:\.[0-9_]+(?:${power})?|${power})`, 'mf'),
      rule('0b[01_]+|0x[0-9a-fA-F_]+|[0-9_]+', 'mi'),
      rule(`'${name}`, 'nv'),
      word(keywords, 'k'),
      word(`(?:${builtins}|comptime_int)`, 'nb'),
      rule(String.raw`(\.)${blanks}(@?${name})${blanks}(\()`, ['p', '', 'nf', '', 'p']),
      rule(String.raw`(\.)${blanks}(@?${name})${blanks}`, ['p', '', 'py', '']),
      rule(String.raw`(@?${name})${blanks}(\(?)`, ['n', '', 'p']),
      rule(String.raw`[()[\]{}|,:;]`, 'p'),
      rule(String.raw`[*\/!@~&+%^<>=?-]|\.{1,3}`, 'o'),
    ],
    lineStart: [...gaps, rule(String.raw`#[\t-\r ][^\n]*`, 'cs'), leave],
    string: [rule('"', 's', '^'), rule(escaped, 'se'), rule(String.raw`[^"\\]+`, 's')],
  },
};
