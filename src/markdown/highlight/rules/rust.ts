import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const keywords = `
  as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod move mut pub ref return self Self
  static struct super trait true type unsafe use where while abstract become box do final macro override priv typeof unsized virtual yield try
  union`
  .trim()
  .split(/\s+/)
  .join('|');
const builtins = words(
  {
    nb: `
      Add BitAnd BitOr BitXor bool c_char c_double c_float char c_int clock_t c_long c_longlong Cons Const Copy c_schar c_short c_uchar c_uint
      c_ulong c_ulonglong c_ushort c_void dev_t DIR dirent Div Either Eq Err f32 f64 Failure FILE float fpos_t i16 i32 i64 i8 isize Index ino_t int
      intptr_t Left mode_t Modulo Mul Neg Nil None Num off_t Ok Option Ord Owned pid_t Ptr ptrdiff_t Right Send Shl Shr size_t Some ssize_t str Sub
      Success time_t u16 u32 u64 u8 usize uint uintptr_t Box Vec String Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop drop Fn FnMut FnOnce
      Clone PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator Extend IntoIterator Iterator`,
  },
  'n',
);
const id = String.raw`[\p{XID_Start}_]\p{XID_Continue}*`;
const exponent = '[eE][-+]?[0-9_]+';
const dot = String.raw`\.[0-9][0-9_]*`;
const float = 'f32|f64';

const numbers: readonly Rule[] = [
  [
    new RegExp(
      String.raw`[0-9][0-9_]*(?:${dot}(?:${exponent})?(?:${float})?|(?:${dot})?${exponent}(?:${float})?|(?:${dot})?(?:${exponent})?(?:${float})|\.(?![._\p{XID_Start}]))`,
      'u',
    ),
    'mf',
  ],
  [/(?:0b[10_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*)(?:[ui](?:8|16|32|64|128|size)?)?/u, 'mi'],
];
const escapes = String.raw`\\(?:[nrt'"\\0]|x[0-9a-fA-F]{2}|u\{(?:[0-9a-fA-F]_*){1,6}\})`;
const strings: readonly Rule[] = [
  [new RegExp(`b?'(?:${escapes}|[^\\\\])'`, 'u'), 'sc'],
  [/b?"/u, 's', 'string'],
  [/b?r(#*)"/u, 's', ([hashes]) => `raw:${hashes}`],
];
const root: readonly Rule[] = [
  [/\s+/u, ''],
  [/\/{4,}[^\n]*/u, 'c1'],
  [/\/\/[/!][^\n]*/u, 'cd'],
  [/\/\/[^\n]*/u, 'c1'],
  [/\/\*\*\*?\//u, 'cm'],
  [/\/\*\*\*+/u, 'cm', 'plainComment'],
  [/\/\*[*!]/u, 'cd', 'docComment'],
  [/\/\*/u, 'cm', 'plainComment'],
  ...strings,
  [/#!?\[/u, 'nd', 'attribute'],
  [new RegExp(`(?:${keywords})\\b`, 'u'), 'k'],
  ...numbers,
  [/[=-]>|<->/u, 'k'],
  [/[()[\]{}|,:;]/u, 'p'],
  [new RegExp(String.raw`(?:\.\s*)?${id}(?=\s*\()`, 'u'), 'nf'],
  [/\.{2,3}|(?!\.)[*/!@~&+%^<>=?-]/u, 'o'],
  [/\.\s*await\b/u, 'k'],
  [new RegExp(String.raw`\.\s*${id}`, 'u'), 'py'],
  [/\.\s*\d+/u, 'na'],
  [new RegExp(`(${id})(::)`, 'u'), ['nn', 'p']],
  [new RegExp(`${id}!`, 'u'), 'nd'],
  [/'static\b/u, 'k'],
  [new RegExp(`'${id}`, 'u'), 'nv'],
  [new RegExp(id, 'u'), builtins],
];

/** Rust. */
export const rust: Language = {
  grammar: 'rust',
  complete: true,
  zones: {
    s1: 'sc',
    d1: 'sc',
    e1: 'sc',
    d2: 's',
    s2: 's',
    sx: 's',
    c: '>comment',
    c1: '>comment',
    cd: '>comment',
    kq: 's',
    sa: 's',
    sc: 'sc',
  },
  modes: {
    root,
    plainComment: [
      [/\*\//u, 'cm', '^'],
      [/\/\*/u, 'cm', 'plainComment'],
      [/[^*/]+|[*/]/u, 'cm'],
    ],
    docComment: [
      [/\*\//u, 'cd', '^'],
      [/\/\*/u, 'cd', 'docComment'],
      [/[^*/]+|[*/]/u, 'cd'],
    ],
    string: [
      [/"/u, 's', '^'],
      [new RegExp(escapes, 'u'), 'se'],
      [/[^"\\]+/u, 's'],
    ],
    raw: (hashes) => [
      [new RegExp(`"${hashes}`, 'u'), 's', '^'],
      [/[^"]+|"/u, 's'],
    ],
    comment: [
      [/\s+(?=\/\/)/u, ''],
      [/\/{4,}[^\n]*/u, 'c1'],
      [/\/\/[/!][^\n]*/u, 'cd'],
      [/\/\/[^\n]*/u, 'c1'],
      [/\/\*\*(?:\*+|\/)[\s\S]*/u, 'cm'],
      [/\/\*[*!][\s\S]*/u, 'cd'],
      [/[\s\S]/u, 'cm'],
    ],
    attribute: [[/\s+/u, ''], [/[(,)=:]/u, 'nd'], [/\]/u, 'nd', '^'], ...numbers, [new RegExp(id, 'u'), 'nd']],
  },
};
