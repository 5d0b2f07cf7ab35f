import type { Language } from '../language.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { leave, lineComment, rule, space } from './pieces.js';

const wordClass = words(
  {
    k: `
      align breaks_returns dec define disabled hex ignore_return in incdir include inet inout oct opt out packed parent prog_timeout pseudo
      resource size syscall timeout type varlen`,
    kt: `
      array bitsize bool16 bool32 bool64 bool8 boolptr buffer bytesize bytesize2 bytesize4 bytesize8 const csum filename fileoff flags fmt int16
      int16be int32 int32be int64 int64be int8 int8be intptr len offsetof optional proc ptr ptr64 string stringnoz text vma vma64 void`,
  },
  'n',
);
const blank = '[\\t-\\r ]+';
const id = '[a-zA-Z_]\\w*';
/** Looked for first, as a long word may be taken apart in many ways. */
const call = `(?=\\w+(?:\\$\\w*)?(?:${blank})?\\()`;
const comment = lineComment('#', 'c');
const inline = rule('[ \\t]+', '');
const name = rule(id, 'n');
const numbers: readonly Rule[] = [rule('-?0[xX][0-9a-fA-F]+', 'mh'), rule('-?[0-9]+', 'mi'), rule("'[^']?'", 'sc')];
const strings: readonly Rule[] = [rule('"[^"]*"', 's2'), rule('`[^`]*`', 'sb')];
const values = [name, ...numbers, ...strings];
const term: readonly Rule[] = [...numbers, ...strings, rule(id, wordClass), rule(':', 'p'), rule('\\$', 'n')];
const optionalName = [name, leave];

const modes: Modes = {
  root: [
    space,
    comment,
    rule('include|incdir', 'k', '+include+space'),
    rule('define', 'k', '+expression+space+name+space'),
    rule('resource', 'k', '+resourceValues+inline+resourceType+inline+name+space'),
    rule(`(_)(${blank})(=)`, ['k', '', 'p'], '+flags+space'),
    rule(`(${id})(${blank})(=)`, ['n', '', 'p'], '+flags+space'),
    rule(
      `${call}(${id})(\\$)?(\\w+)?(${blank})?(\\()`,
      ['nf', 'p', 'fm', '', 'p'],
      '+modifiers+inline+name+inline+callArguments+space',
    ),
    rule(`(${id}(?:\\$\\w+)?)(${blank})?([{[])`, ['n', '', 'p'], '+inline+attributes+inline+fields+space'),
    rule('type', 'k', '+typeBody+space+typeArguments+name+space'),
  ],
  inline: [inline, leave],
  space: [space, comment, leave],
  name: optionalName,
  terms: [space, comment, ...term, rule('\\[', 'p', 'terms'), rule(',', 'p'), rule('[\\])]', 'p', '^')],
  type: [...term, rule('\\[', 'p', 'terms'), leave],
  include: [rule('(<)([^>]+)(>)', ['p', 's', 'p']), leave],
  expression: [...values, rule(String.raw`[~!%^&*\-+\/|<>?:]`, 'o'), rule('[(){}[\\];,]', 'p'), inline, leave],
  resourceType: [rule('\\[', 'p', 'type'), rule('\\]', 'p', '^')],
  resourceValues: [rule(':', 'p', '+resourceList+space'), leave],
  resourceList: [inline, ...values, rule(',', 'p', 'space'), leave],
  flags: [inline, rule('\\.', 'p'), ...values, rule(',', 'p', 'space'), leave],
  callArguments: [
    space,
    comment,
    rule('\\.', 'p'),
    rule(id, 'n', '+type+space'),
    rule(',', 'p'),
    rule('\\)', 'p', '^'),
  ],
  modifiers: [rule('\\(', 'p', 'terms'), leave],
  fields: [rule(id, 'n', '+space+modifiers+inline+type+space'), rule('[}\\]]', 'p', '^')],
  attributes: [rule('\\[', 'p', 'terms'), leave],
  typeArguments: [rule('\\[', 'p', 'typeNames'), leave],
  typeNames: [space, comment, name, rule(',', 'p'), rule('\\]', 'p', '^')],
  typeBody: [rule('[{[]', 'p', '=+space+attributes+inline+fields+space'), rule('(?:)', '', '=type')],
};

/** Syzlang, in which syzkaller's calls of a system are described. */
export const syzlang: Language = {
  read(code, emit) {
    const reader = new RuleReader(modes, code, emit);
    reader.maxIdle = 5;
    reader.read(0, code.length, 'err');
  },
};
