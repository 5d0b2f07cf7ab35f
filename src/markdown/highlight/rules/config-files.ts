import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { leave, lineComment, oneOf, rule, space, stringBody } from './pieces.js';

/** A value in a directive of nginx, by its shape. */
function nginxValue(text: string): string {
  if (text === 'on' || text === 'off') return 'no';
  if (text.startsWith('$')) return 'nv';
  if (text.startsWith('/')) return 'n';
  if (/^[a-z-]+\/[a-z-]+/i.test(text)) return 'nc';
  return /^\d+[kmg]?$/i.test(text) ? 'mi' : 's';
}

const nginxName = '[^\\s#{}$();]+';
const nginxStart: readonly Rule[] = [space, lineComment('#', 'c1')];

function nginxDirective(as: string): Rule {
  return rule(nginxName, as, 'values');
}

/** Configuration of nginx: a directive's name, then its values up to `;` or a block. */
export const nginx: Language = {
  modes: {
    root: [...nginxStart, rule(`(include)(\\s+)([^\\s;]+)`, ['k', '', 'n']), nginxDirective('k'), rule('[;$]', '')],
    block: [...nginxStart, rule('\\}', 'p', '^'), nginxDirective('kn'), rule('[;$]', '')],
    values: [
      ...nginxStart,
      rule(';', 'p', '^'),
      rule('\\{', 'p', '=block'),
      rule('(~)(\\s*)([^\\s{]+)', ['p', '', 'sr']),
      rule('([-.\\w]+)(:)(\\d+)', ['nf', 'p', 'mi']),
      rule('[~=:]', 'p'),
      rule('\\$[-\\w]+', nginxValue),
      rule('\\$', ''),
      rule('\\d+[kmgKMG]?\\b', 'mi'),
      rule('(?:on|off)\\b', nginxValue),
      rule('[a-zA-Z-]+\\/[a-zA-Z-]+', nginxValue),
      rule(`\\/(?:${nginxName})?`, nginxValue),
      rule('[^\\s#{}$;\\\\]+', nginxValue),
    ],
  },
};

const makeVariable = rule(String.raw`\$[({][ \t]*\w[\w:=%.]*[ \t]*[)}]`, 'nv');
const shellWords = oneOf(
  'echo rm cp mv mkdir rmdir cd test touch install ln cat sort tar grep sed awk true false exit printf export set',
);

const makeCondition = rule(`(${oneOf('ifeq ifneq ifdef ifndef')})([\\t ]+)([^\\n#]+)`, ['k', '', 'nv']);

const makeFunctions = oneOf(`
  subst patsubst strip findstring filter filter-out sort word words wordlist firstword lastword
  dir notdir suffix basename addsuffix addprefix join wildcard realpath abspath
  if or and foreach call value eval file origin flavor error warning shell`);
/** What the shell and make share in a line. */
const makeLine: readonly Rule[] = [
  rule(`(\\$[({])([\\t ]*)(${makeFunctions})([\\t ]+)`, ['nf', '', 'nb', ''], 'call'),
  makeVariable,
  rule(String.raw`\\[\s\S]`, 'se'),
  rule(String.raw`\$[({](?=[\t ]*[a-z])`, 'nf'),
  rule('#[^\\n]*', 'c'),
  rule(`${shellWords}\\b(?![.-])`, 'nb'),
  rule('"', 's2', 'double'),
  rule(`'[^'\\n]*'`, 's1'),
  rule(String.raw`\$[@<^?*+%$]`, 'nv'),
  rule(String.raw`(?<![\w.])--?[\w-]+`, 'nt'),
  rule(String.raw`[(){}[\]=!>]|&&|\|\|`, 'o'),
  rule(';', 'p'),
  rule(String.raw`\*`, 'k'),
  rule(String.raw`[^\s\\$"'#=(){}[\]!>&|;*]+|[^\n]`, ''),
];

/** Makefiles: variables, targets with what they stand on, and lines for the shell. */
export const make: Language = {
  modes: {
    root: [
      space,
      rule('#[^\\n]*\\n', 'c'),
      makeCondition,
      rule('(?:endif|else)[\\t ]*(?=\\n|#)', 'k'),
      rule('export[\\t ]+', 'k'),
      rule('([-s]?include)([\\t ][^\\n#]*)', ['k', 'sx']),
      rule('([-.\\w(){}$]{1,200})([\\t ]*)([:?+!]?=)', ['nv', '', 'o'], 'line'),
      rule('([^:\\n]{1,500})(:+)([\\t ]*)', ['nl', 'o', ''], 'needs'),
    ],
    needs: [
      rule('\\n', '', '=recipe'),
      rule('\\\\[\\s\\S]', ''),
      rule('#[^\\n]*', 'c'),
      rule(',', 'p'),
      rule('[^\\n#,\\\\]+', 'nf'),
    ],
    recipe: [makeCondition, rule('(\\t\\s*?)([@-]?)(?=\\S)', ['', 'p'], 'line'), leave],
    line: [rule('\\n', '', '^'), ...makeLine],
    call: [rule('[)}]', 'nf', '^'), rule('[({]', 'o', 'group'), ...makeLine],
    group: [rule('[)}]', 'o', '^'), rule('[({]', 'o', 'group'), ...makeLine],
    double: [
      makeVariable,
      rule(String.raw`\$[\w@<^]`, 'nv'),
      ...stringBody('"', 's2', [rule(String.raw`\\[^\n]`, 'se')], '\\\\$'),
      rule('\\$', 's2'),
    ],
  },
};

const graphqlName = '[_A-Za-z]\\w*';

/** GraphQL. */
export const graphql: Language = {
  modes: {
    root: [
      [/\s+/u, 'w'],
      lineComment('#', 'c'),
      rule(
        `(?:${oneOf('query mutation subscription fragment scalar type interface enum input schema union extend implements')})\\b`,
        'k',
      ),
      rule('(\\.{3})(\\s+)(on)\\b', ['p', 'w', 'k']),
      rule(String.raw`on(?=\s+\p{Lu})`, 'k'),
      rule(`@${graphqlName}`, 'k'),
      rule(`\\$${graphqlName}`, 'nv'),
      rule(`(?<=:\\s*\\[?)${oneOf('Int Float String Boolean ID')}\\b`, 'nb'),
      rule('(?:true|false|null)\\b', 'kc'),
      rule(graphqlName, 'n'),
      rule('"""[\\s\\S]*?"""', 's2'),
      rule('"(?:[^"\\\\\\n]|\\\\[^\\n])*"', 's2'),
      rule('-?[0-9]+(?:\\.[0-9]+|[eE][-+]?[0-9]+)+', 'mf'),
      rule('-?[0-9]+', 'mi'),
      rule(String.raw`\.{3}|[!,:=|(){}[\]]`, 'p'),
    ],
  },
};
