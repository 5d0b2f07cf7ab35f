import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const wordClass = words(
  {
    k: `
      assert break continue del elif else except exec finally for global if lambda pass print raise return try while yield as with from import
      async await nonlocal`,
    nb: `
      ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError
      ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError EnvironmentError Exception
      FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
      IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
      NotADirectoryError NotImplemented NotImplementedError OSError OverflowError OverflowWarning PendingDeprecationWarning ProcessLookupError
      RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError
      SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
      UnicodeTranslateError UnicodeWarning UserWarning ValueError VMSError Warning WindowsError ZeroDivisionError
      __import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp coerce compile complex delattr
      dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr globals hasattr hash hex id input int intern
      isinstance issubclass iter len list locals long map max memoryview min next object oct open ord pow property range raw_input reduce reload
      repr reversed round set setattr slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip`,
    bp: 'self None Ellipsis NotImplemented False True',
  },
  'n',
);

const name = String.raw`[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*`;
const dotted = String.raw`[\p{L}\p{M}_.][\p{L}\p{M}\p{N}_.]*`;
const digits = '[0-9](?:_?[0-9])*';
const exponent = `[eE][+-]?${digits}`;

const root: readonly Rule[] = [
  [/\s+/u, ''],
  [/[[\]{}:(),;.]/u, 'p'],
  [/\\\n?/u, ''],
  [/(?:in|is|and|or|not)\b/u, 'ow'],
  [/(?:<<|>>|\/\/|\*\*)=?/u, 'o'],
  [/!=/u, 'o'],
  [new RegExp(`(from)((?:\\\\\\s|\\s)+)(${dotted})((?:\\\\\\s|\\s)+)(import)`, 'u'), ['kn', '', 'nn', '', 'kn']],
  [new RegExp(`(import)(\\s+)(${dotted})`, 'u'), ['kn', '', 'nn']],
  [new RegExp(`(def)((?:\\s|\\\\\\s)+)(${name})?`, 'u'), ['k', '', 'nf']],
  [new RegExp(`(class)((?:\\s|\\\\\\s)+)(${name})?`, 'u'), ['k', '', 'nc']],
  [/`[^\n]*?`/u, 'sb'],
  [/[-~+/*%=<>&^|@]=?/u, 'o'],
  [new RegExp(name, 'u'), wordClass],
  [new RegExp(`(?:(?:${digits})?\\.${digits}|${digits}\\.)(?:${exponent})?[jJ]?`, 'u'), 'mf'],
  [new RegExp(`${digits}(?:${exponent}[jJ]?|[jJ])`, 'u'), 'mf'],
  [/0[bB](?:_?[01])+/u, 'mb'],
  [/0[oO](?:_?[0-7])+/u, 'mo'],
  [/0[xX](?:_?[a-fA-F0-9])+/u, 'mh'],
  [/\d+L/u, 'il'],
  [/[1-9](?:_?[0-9])*|0(?:_?0)*/u, 'mi'],
];

/** Python. */
export const python: Language = {
  grammar: 'python',
  commentsKeepNewline: true,
  zones: { d1: 's', d2: 's', dt: 's', s1: 's', s2: 's', sr: 's', sx: 's', c: 'c1', cd: 's', fm: '>format' },
  modes: { root, format: [[/![asr]/u, 'si'], [/:/u, 'si'], ...root] },
};
