import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, lineStart, oneOf, rule, space, wordEnd } from './pieces.js';
import { praatFunctions, praatKeywords, praatObjects } from './praat-words.js';

const interpolated = rule(String.raw`'[._a-z][^[\]'":]*(?:\[(?:[0-9,]+|"[\w,]+")\])?(?::[0-9]+)?'`, 'si');
const operators: readonly Rule[] = [
  rule(String.raw`[+\/*<>=!\-]=?|[&*|][&*|]?|\^|<>`, 'o'),
  rule('(?:and|or|not|div|mod)(?![\\w.])', 'ow'),
];
const number: readonly Rule[] = [
  rule('\\n', '', '^'),
  rule(String.raw`[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?%?`, 'm'),
];
const objects = oneOf(praatObjects);
const called = `(?=${blank}*[:(])`;
const calls: readonly Rule[] = [
  rule(`${oneOf(praatFunctions.texts)}\\$${called}`, 'nf', 'function'),
  rule(`${oneOf(praatFunctions.arrays)}#${called}`, 'nf', 'function'),
  rule(`${oneOf(praatFunctions.numbers)}${called}`, 'nf', 'function'),
];
const variables: readonly Rule[] = [
  ...operators,
  ...number,
  rule(`(?:praatVersion|tab|newline|(?:shell|home|preferences|temporary|default)Directory)\\$`, 'nb'),
  rule(
    `${oneOf('all average e left macintosh mono pi praatVersion right stereo undefined unix windows')}(?!\\$)${wordEnd}`,
    'nb',
  ),
  rule(`(?:Object|${objects})_`, 'nb', 'object'),
  rule('\\.?[a-z][a-zA-Z0-9_.]*[$#]?', ''),
  rule('[[\\]]', '', 'list'),
  interpolated,
];
const commentLine = rule(`(${blank}+)(#[^\\n]*)`, ['', 'c1']);
const continued = rule(`\\n${blank}*\\.{3}`, 'p');

/** Praat's scripts. */
export const praat: Language = {
  modes: {
    root: [
      commentLine,
      rule(`${lineStart}#[^\\n]*|;[^\\n]*`, 'c1'),
      space,
      rule(`(procedure)(${blank}+)`, ['k', ''], 'definition'),
      rule(`(call)(${blank}+)`, ['k', ''], 'call'),
      rule('@', 'nf', 'call'),
      ...calls,
      rule(`(?:select all|${oneOf(praatKeywords)})${wordEnd}`, 'k'),
      rule(`(form)(${blank}+)([^\\n]+)`, ['k', '', 's'], 'form'),
      rule(
        `(print(?:line|tab)?|echo|exit|asserterror|pause|send(?:praat|socket)|include|execute|system(?:_nocheck)?)(${blank}+)`,
        ['k', ''],
        'bareText',
      ),
      rule(`(goto|label)(${blank}+)(\\w+)`, ['k', '', 'nl']),
      ...variables,
      rule('"', 's', 'string'),
      rule(`${objects}(?=${blank}+[^\\t-\\r ]+\\n)`, 'nc', 'bareText'),
      rule('(?=[A-Z])', '', 'command'),
      rule(String.raw`\.{3}|[)(,$]`, 'p'),
    ],
    command: [
      rule(` ?[^\\t-\\r :.']+ ?`, 'k'),
      interpolated,
      rule('\\.{3}', 'k', '=arguments'),
      rule(':', 'k', '=list'),
      rule(blank, '', '^'),
    ],
    call: [
      interpolated,
      rule(`:|${blank}*\\(`, 'p', '^'),
      rule("'|[^:('\\t-\\r ]+", 'nf'),
      rule(`(?=${blank})`, '', '=arguments'),
    ],
    definition: [rule(`:|${blank}*\\(`, 'p', '^'), rule('[^:(\\t-\\r ]+', 'nf'), rule(`${blank}+`, '', '^')],
    function: [space, rule('[:(]', '', '=list')],
    list: [
      rule(`(${blank}*\\n${blank}*)(\\.{3})`, ['', 'p']),
      rule(`${blank}*[\\])\\n]`, '', '^'),
      space,
      rule('"', 's', 'string'),
      rule(`(?:if|then|else|fi|endif)${wordEnd}`, 'k'),
      ...calls,
      ...variables,
      rule('[()]', ''),
      rule(',', 'p'),
    ],
    arguments: [rule('\\n', '', '^'), ...variables, rule('"', 's', 'string'), rule('[^\\n]', '')],
    number,
    object: [
      interpolated,
      rule('[a-z][a-zA-Z0-9_]*|[0-9]+', 'nb'),
      rule(`\\.(?:ncol|nrow|[xy]min|[xy]max|n[xy]|d[xy])${wordEnd}`, 'nb', '^'),
      rule('\\$', 'nb'),
      rule('\\[', '', '^'),
    ],
    bareText: [continued, rule('\\n', '', '^'), rule(blank, ''), interpolated, rule("'|[^'\\n]+", 's')],
    string: [continued, rule('"', 's', '^'), interpolated, rule(`'|[^'"\\n]+`, 's')],
    form: [
      commentLine,
      space,
      rule('(optionmenu|choice)([ \\t]+[^\\t-\\r ]+:[ \\t]+)', ['k', ''], 'number'),
      rule('(option|button)([ \\t]+)', ['k', ''], 'bareText'),
      rule('(sentence|text)([ \\t]+[^\\t-\\r ]+)', ['k', ''], 'bareText'),
      rule('(word)([ \\t]+[^\\t-\\r ]+[ \\t]*)([^\\t-\\r ]+)?([ \\t]+[^\\n]*)?', ['k', '', 's', '']),
      rule(`(boolean)(${blank}+[^\\t-\\r ]+${blank}*)(0|1|"?(?:yes|no)"?)`, ['k', '', 'nv']),
      rule('(real|natural|positive|integer)([ \\t]+[^\\t-\\r ]+[ \\t]*)([+-]?)', ['k', '', 'o'], 'number'),
      rule(`(comment)(${blank}+)`, ['k', ''], 'bareText'),
      rule(`endform${wordEnd}`, 'k', '^'),
    ],
  },
};
