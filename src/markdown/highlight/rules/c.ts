import type { Language } from '../language.js';
import { words } from '../rule.js';
import { type CFamily, cModes, cName, cSpace } from './c-family.js';
import { digit, digitsOf, exponentOf, leave, oneOf, rule, wordEnd } from './pieces.js';

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
export const cCompilerWords = `
  ${['inline', 'naked', 'restrict', 'thread', 'typename'].flatMap((word) => [word, `_${word}`, `__${word}`]).join(' ')}
  __asm __declspec __based __cdecl __stdcall __fastcall __try __except __finally __leave __int8 __int16 __int32 __int61`;

/** What C++ adds: classes and their members, templates, types at compile time, exceptions, coroutines, casts. */
const cppKeywords = `
  namespace using friend explicit mutable operator this new delete private protected public virtual override final export asm
  typename concept requires constexpr consteval constinit auto decltype noexcept static_assert alignas alignof typeid
  try catch throw throws co_await co_yield co_return thread_local restrict size_of char8_t
  ${['const', 'static', 'dynamic', 'reinterpret'].map((kind) => `${kind}_cast`).join(' ')}`;
const cppCompilerWords =
  '__uuidof __super __event __interface __virtual_inheritance __single_inheritance __multiple_inheritance';

const decimal = digitsOf(digit.ten, "'?");
const exponent = exponentOf(decimal);
const wholeEnd = '[uUlL]*';

/** The classes of C's words. */
export const cWords = words({ k: keywords, kt: types, kr: cCompilerWords }, 'n');

/** C. */
export const c: Language = { modes: cModes({ wordClass: cWords, caseEnd: ':' }) };

/** Literals of the library's units, such as `10ms` and `2i`. */
const units = oneOf('y d h min s ms us ns i if il');

/** What C++ has beside C. */
export const cppFamily: CFamily = {
  top: [rule(`(?:__offload|__blockingoffload|__outer)${wordEnd}`, 'kp')],
  first: [
    rule(`(?:struct|class)${wordEnd}`, 'k', 'className'),
    rule(`template${wordEnd}`, 'k', 'template'),
    rule(`${decimal}(?:\\.${decimal})?${units}${wordEnd}`, 'mx'),
    rule(`(?:${decimal}\\.(?:${decimal})?|\\.${decimal})(?:${exponent}${wholeEnd})?`, 'mf'),
    rule(`${decimal}${exponent}${wholeEnd}`, 'mf'),
    rule(`0[xX]${digitsOf(digit.sixteen, "'?")}${wholeEnd}`, 'mh'),
    rule("0b[01]+(?:'[01]+)*", 'mb'),
    rule(`0${digitsOf(digit.eight, "'?")}${wholeEnd}`, 'mo'),
    rule(`${decimal}${wholeEnd}`, 'mi'),
    rule(`nullptr${wordEnd}`, 'nb'),
    rule(String.raw`(?:u8|u|U|L)?R"(?<mark>[a-zA-Z0-9_{}[\]#<>%:;.?*+\-\/^&|~!=,"']{0,16})\([\s\S]*?\)\k<mark>"`, 's'),
    rule('::|<=>', 'o'),
    rule('[{}]', 'p'),
  ],
  wordClass: words(
    { k: `${keywords} ${cppKeywords}`, kt: `bool ${types}`, kr: `${cCompilerWords} ${cppCompilerWords}` },
    'n',
  ),
  caseEnd: ':(?!:)',
  more: (statements) => ({
    className: [rule(cName, 'nc', '^'), ...cSpace, rule(String.raw`\.{3}`, 'o'), rule(',', 'p', '^'), leave],
    template: [rule('[>;]', 'p', '^'), rule(`typename${wordEnd}`, 'k', 'className'), ...statements],
  }),
};

/** C++. */
export const cpp: Language = { modes: cModes(cppFamily) };
