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
  [/#[^\n]*\n?/u, 'c1'],
  [/([rfbuRFBU]{0,2})('''|"""|['"])/u, ['sa', 's'], ([prefix, quote]) => `string:${prefix!.toLowerCase()}${quote}`],
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

/** The inside of a string, by its prefix and its quotes. */
function stringRules(start: string): Rule[] {
  const quote = start.replace(/^[a-z]*/, '');
  const raw = /^[a-z]*r/.test(start);
  const formatted = /^[a-z]*f/.test(start);
  const ends = ["'''", '"""', "'", '"'].map(
    (mark): Rule => [new RegExp(mark, 'u'), 's', mark === quote ? '^' : undefined],
  );
  return [
    [/[^'"\\{]+|\{\{/u, 's'],
    ...ends,
    [
      /\\(?:[\\abfnrtv"'\n]|newline|N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3})/u,
      raw ? 's' : 'se',
    ],
    [/\\[^\n]?/u, 's'],
    formatted ? [/\{/u, 'si', 'inString'] : [/\{/u, 's'],
  ];
}

/** Python. */
export const python: Language = {
  grammar: 'python',
  complete: true,
  commentsKeepNewline: true,
  zones: { d1: 's', d2: 's', dt: 's', s1: 's', s2: 's', sr: 's', sx: 's', c: 'c1', cd: 's', fm: '>format' },
  modes: {
    root,
    string: stringRules,
    inString: [[/![asr]/u, 'si'], [/:/u, 'si'], [/\{/u, 'si', 'inString'], [/\}/u, 'si', '^'], ...root],
    format: [[/![asr]/u, 'si'], [/:/u, 'si'], ...root],
  },
};
