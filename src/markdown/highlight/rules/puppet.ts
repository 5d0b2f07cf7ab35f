import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, leave, oneOf, rule, space, wordEnd } from './pieces.js';

const id = String.raw`[a-z]\w*`;
const name = String.raw`(?:::)?(?:${id}::)*\w+`;
const gaps = [space, rule('#[^\\n]*\\n', 'c')];

/** Puppet's manifests. */
export const puppet: Language = {
  modes: {
    root: [
      ...gaps,
      rule(`\\$${name}`, 'nv'),
      rule(`${id}(?=${blank}*[=+]>)`, words({ kp: 'before require notify subscribe' }, 'py')),
      rule(`${name}(?=${blank}*\\()`, 'nf'),
      rule(String.raw`[A-Z]\w*`, 'nc'),
      rule(String.raw`[+=|~\-]>|<[|~\-]|[|:}();[\]]`, 'p'),
      // After these a regular expression may stand.
      rule('[{,]', 'p', 'expression'),
      rule(`${oneOf('in and or')}${wordEnd}`, 'ow'),
      rule('[=!<>]=', 'o'),
      rule('[=!]~', 'o', 'expression'),
      rule(String.raw`[.=<>!+*\/\-]`, 'o'),
      rule(`(class|include)(${blank}*)(${name})`, ['k', '', 'nc']),
      rule(`node${wordEnd}`, 'k', 'expression'),
      rule(String.raw`'(?:(?:\\[\\']|\\(?![\\'])|[^'\\])*|[\s\S]*)'`, 's1'),
      rule('"', 's2', 'string'),
      rule(String.raw`\d+(?:\.\d+)?(?:e[+-]\d+)?`, 'm'),
      rule(
        name,
        words(
          { k: 'and case class default define else elsif if in import inherits node unless', kc: 'false true undef' },
          'n',
        ),
      ),
    ],
    expression: [...gaps, rule('\\/', 'sr', 'regex'), leave],
    regex: [
      rule('\\/', 'sr', '^'),
      rule(String.raw`\\[^\n]`, 'se'),
      rule('[(){}]', 'si'),
      rule('\\[', 'si', 'set'),
      rule('[^\\n]', 'sr'),
    ],
    set: [
      rule('\\]', 'si', '^'),
      rule('-(?=\\])', 'sr'),
      rule('-', 'si'),
      rule(String.raw`\\[^\n]`, 'se'),
      rule(String.raw`[^\\\]\-]+`, 'sr'),
    ],
    string: [
      rule('"', 's2', '^'),
      rule('[^$\\\\"]+', 's2'),
      rule(String.raw`\\[\s\S]`, 'se'),
      rule(`\\$(?:${name}|\\{${name}\\})`, 'nv'),
    ],
  },
};
