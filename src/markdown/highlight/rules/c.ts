import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';

const keywords = `
  auto break case const continue default do else enum extern for goto if register restricted return sizeof static struct switch typedef union
  volatile virtual while _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local`;
const types = `
  int long float short double char unsigned signed void jmp_buf FILE DIR div_t ldiv_t mbstate_t sig_atomic_t fpos_t clock_t time_t va_list
  size_t ssize_t off_t wchar_t ptrdiff_t wctrans_t wint_t wctype_t _Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t
  uint64_t int_least8_t int_least16_t int_least32_t int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t
  int_fast16_t int_fast32_t int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t char16_t
  char32_t`;
const reserved = `
  __asm __int8 __based __except __int16 __stdcall __cdecl __fastcall __int32 __declspec __finally __int61 __try __leave inline _inline __inline
  naked _naked __naked restrict _restrict __restrict thread _thread __thread typename _typename __typename`;
const cppKeywords = `
  asm auto catch char8_t concept consteval constexpr constinit const_cast co_await co_return co_yield delete dynamic_cast explicit export friend
  mutable namespace new operator private protected public reinterpret_cast requires restrict size_of static_cast this throw throws typeof typeid
  typename using virtual final override alignas alignof decltype noexcept static_assert thread_local try`;
const cppReserved =
  '__virtual_inheritance __uuidof __super __single_inheritance __multiple_inheritance __interface __event';

const name = '[a-zA-Z_][a-zA-Z0-9_]*';
/** The end of what comes before the name of a function: a type, perhaps with stars. */
const returns = String.raw`(?<=\w[\s*]*[\s*]|\*\s*)`;

const macroStart: Rule = [/#(?<=^[ \t]*#)/u, 'cp', 'macro'];
const label: Rule = [new RegExp(`(?=${name}:)(?<=^[ \\t]*)${name}:(?!:)`, 'u'), 'nl'];
const functionName: Rule = [
  new RegExp(`(?=${name}\\s*\\()${returns}${name}(?=\\s*\\([^;]{0,1500}?\\)\\s*[{;])`, 'u'),
  'nf',
];

const braces: Rule = [/[{}]/u, 'p'];
const blocks: readonly Rule[] = [
  [/\{/u, 'p', 'function'],
  [/\}/u, 'p', '^'],
];

/** Modes of C and its kin, by what they have besides: rules that go first in statements; whether functions end, which Rouge sees in C alone. */
function modesOf(first: readonly Rule[], wordClass: (text: string) => string, nested = true): Modes {
  const statements: readonly Rule[] = [
    [/\s+|\\\n/u, ''],
    [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//u, 'cm'],
    [/\/\/(?:\\[\s\S]|[^\n\\])*/u, 'c1'],
    macroStart,
    label,
    ...first,
    [/(?:u8|u|U|L)?"/u, 's', 'string'],
    [/(?:u8|u|U|L)?'(?:\\[^\n]|\\[0-7]{1,3}|\\x[a-fA-F0-9]{1,2}|[^\\'\n])'/u, 'sc'],
    [/(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+[luLU]*/u, 'mf'],
    [/0[xX][0-9a-fA-F]+[luLU]*/u, 'mh'],
    [/0[0-7]+[luLU]*/u, 'mo'],
    [/\d+[luLU]*/u, 'mi'],
    [/[~!%^&*+=|?:<>/-]/u, 'o'],
    [/[()[\],.;]/u, 'p'],
    [/case\b/u, 'k', 'case'],
    [/(?:true|false|NULL)\b/u, 'nb'],
    [new RegExp(name, 'u'), wordClass],
  ];
  return {
    root: [functionName, [/\{/u, 'p', 'function'], ...statements],
    function: [...(nested ? blocks : [braces]), ...statements],
    template: [[/[>;]/u, 'p', '^'], [new RegExp(`(typename)\\b(\\s*)(${name})?`, 'u'), ['k', '', 'nc']], ...statements],
    case: [[/:(?!:)/u, 'p', '^'], ...statements],
    macro: [
      [/(include)(\s*)(<[^>]+>|"[^"]+")([^\n]*)/u, ['cp', '', 'cpf', 'c1']],
      [/[^/\n\\]+/u, 'cp'],
      [/\\[\s\S]/u, 'cp'],
      [/\n/u, 'cp', '^'],
      [/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//u, 'cm'],
      [/\//u, 'cp'],
    ],
    string: [
      [/"/u, 's', '^'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/u, 'se'],
      [/[^\\"\n]+|\\\n|\\/u, 's'],
    ],
  };
}

const zones = {
  d1: 'sc',
  s1: 'sc',
  e1: 'sc',
  d2: 's',
  s2: 's',
  cd: 'cm',
  c: 'cm',
  sc: 'sc',
  sp: 'code',
  cp: 'code',
  sx: 's',
  sa: 's',
};

/** C. */
export const c: Language = {
  grammar: 'c',
  complete: true,
  zones,
  modes: modesOf([], words({ k: keywords, kt: types, kr: reserved }, 'n')),
};

const digits = String.raw`\d(?:'?\d)*`;
const className: Rule = [new RegExp(`(class|struct)\\b(\\s*)(${name})?`, 'u'), ['k', '', 'nc']];

/** C++. */
export const cpp: Language = {
  grammar: 'cpp',
  complete: true,
  zones,
  modes: modesOf(
    [
      className,
      [/(?:u8|u|U|L)?R"[^()\\\s]{0,16}\([\s\S]*?\)[^()\\\s"]{0,16}"/u, 's'],
      [/template\b/u, 'k', 'template'],
      [new RegExp(String.raw`${digits}(?:\.${digits})?(?:y|d|h|min|s|ms|us|ns|i|if|il)\b`, 'u'), 'mx'],
      [new RegExp(String.raw`(?:${digits}\.(?:${digits})?|\.${digits})(?:[eE][+-]?${digits}[luLU]*)?`, 'u'), 'mf'],
      [new RegExp(`${digits}[eE][+-]?${digits}[luLU]*`, 'u'), 'mf'],
      [/0[xX][0-9a-fA-F](?:'?[0-9a-fA-F])*[luLU]*/u, 'mh'],
      [/0[bB][01]+(?:'[01]+)*/u, 'mb'],
      [/0[0-7](?:'?[0-7])*[luLU]*/u, 'mo'],
      [new RegExp(`${digits}[luLU]*`, 'u'), 'mi'],
      [/nullptr\b/u, 'nb'],
      [/::|<=>/u, 'o'],
    ],
    words({ k: `${keywords} ${cppKeywords}`, kt: `${types} bool`, kr: `${reserved} ${cppReserved}` }, 'n'),
    false,
  ),
};
