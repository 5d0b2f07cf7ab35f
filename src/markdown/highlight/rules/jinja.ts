import type { Language } from '../language.js';
import { readTemplate } from '../markup-feed.js';
import { type Modes, type Rule, words } from '../rule.js';
import { blank, quotedInLine, rule } from './pieces.js';

/** A tag that what stands up to its end tag is kept from being read by. */
function verbatimTag(name: string, to: string): Rule {
  return rule(String.raw`(\{%-?)(${blank}*)(${name})(${blank}*)(-?%\})`, ['cp', '', 'k', '', 'cp'], to);
}

const values: readonly Rule[] = [
  rule(String.raw`(\|${blank}*)(\w+)`, ['o', 'nf']),
  rule(quotedInLine('"'), 's2'),
  rule(quotedInLine("'"), 's1'),
  rule('[-+*\\/=<>]|!=', 'o'),
  rule('[,[\\]()]', 'p'),
  rule(`${blank}+`, ''),
];
const verbatim: readonly Rule[] = [rule('[^{]+|\\{', '')];
const word = String.raw`\w+\.?`;

function template(wordClasses: Readonly<Record<string, string>>): Language {
  const modes: Modes = {
    root: [
      rule('\\{#', 'c', 'comment'),
      rule('##[^\\n]*', 'c'),
      verbatimTag('raw', 'raw'),
      verbatimTag('verbatim', 'verbatim'),
      rule('\\{%', 'cp', 'statement'),
      rule('\\{\\{', 'cp', 'expression'),
      rule(String.raw`[\s\S](?:(?!\{[{%#]|##)[^\\])*`, 'html'),
    ],
    comment: [rule('#\\}', 'c', '^'), rule('[^#]+|#', 'c')],
    expression: [rule(word, 'nv'), ...values, rule(String.raw`[%}]\}`, 'cp', '^')],
    statement: [rule(word, words(wordClasses, 'nv')), ...values, rule('%\\}', 'cp', '^')],
    raw: [verbatimTag('endraw', '^'), ...verbatim],
    verbatim: [verbatimTag('endverbatim', '^'), ...verbatim],
  };
  return { read: (code, emit) => readTemplate(modes, code, emit) };
}

const shared = `as do else extends from import include with without autoescape endautoescape block endblock filter endfilter
  for endfor if endif macro endmacro set endset`;

/** Jinja and Django's templates. */
export const jinja: Language = template({
  k: `${shared} context ignore missing reversed recursive scoped call endcall trans endtrans endwith`,
  kp: 'true false none True False None',
  ow: 'is in and or not',
  nb: `callable defined divisibleby equalto escaped even iterable lower mapping number odd sameas sequence string undefined
    upper`,
});

/** Twig. */
export const twig: Language = template({
  k: `${shared} flush use starts ends embed endembed sandbox endsandbox spaceless endspaceless`,
  kp: 'true false none',
  ow: 'is in and or not',
  nb: 'constant defined divisibleby empty even iterable null odd sameas',
});
