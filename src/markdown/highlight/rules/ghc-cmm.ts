import type { Language } from '../language.js';
import { dumpHead } from './ghc-core.js';
import { blank, oneOf, rule, space } from './pieces.js';

/** White space or a comment, which may go on to the end of a later line; what stands for it is read by itself. */
const gap = String.raw`(?:[\t-\r ]|\/\/[\s\S]*?\n|\/\*(?:[^*]|\*[^\/])*\*+\/)`;
/** Any number of them, of which the first comment to the end of a line may hold all others. */
const ownGaps = String.raw`(?:[\t-\r ]|\/\/[^\n]*\n|\/\*(?:[^*]|\*[^\/])*\*+\/)*`;
const gaps = String.raw`(?:${ownGaps}(?:\/\/[\s\S]*?\n${ownGaps})?)`;
const id = "(?:(?!#[a-zA-Z])[\\w#$%']+)";
const complexId = "(?:\\(,?\\)|\\[\\]|[\\w#$%'])*[\\w#$%']";
const wordsBeforeGap = oneOf('if else goto call offset import jump ccall foreign prim case unwind export reserve push');

const comments = [
  rule('\\/\\/[^\\n]*', 'c1'),
  rule(String.raw`\(likely[^\n]*?\)`, 'c'),
  rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm'),
];
const literals = [rule('-?[0-9]+\\.[0-9]+', 'mf'), rule('-?[0-9]+', 'mi'), rule('"', 'dl', 'string')];
const operators = [rule(String.raw`\.\.|[+\-*\/<>=!&|~]`, 'o'), rule('[[\\].{}:;,()]', 'p')];
const keywords = [
  rule(`(const)(${blank}+)`, ['kc', '']),
  rule('"', 's2'),
  rule('(switch)([^{]*)(\\{)', ['k', '>root', 'p']),
  rule(`(arg|result)((?=${gap})${gaps})(hints)(:)`, ['py', '>root', 'py', 'p']),
  rule(`(returns)(${gaps})(to)`, ['k', '>root', 'k']),
  rule(`(never)(${gaps})(returns)`, ['k', '>root', 'k']),
  rule(`(return)(${gaps})(\\()`, ['k', '>root', 'p']),
  rule(`(${wordsBeforeGap})(${gap})`, ['k', '>root']),
  rule(`(default)(${gaps})(:)`, ['k', '>root', 'p']),
];
const infos = [
  rule('(args|res|upd|label|rep|srt|arity|fun_type|arg_space|updfr_space)(:)', ['py', 'p']),
  rule('(stack_info)(:)', ['ni', 'p']),
];
const registers = 'Sp|SpLim|Hp|HpLim|HpAlloc|BaseReg|CurrentNursery|CurrentTSO|R[0-9]{1,2}|gcptr';
const names = [
  rule(`(::)(${gaps})([A-Z]\\w+)`, ['o', '>root', 'kt']),
  rule(`<${id}>`, 'nb'),
  rule(`(?:${registers})(?!${id})`, 'vg'),
  rule(`([A-Z]${id})(\\.)`, ['nn', 'p'], 'inNamespace'),
  rule(`(\`)(${id})(\`)`, ['p', 'nf', 'p']),
  rule(`(?=${complexId}${gaps}[{(])`, '', 'function'),
  rule('CLOSURE', 'kt'),
  rule(complexId, 'nl'),
];

/** C--, which GHC makes of its core. */
export const ghcCmm: Language = {
  modes: {
    root: [
      space,
      ...dumpHead,
      rule(`(section)(${blank}+)`, ['k', ''], 'section'),
      rule('#(?:include|endif|else|if)', 'cp'),
      rule(`(#define)(${gaps})(${id})`, ['cp', '>root', 'nl']),
      rule('(\\{ )(info_tbls)(:)', ['p', 'ni', 'p'], 'tables'),
      ...comments,
      ...literals,
      ...keywords,
      rule(`${id}(?=\\[[^\\]])|${id}\\[\\]`, 'kt'),
      rule(`(${id})((?=${gap})${gaps})(${id})(${ownGaps})(\\()`, ['nl', '>root', 'nf', '>root', 'p']),
      rule(`(${id})((?=${gap})${gaps})(${id})`, ['kt', '>root', 'nl']),
      ...infos,
      ...names,
      ...operators,
      rule('\\\\\\n|[^\\n]', ''),
    ],
    section: [
      rule('"(?:data|cstring|text|rodata|relrodata|bss)"', 'nb'),
      rule('\\{', 'p', '^'),
      ...names,
      ...operators,
      ...keywords,
      space,
    ],
    tables: [
      rule('\\}', 'p', '^'),
      rule('\\{', 'p', 'tables'),
      rule('(?=label:)', '', 'label'),
      rule(`(\\()(${complexId})(,)`, ['p', 'nl', 'p']),
      ...literals,
      ...infos,
      ...keywords,
      ...operators,
      rule(id, ''),
      space,
    ],
    label: [...infos, ...names, ...keywords, ...operators, rule('[\\t\\v-\\r ]+', ''), rule('\\n', '', '^')],
    string: [rule('\\\\[^\\n]', 'se'), rule('%[^\\n]', 'ss'), rule('"', 'dl', '^'), rule('[^\\n]', 's')],
    inNamespace: [
      rule(`([A-Z]${id})(\\.)`, ['nn', 'p']),
      rule(`(${complexId})(${gaps})([{(])`, ['nf', '>root', 'p'], '^'),
      rule(complexId, 'nl', '^'),
      rule('(?=[\\s\\S])', '', '^'),
    ],
    function: [
      rule(`INFO_TABLE(?:_(?:FUN|CONSTR|SELECTOR|RET))?|%${id}`, 'nb'),
      rule(complexId, 'nf'),
      space,
      rule('[({]', 'p', '^'),
      ...comments,
    ],
  },
};
