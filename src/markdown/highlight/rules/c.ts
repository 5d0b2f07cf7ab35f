import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { anyCase, digit, digitsOf, exponentOf, oneOf, rule } from './pieces.js';

/** C's words: storage, qualifiers and aggregates, control, and the underscored ones of C11. */
const keywords = `
  auto extern register static typedef const volatile restricted virtual enum struct union sizeof
  if else switch case default for while do break continue goto return
  _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local`;

/** Names such as `int_fast8_t`: every kind with every width of `stdint.h`. */
function fixedWidths(): string {
  const kinds = ['int', 'int_least', 'int_fast'];
  const names = kinds
    .flatMap((kind) => [8, 16, 32, 64].map((width) => `${kind}${width}_t`))
    .concat('intptr_t', 'intmax_t');
  return names.flatMap((name) => [name, `u${name}`]).join(' ');
}

/** Types of the language, then those of its library header by header. */
const types = `
  void char short int long float double signed unsigned _Bool _Complex ${fixedWidths()}
  size_t ssize_t ptrdiff_t wchar_t char16_t char32_t wint_t wctype_t wctrans_t mbstate_t
  FILE DIR fpos_t off_t div_t ldiv_t clock_t time_t jmp_buf sig_atomic_t va_list`;

/** What compilers reserve besides, some with one underscore before or two. */
const compilerWords = `
  ${['inline', 'naked', 'restrict', 'thread', 'typename'].flatMap((word) => [word, `_${word}`, `__${word}`]).join(' ')}
  __asm __declspec __based __cdecl __stdcall __fastcall __try __except __finally __leave __int8 __int16 __int32`;

/** What C++ adds: classes and their members, templates, types at compile time, exceptions, coroutines, casts. */
const cppKeywords = `
  namespace using friend explicit mutable operator this new delete private protected public virtual override final export asm
  template typename concept requires constexpr consteval constinit auto decltype noexcept static_assert alignas alignof typeid typeof
  try catch throw throws co_await co_yield co_return thread_local restrict size_of char8_t
  ${['const', 'static', 'dynamic', 'reinterpret'].map((kind) => `${kind}_cast`).join(' ')}`;
const cppCompilerWords =
  '__uuidof __super __event __interface __virtual_inheritance __single_inheritance __multiple_inheritance';

const name = String.raw`[a-zA-Z_]\w*`;
const decimal = digitsOf(digit.ten, "'?");
const exponent = exponentOf(decimal);
const wholeEnd = '[uUlL]*';

/** The end of what comes before the name of a function: a type, perhaps with stars. */
const returns = String.raw`(?<=\w[\s*]*[\s*]|\*\s*)`;
const functionName = rule(`(?=${name}\\s*\\()${returns}${name}(?=\\s*\\([^;]{0,1500}?\\)\\s*[{;])`, 'nf');

const comment = rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm');
const encoding = '(?:[LuU]|u8)?';
const escaped = String.raw`\\(?:x${digit.sixteen}{1,2}|[0-7]{1,3}|[^\n])`;

/** Modes of C and its kin, by what they have besides: rules that go first in statements; whether functions end, which Rouge sees in C alone. */
function modesOf(first: readonly Rule[], wordClass: (text: string) => string, nested = true): Modes {
  const statements: readonly Rule[] = [
    [/\s+|\\\n/u, ''],
    comment,
    rule(String.raw`\/\/(?:[^\n\\]|\\[\s\S])*`, 'c1'),
    rule('#(?<=^[ \\t]*#)', 'cp', 'macro'),
    rule(`(?=${name}:)(?<=^[ \\t]*)${name}:(?!:)`, 'nl'),
    ...first,
    rule(`${encoding}"`, 's', 'string'),
    rule(`${encoding}'(?:${escaped}|[^\\\\'\\n])'`, 'sc'),
    rule(`(?:[0-9]+\\.[0-9]*|\\.?[0-9]+)${exponentOf('[0-9]+')}${wholeEnd}`, 'mf'),
    rule(`0${anyCase('x')}${digit.sixteen}+${wholeEnd}`, 'mh'),
    rule(`0${digit.eight}+${wholeEnd}`, 'mo'),
    rule(`[0-9]+${wholeEnd}`, 'mi'),
    rule(String.raw`\*\/`, 'err'),
    rule(String.raw`[-+*\/%=<>!~^&|?:]`, 'o'),
    rule(String.raw`[()[\],;.]`, 'p'),
    rule(String.raw`case\b`, 'k', 'case'),
    rule(`${oneOf('NULL true false')}\\b`, 'nb'),
    rule(name, wordClass),
  ];
  const open = rule(String.raw`\{`, 'p', 'function');
  const close = rule(String.raw`\}`, 'p', '^');
  return {
    root: [functionName, open, ...(nested ? [] : [close]), ...statements],
    function: [...(nested ? [open, close] : [rule('[{}]', 'p')]), ...statements],
    template: [rule('[>;]', 'p', '^'), rule(`(typename)\\b(\\s*)(${name})?`, ['k', '', 'nc']), ...statements],
    case: [rule(':(?!:)', 'p', '^'), ...statements],
    macro: [
      rule(String.raw`(include)(\s*)("[^"]+"|<[^>]+>)([^\n]*)`, ['cp', '', 'cpf', 'c1']),
      rule(String.raw`\n`, 'cp', '^'),
      comment,
      rule(String.raw`[^\\\n\/]+|\\[\s\S]|\/`, 'cp'),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:x${digit.sixteen}{2,4}|[0-7]{1,3}|[\\"'abfnrtv])`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
  };
}

/** C. */
export const c: Language = {
  grammar: 'c',
  complete: true,
  modes: modesOf([], words({ k: keywords, kt: types, kr: compilerWords }, 'n')),
};

/** Literals of the library's units, such as `10ms` and `2i`. */
const units = oneOf('y d h min s ms us ns i if il');
const cppRules: readonly Rule[] = [
  rule(`(struct|class)\\b(\\s*)(${name})?`, ['k', '', 'nc']),
  rule(String.raw`${encoding}R"[^\s\\()]{0,16}\([\s\S]*?\)[^\s\\()"]{0,16}"`, 's'),
  rule(String.raw`template\b`, 'k', 'template'),
  rule(`${decimal}(?:\\.${decimal})?${units}\\b`, 'mx'),
  rule(`(?:${decimal}\\.(?:${decimal})?|\\.${decimal})(?:${exponent}${wholeEnd})?`, 'mf'),
  rule(`${decimal}${exponent}${wholeEnd}`, 'mf'),
  rule(`0${anyCase('x')}${digitsOf(digit.sixteen, "'?")}${wholeEnd}`, 'mh'),
  rule(`0${anyCase('b')}${digitsOf(digit.two, "'?")}`, 'mb'),
  rule(`0${digitsOf(digit.eight, "'?")}${wholeEnd}`, 'mo'),
  rule(`${decimal}${wholeEnd}`, 'mi'),
  rule(String.raw`nullptr\b`, 'nb'),
  rule(oneOf(':: <=>'), 'o'),
];

/** C++. */
export const cpp: Language = {
  grammar: 'cpp',
  complete: true,
  modes: modesOf(
    cppRules,
    words({ k: `${keywords} ${cppKeywords}`, kt: `bool ${types}`, kr: `${compilerWords} ${cppCompilerWords}` }, 'n'),
    false,
  ),
};
