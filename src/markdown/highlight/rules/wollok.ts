import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { lineComment, rule, wordEnd } from './pieces.js';

const name = '[a-zA-Z][a-zA-Z0-9]*';
const variable = `_?${name}`;
/** Names of classes and objects that were declared above. */
let declared = new Set<string>();

function declare(text: string): string {
  declared.add(text);
  return 'nc';
}

const blank = rule('[\\t-\\r ]+', 'w');
const gaps: readonly Rule[] = [blank, lineComment('\\/\\/', 'c1'), rule(String.raw`\/\*[\s\S]*?\*\/`, 'cm')];
const objects: readonly Rule[] = [
  rule(variable, (text) => (declared.has(text) || /^[A-Z]/.test(text) ? 'nc' : 'kv')),
  rule(`\\.${name}`, ''),
  ...gaps,
  rule('[0-9]+\\.?[0-9]*', 'm'),
  rule('"[^"]*"', 's'),
  rule('\\[|#\\{', 'p', 'list'),
];

const modes: Modes = {
  root: [
    ...gaps,
    rule('(import)([^\\n]+)', ['kr', '']),
    rule('class|object|mixin', 'kr', 'declaration'),
    rule('test|program', 'kr'),
    rule(`(package)([\\t-\\r ]+)(${name})`, ['kr', 'w', 'nc']),
    rule('[{}]', ''),
    rule(`self${wordEnd}`, 'bp'),
    rule(`(?:new|super|return|if|else|var|const|override|constructor)${wordEnd}`, 'kr'),
    rule(`(method)([\\t-\\r ]+)(${variable})`, ['kr', 'w', '']),
    rule(String.raw`\+\+|--|\+=|-=|\*\*|[!+\-*\/%]|<=|=>|===?|[<>]`, 'o'),
    rule(`(?:and|or|not)${wordEnd}`, 'o'),
    rule('[()=]', ''),
    rule(',', 'p'),
    ...objects,
  ],
  declaration: [
    ...gaps,
    rule('inherits|mixed|with|and', 'kr'),
    rule(`${name}(?=[\\t-\\r ]*\\{)`, declare, '^'),
    rule(name, declare),
  ],
  list: [rule(',', 'p'), rule('[\\]}]', 'p', '^'), ...objects],
};

/** Wollok. */
export const wollok: Language = {
  read(code, emit) {
    declared = new Set();
    new RuleReader(modes, code, emit).read(0, code.length, 'err');
  },
};
