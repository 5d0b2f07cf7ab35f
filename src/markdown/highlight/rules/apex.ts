import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blockComment, lineComment, rule, space, stringBody, wordEnd } from './pieces.js';

const wordClass = words(
  {
    k: `
      if else for while do switch case default break continue goto return try catch finally throw
      new this instanceof assert insert update delete
      select from where like typeof end using scope with data category group by rollup cube having order asc desc nulls first
      last limit offset view reference tracking viewstat or and`,
    kd: `
      public private protected global abstract virtual static final const transient volatile native synchronized
      enum extends implements super throws sharing without inherited testmethod`,
    kt: 'boolean byte char double float int long short var void',
    kc: 'true false null',
    kn: 'package',
  },
  'n',
);
const id = '[a-zA-Z_][a-zA-Z0-9_]*';
const digits = '(?:[0-9]_+[0-9]|[0-9])+';
const escapes = [rule(String.raw`\\[btnfr\\"']`, 'se')];

/** Apex, Salesforce's language, with the words of its queries. */
export const apex: Language = {
  modes: {
    root: [
      space,
      lineComment('\\/\\/', 'c1'),
      blockComment('cm'),
      rule(`(?:class|interface)${wordEnd}`, 'kd', 'class'),
      rule(`import${wordEnd}`, 'kn', 'import'),
      rule(`@${id}[:(]?`, 'nd'),
      rule(`([$.]?)(${id})(:)`, ['o', 'nl', 'p']),
      rule(`([$.]?)(${id})(\\()`, ['o', 'nf', 'p']),
      rule(`(\\.)(${id})`, ['o', 'py']),
      rule(`\\$?${id}`, (text) => wordClass(text.toLowerCase())),
      rule('"', 's2', 'double'),
      rule("'", 's1', 'single'),
      rule(`${digits}\\.${digits}(?:[eE]${digits})?[fd]?`, 'mf'),
      rule('0[bB](?:[01]_+[01]|[01])+', 'mb'),
      rule('0[xX](?:[0-9a-fA-F]_+[0-9a-fA-F]|[0-9a-fA-F])+', 'mh'),
      rule('0(?:[0-7]_+[0-7]|[0-7])+', 'mo'),
      rule(`${digits}L?`, 'mi'),
      rule(String.raw`[-+\/*~^!%&<>|=.?]`, 'o'),
      rule('[[\\](){},:;]', 'p'),
    ],
    class: [space, rule(id, 'nc', '^')],
    import: [space, rule('[a-zA-Z0-9_.]+\\*?', 'nn', '^')],
    double: stringBody('"', 's2', escapes),
    single: stringBody("'", 's2', escapes),
  },
};
