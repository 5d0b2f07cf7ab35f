import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blockComment, digit, lineComment, rule, space, stringBody } from './pieces.js';

const wordClass = words(
  {
    k: 'local self super for in if then else import importstr error assert tailstrict',
    kd: 'function',
    kc: 'null true false',
    nb: `
      abs max min pow exp log exponent mantissa floor ceil sqrt sin cos tan asin acos atan mod
      type length objectHas objectFields thisFile force format assertEqual
      toString codepoint char substr split stringChars join lines escapeStringBash escapeStringDollars escapeStringJson
      escapeStringPython manifestIni manifestPython manifestPythonVars
      makeArray map filter filterMap foldl foldr flattenArrays range sort uniq set setInter setUnion setDiff setMember`,
  },
  'nx',
);
const whole = '-?(?:0|[1-9][0-9]*)';
const exponent = '(?:[eE][+-][0-9]+)?';
const escapes = [rule(`\\\\(?:u${digit.sixteen}{4}|[^\\n])`, 'se')];

/** Jsonnet. */
export const jsonnet: Language = {
  modes: {
    root: [
      space,
      lineComment('(?:\\/\\/|#)', 'c1'),
      blockComment('cm'),
      rule(`${whole}\\.[0-9]+${exponent}`, 'mf'),
      rule(whole + exponent, 'mi'),
      rule('[{}:.,;+[\\]=%()]', 'p'),
      rule('"', 's', 'double'),
      rule("'", 's', 'single'),
      rule('\\|\\|\\|', 's', 'block'),
      rule('\\$', 'k'),
      rule('[a-zA-Z_][a-zA-Z0-9_]*', wordClass),
    ],
    double: stringBody('"', 's', escapes),
    single: stringBody("'", 's', escapes),
    block: [...escapes, rule('\\|\\|\\|', 's', '^'), rule('[^|\\\\]+|\\|', 's')],
  },
};
