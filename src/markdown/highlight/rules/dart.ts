import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, blockComment, digit, lineComment, lineStart, oneOf, rule, wordEnd } from './pieces.js';

const name = String.raw`[a-zA-Z_]\w*`;

const keywords = oneOf(`
  if else switch case default for in do while break continue return try catch finally throw rethrow assert await yield
  new super this is as with`);
const modifiers = oneOf(`
  abstract async const covariant dynamic extends external factory final get implements late native on operator required set static
  sync typedef var`);
const types = oneOf(`
  bool double int num void Comparable Dynamic Function List Map Never Null Object Pattern Set String Symbol Type Uri enum`);
const imports = 'import|export|library|part|deferred|source';

/** Words before a name and its parenthesis at the start of a line, as in a method's declaration. No one writes 200. */
const signature = rule(
  `${lineStart}(?=${blank}*(?:[a-zA-Z_][\\w.[\\]]*${blank}+){1,200}?${name}${blank}*\\()`,
  '',
  'signature',
);
/** The name that those words end with. */
const method = (to: string): Rule => rule(`(${name})(${blank}*)(\\()`, ['nf', '', 'p'], to);

const whiteSpace = rule(`${blank}+`, '');
const visibility = rule(`(?:show|hide)${wordEnd}`, 'kd');

/** All else: `classMode` is entered for a class's name, `importMode` by what imports. */
function common(classMode: string, importMode: string | undefined, partOf: string): Rule[] {
  return [
    whiteSpace,
    lineComment(String.raw`\/\/`, 'c1'),
    blockComment('cm'),
    rule('"', 's', 'doubleQuoted'),
    rule("'", 's', 'singleQuoted'),
    rule(`r"[^"]*"|r'[^']*'`, 'sx'),
    rule(`#(?:${name})?`, 'ss'),
    rule(`@${name}`, 'nd'),
    rule(`${keywords}${wordEnd}`, 'k'),
    rule(`${modifiers}${wordEnd}`, 'kd'),
    rule(`${types}${wordEnd}`, 'kt'),
    rule(`(?:true|false|null)${wordEnd}`, 'kc'),
    rule(`(?:class|interface|mixin)${wordEnd}`, 'kd', classMode),
    rule(`(?:${partOf}|${imports})${wordEnd}`, 'kn', importMode),
    rule(`(\\.)(${name})`, ['o', 'na']),
    rule(`${name}:`, 'nl'),
    rule(`\\$?${name}`, 'n'),
    rule(String.raw`[-+*\/%=!~^&|?:]`, 'o'),
    rule(String.raw`[()[\]{}<>.,;]`, 'p'),
    rule(String.raw`[0-9]*\.[0-9]+(?:[eE]-?[0-9]+)?`, 'mf'),
    rule(`0x${digit.sixteen}+`, 'mh'),
    rule('[0-9]+L?', 'mi'),
  ];
}

const root: readonly Rule[] = [signature, ...common('class', 'import', `part${blank}*of`)];
/** A method's name is no part of what goes before it. */
const ownPartOf = `part${blank}*of(?!\\w|${blank}*\\()`;

function stringOf(quote: string): Rule[] {
  return [
    rule(quote, 's', '^'),
    rule(`[^\\\\$${quote}]+`, 's'),
    rule(String.raw`\$(?:${name}|\{[^}]+\})`, 'si'),
    rule(String.raw`\\["'\\nrt]`, 'se'),
  ];
}

/** Dart. */
export const dart: Language = {
  modes: {
    root,
    class: [whiteSpace, rule(name, 'nc', '^')],
    import: [rule(';', 'o', '^'), visibility, ...root],
    signature: [method('^'), ...common('signatureClass', '=signatureImport', ownPartOf)],
    signatureClass: [method('^^'), whiteSpace, rule(name, 'nc', '^')],
    signatureImport: [method('^'), visibility, ...common('signatureClass', undefined, ownPartOf)],
    doubleQuoted: stringOf('"'),
    singleQuoted: stringOf("'"),
  },
};
