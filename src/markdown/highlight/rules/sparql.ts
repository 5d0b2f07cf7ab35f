import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, digit, leave, lineComment, rule, wordEnd } from './pieces.js';

const letter = String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}`;
const wordClass = words(
  {
    nb: `
      abs ceil floor round rand
      str lang langmatches datatype bound iri uri bnode
      concat strlen substr replace ucase lcase encode_for_uri contains strstarts strends strbefore strafter regex
      year month day hours minutes seconds timezone tz now uuid struuid
      md5 sha1 sha256 sha384 sha512
      coalesce if strlang strdt sameterm
      count sum min max avg sample group_concat separator`,
    k: `
      base prefix select construct describe ask distinct reduced as from named where
      group by having order asc desc limit offset values bind bindings undef
      optional graph union filter exists not in minus service silent
      load clear drop create add move copy to insert delete data with using default all`,
  },
  'err',
);

/** Strings between a quote, and between three. */
function stringsOf(quote: string, as: string): [one: Rule[], three: Rule[]] {
  const inside = [
    rule(String.raw`\\(?:[tbnrf"'\\]|u${digit.sixteen}{4}|U${digit.sixteen}{8})`, 'se'),
    rule('\\\\', as),
    rule(`[^${quote}\\\\]+`, as),
  ];
  return [
    [rule(quote, as, '=end'), ...inside],
    [rule(quote.repeat(3), as, '=end'), rule(quote, as), ...inside],
  ];
}

const [double, longDouble] = stringsOf('"', 's2');
const [single, longSingle] = stringsOf("'", 's1');

/** SPARQL. */
export const sparql: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      lineComment('#', 'c1'),
      rule('"""', 's2', 'longDouble'),
      rule('"', 's2', 'double'),
      rule("'''", 's1', 'longSingle'),
      rule("'", 's1', 'single'),
      rule(`[$?][${letter}]+`, 'nv'),
      rule(`([${letter}-]*)(:)([${letter}-]*)`, ['nn', 'o', 'ss']),
      rule('<[^>]*>', 'nn'),
      rule(`${anyCase('true')}|${anyCase('false')}`, 'kc'),
      rule(`a${wordEnd}`, 'k'),
      rule(String.raw`[a-zA-Z\u017f\u212a][${letter}]+`, (text) => wordClass(text.toLowerCase())),
      rule(String.raw`[+-]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?`, 'mf'),
      rule('[+-]?[0-9]+', 'mi'),
      rule('[\\][(){}.,;=]', 'p'),
      rule(String.raw`[\/?*+!>]|<+|&&|\|\||\^\^`, 'o'),
    ],
    double,
    longDouble,
    single,
    longSingle,
    end: [rule('(@)([a-zA-Z]+(?:-[a-zA-Z0-9]+)*)', ['o', 'py']), rule('\\^\\^', 'o'), leave],
  },
};
