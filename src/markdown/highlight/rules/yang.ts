import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, rule, wordBoundary } from './pieces.js';

const wordClass = words(
  {
    kd: `
      module submodule belongs-to namespace prefix yang-version
      organization contact description reference revision
      import include revision-date
      extension argument feature identity typedef grouping rpc action notification input output augment deviation if-feature
      container leaf leaf-list list choice case anydata anyxml uses refine when must presence config deviate
      type units default base bit enum value position length range pattern modifier path status fraction-digits
      min-elements max-elements ordered-by error-message error-app-tag require-instance yin-element
      key unique mandatory`,
    kt: `
      ${'8 16 32 64'.replace(/\d+/g, 'int$& uint$&')} binary bits boolean decimal64 empty enumeration identityref
      instance-identifier leafref string union`,
    no: 'true false current deprecated obsolete add delete replace not-supported min max unbounded user invert-match',
  },
  'n',
);
const beforeEnd = String.raw`(?=[\t-\r {};])`;

/** YANG, which models networks. */
export const yang: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      rule('[{};]+', 'p'),
      rule(String.raw`(?:and|or|not|\+|\.)(?![\w-])`, 'o'),
      // A string without an end has it at the last quote, though that is escaped.
      rule(String.raw`"(?:[^"\\]|\\"?)*"`, 's2'),
      rule(String.raw`'(?:[^'\\]|\\'?)*'`, 's1'),
      rule('\\/\\*', 'c', 'comment'),
      rule('\\/\\/[^\\n]*', 'c'),
      rule(`([\\w.-]+)(:)([\\w.-]+)${beforeEnd}`, ['nn', 'p', 'n']),
      rule(`[0-9]{4}-[0-9]{2}-[0-9]{2}${beforeEnd}`, 'nl'),
      rule(`[0-9]+\\.[0-9]+${beforeEnd}`, 'mf'),
      rule(`[0-9]+${beforeEnd}`, 'mi'),
      rule(String.raw`[\w-]+(?=[^\w:-])${wordBoundary}`, (text) => wordClass(text.toLowerCase())),
      rule(String.raw`[^;{}\t-\r '"]+`, 'n'),
    ],
    comment: [rule('\\/\\*', 'c', 'comment'), rule('\\*\\/', 'c', '^'), rule('[^*\\/]+|[*\\/]', 'c')],
  },
};
