import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, rule, wordEnd } from './pieces.js';
import { stanDistributions, stanFunctions } from './stan-words.js';

const endings = ['', ...'lpmf lupmf lpdf lcdf lccdf rng log cdf_log ccdf_log'.split(' ').map((end) => `_${end}`)];
const constants = 'pi e sqrt2 not_a_number positive_infinity negative_infinity machine_precision';
const callClass = words(
  {
    nb: `${stanFunctions} ${stanDistributions
      .trim()
      .split(/\s+/)
      .flatMap((name) => endings.map((end) => name + end))
      .join(' ')}`,
    kc: constants,
  },
  'nf',
);
const wordClass = words(
  {
    k: 'if else while for break continue print reject return',
    kt: `
      int real vector ordered positive_ordered simplex unit_vector row_vector matrix cholesky_factor_corr cholesky_factor_cov corr_matrix
      cov_matrix data void complex array`,
    kr: `
      for in while repeat until if then else true false target functions model data parameters quantities transformed generated var fvar STAN_MAJOR
      STAN_MINOR STAN_PATCH STAN_MATH_MAJOR STAN_MATH_MINOR STAN_MATH_PATCH alignas alignof and and_eq asm auto bitand bitor bool break case catch
      char char16_t char32_t class compl const constexpr const_cast continue decltype default delete do double dynamic_cast enum explicit export
      extern float friend goto inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public
      register reinterpret_cast return short signed sizeof static static_assert static_cast struct switch template this thread_local throw try
      typedef typeid typename union unsigned using virtual void volatile wchar_t xor xor_eq`,
  },
  'nv',
);

const name = '[a-zA-Z_]\\w*';
const call = `${name}(?=\\([^;]*?\\))`;
/** What is between the letters of a type. */
const typeEnd = '(?:[\\t-\\r ]+(?:\\[[0-9, ]\\][\\t-\\r ]+)?|\\[[0-9, ]\\][\\t-\\r ]+)';
const number = '(?:(?:[0-9]+\\.[0-9]*|\\.?[0-9]+)e[+-]?[0-9]+|[0-9]*\\.[0-9]+|[0-9]+)';
const gap = String.raw`(?:[\t-\r ]|\/\/[^\n]*\n|\/\*[^\n]*?\*\/)+`;

const gaps: readonly Rule[] = [
  rule('\\n+', ''),
  lineComment('\\/\\/', 'c1'),
  rule('[ \\t\\r]+', ''),
  rule(String.raw`\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\/`, 'cm'),
];
const directives: readonly Rule[] = [rule('#include', 'cp', 'include'), lineComment('#', 'gd')];
const scope: readonly Rule[] = [
  ...gaps,
  // Letters that stand alone before a call are taken for its type.
  rule(`((?:[a-z_]${typeEnd}){1,30})(?=${call})`, ['>root']),
  rule(call, callClass),
  rule('\\{', 'p', 'block'),
  rule('\\(', 'p', 'group'),
  ...directives,
  rule('"', 's'),
  rule(`${number}${gap}[+-]${gap}${number}i|${number}i`, 'mf'),
  rule('(?:[0-9]+\\.[0-9]*|\\.?[0-9]+)e[+-]?[0-9]+|[0-9]*\\.[0-9]+', 'mf'),
  rule('[0-9]+', 'mi'),
  rule('\\*\\/', 'err'),
  rule(String.raw`[=<>!+\-*\/^'\\~?:]|&&|\|\||\.[+\-*\/^]`, 'o'),
  rule('[[\\],.;]|\\|(?!\\|)', 'p'),
  rule(`T${wordEnd}`, 'kr'),
  rule(`(?:lower|upper)${wordEnd}`, 'na'),
  rule(name, wordClass),
];

/** Stan, a language for models of statistics. */
export const stan: Language = {
  modes: {
    root: [
      ...gaps,
      ...directives,
      rule('functions|(?:transformed[\\t-\\r ]+)?(?:data|parameters)|model|generated[\\t-\\r ]+quantities', 'nn'),
      ...scope,
    ],
    include: [rule('([\\t-\\r ]+)([^\\t-\\r ]+)([\\t-\\r ]*)', ['', 'cpf', ''], '^')],
    block: [...scope, rule('\\}', 'p', '^')],
    group: [...scope, rule('\\)', 'p', '^')],
  },
};
