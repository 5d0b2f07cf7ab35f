import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, lineComment, nestingComment, quotedToLast, rule, space } from './pieces.js';

const keywords = `
  match optional where return with unwind union call yield order by asc ascending desc descending skip limit distinct as
  create merge set delete detach remove foreach on join from in is null true false
  case when then else end starts ends using scan start
  load csv headers fieldterminator periodic commit
  index constraint assert unique drop cypher explain profile`;
const callClass = words(
  {
    nf: `
      abs ceil floor round sign rand sqrt exp log log10 e pi degrees radians haversin
      sin cos tan cot asin acos atan atan2
      avg collect count max min sum percentilecont percentiledisc stdev stdevp
      allshortestpaths shortestpath startnode endnode node nodes rel relationship relationships id keys labels type
      coalesce head last tail length size range reduce extract filter
      left right lower upper ltrim rtrim trim replace reverse split str substring tostring
      date timestamp tofloat toint tointeger`,
    k: keywords,
  },
  'n',
);
const wordClass = words({ ow: 'and or xor not in all any none single exists contains has', k: keywords }, 'n');

/** Cypher, Neo4j's queries. */
export const cypher: Language = {
  modes: {
    root: [
      space,
      lineComment('\\/\\/', 'c1'),
      rule('\\/\\*', 'cm', 'comment'),
      rule('[-*+<>=&|~%^]', 'o'),
      rule('[{}),;[\\]]', 'ss'),
      rule(`(\\w+)(:)(${blank}*)(-?[._0-9]+)`, ['nl', 'dl', 'w', 'm']),
      rule(`\\w+(?=${blank}*\\()`, (text) => callClass(text.toLowerCase()), 'call'),
      rule(':\\w+', 'nc'),
      rule('([0-9]+)(\\.\\.)(-?[0-9]+)', ['m', 'o', 'm']),
      rule(String.raw`(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+`, 'mf'),
      rule('0[0-7]+', 'mo'),
      rule('0[xX][0-9a-fA-F]+', 'mh'),
      rule('[0-9]+', 'mi'),
      rule('[.\\w]+:', 'py'),
      rule('\\(', 'ss'),
      rule('[.\\w$]+', (text) => wordClass(text.toLowerCase())),
      rule(quotedToLast('"'), 's2'),
      rule(quotedToLast("'"), 's1'),
      rule(quotedToLast('`'), 'sb'),
    ],
    call: [rule(`(${blank}*)(\\()`, ['w', 'ss'], '^')],
    comment: nestingComment('cm', 'comment'),
  },
};
