import type { Language } from '../language.js';
import type { Modes, Rule } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { leftOut } from '../span-writer.js';
import { digit, leave, lineComment, lineEnd, oneOf, rule, wordEnd, wordNext } from './pieces.js';

/** Heredocs whose text comes after the line: their names, and whether the end may be indented. */
const pending: { name: string; indented: boolean }[] = [];

const keywords = oneOf(`
  alias as begin break case do else elsif end ensure for fun if ifdef in lib next of redo rescue raise retry return super then type undef
  unless until when while yield BEGIN END`);
/** What is a method, or a macro of the library, but reads as a keyword. The first two are what Rouge makes of names with a mark. */
const pseudo = oneOf(`
  gette propert getter property attr attr_reader attr_writer attr_accessor alias_method initialize new include extend loop record struct
  raise catch throw private protected public module_function true false nil __FILE__ __LINE__`);
const methods = oneOf(`
  abort at_exit exit fail raise throw catch trap warn test caller select sleep system syscall exec fork srand rand
  print printf puts p putc getc gets format sprintf readline readlines require scan split sub gsub chomp chop
  proc lambda eval instance_eval module_eval loop method methods method_missing instance_method instance_methods included_modules
  ancestors constants global_variables clone dup display extend freeze hash id object_id inspect name open self send to_a to_s`);

const hex = digit.sixteen;
const interpolation: readonly Rule[] = [
  rule('#\\{', 'si', 'inString'),
  rule(String.raw`#(?:@@?|\$)[a-zA-Z_]\w*`, 'si'),
];
const escapes: readonly Rule[] = [
  ...interpolation,
  rule(String.raw`\\(?:[\\abefnrstv#"']|x${hex}{1,2}|[0-7]{1,3})`, 'se'),
  rule(String.raw`\\u(?:${hex}{4}|\{[^}]+\})`, 'se'),
  rule('\\\\[^\\n]', 'se'),
];
const blanks: Rule = rule('[ \\t\\r]+', '');
const gaps: readonly Rule[] = [
  blanks,
  rule('\\n[\\t-\\r ]*', '', 'start'),
  lineComment('#', 'c1'),
  rule(String.raw`=begin${wordEnd}[\s\S]*?\n=end${wordEnd}`, 'cm'),
];

const sigil = rule(
  '%([rqswQWxiI])?([^\\w\\t-\\r }])',
  (text) => (text.startsWith('%r') && text.length > 2 ? 'sr' : 'sx'),
  (groups) => {
    const mode = `sigil:${groups[0] ?? ' '}${groups[1]!.codePointAt(0)!}`;
    return groups[0] === 'r' ? `+flags+${mode}` : mode;
  },
);
const closings: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

/** The inside of what a percent sign starts, of a kind and with the mark of that code point. */
function sigilRules(parameter: string): Rule[] {
  const [open, close] = [0, 1].map((index) => {
    const mark = String.fromCodePoint(Number(parameter.slice(1)));
    const one = index === 0 ? mark : (closings[mark] ?? mark);
    return /[\^$\\.*+?()[\]{}|/-]/.test(one) ? `\\${one}` : one;
  }) as [string, string];
  const as = parameter.startsWith('r') ? 'sr' : 'sx';
  // In Ruby two ampersands in a set are an operator, which leaves the one set without characters and the other with all.
  const special = open === '&' ? '' : `#${open}${close}\\\\`;
  return [
    ...(special === '' ? [] : [rule(`\\\\[${special}]`, 'se')]),
    ...(open === close ? [] : [rule(open.replace('\\-', '-'), as, `sigil:${parameter}`)]),
    rule(close.replace('\\-', '-'), as, '^'),
    ...(/^[rQWxI]/.test(parameter) ? [...escapes, rule('#', as)] : [rule('[\\\\#]', as)]),
    rule(special === '' ? '[\\s\\S]+' : `[^${special}]+`, as),
  ];
}

/** What is between two quotes; without an end it has it at the last quote, though that is escaped. */
const inQuotes = String.raw`(?:(?:\\[\\']|[^'\\]|\\(?![\\']))*(?=')|[\s\S]*(?='))`;
/** As `inQuotes`, what is not left out in a group of its own. */
const inQuote = String.raw`\\[\\']|[^'\\]|\\(?![\\'])`;
const lastInQuotes = String.raw`(?:((?:${inQuote})*)(${inQuote})(?=')|(?=')|([\s\S]*)(\\)(?='))`;
const operatorSymbols = String.raw`===|=?~|\[\][=?]?|\*\*=?|\/\/=?|[=^*\/+-]=?|&[&*+-]?=?|\|\|?=?|![=~]?|%=?|<=>|<<?=?|>>?=?|\.\.\.?`;

const strings: readonly Rule[] = [
  rule(`:(?:@{0,2}[a-zA-Z_]\\w*[!?]?|${operatorSymbols}|'${inQuotes}')`, 'ss'),
  rule(':"', 'ss', 'symbol'),
  rule('[a-z_]\\w*?[?!]?:[\\t-\\r ]+', 'ss', 'start'),
  rule('"', 's2', 'string'),
  rule('`', 'sb', 'command'),
  rule(`(')(\\\\u${hex}{4}|\\\\u\\{${hex}{1,6}\\}|\\\\[abefnrtv])?${lastInQuotes}(')`, [
    's1',
    'se',
    leftOut,
    's1',
    leftOut,
    's1',
    's1',
  ]),
];

/** The rules of code. `inLine`: a heredoc was named in the line before. */
function codeOf(inLine: boolean): readonly Rule[] {
  const heredoc = (names: string): Rule =>
    rule(`(<<[-~]?)(${names})`, ['o', 'no'], ([mark, name]) => {
      pending.push({ name: name!.replace(/["'`]/g, ''), indented: mark !== '<<' });
      return inLine ? undefined : 'heredocLine';
    });
  const name = '[a-zA-Z_]\\w*';
  return [
    ...gaps,
    rule('__END__', 'cp', 'rest'),
    rule('0o[0-7]+(?:_[0-7]+)*', 'mo'),
    rule(`0x${hex}+(?:_${hex}+)*`, 'mh'),
    rule('0b[01]+(?:_[01]+)*', 'mb'),
    rule(String.raw`[0-9]+(?:\.[0-9]+(?:[eE][+-]?[0-9]+)?(?:_[fF]32)?|[eE][+-]?[0-9]+|_[fF]32)`, 'mf'),
    rule('[0-9]+(?:_[0-9]+)*(?:_[iu][0-9]+)?', 'mi'),
    rule('@\\[[^\\]]+\\]', 'nd'),
    rule(`@@${name}`, 'vc'),
    rule(`@${name}`, 'vi'),
    rule(String.raw`\$(?:\w+|[!@&${'`'}'+~=\/\\,;.<>_*$?:"]|-[0adFiIlpvw])`, 'vg'),
    rule('::', 'o'),
    ...strings,
    rule(`${keywords}${wordEnd}|defined\\?${wordNext}`, 'k', 'start'),
    rule(`${pseudo}${wordEnd}|(?:getter|property)!${wordNext}`, 'kp', 'start'),
    rule(`(module)([\\t-\\r ]+)(${name}(?:::${name})*)`, ['k', '', 'nn']),
    rule(`(def|macro${wordEnd})([\\t-\\r ]*)`, ['k', ''], 'method'),
    rule(`(class${wordEnd})([\\t-\\r ]*)`, ['k', ''], 'className'),
    rule('(?:eql|equal|include|is_a|iterator|kind_of|nil)\\?|(?:chomp|chop|exit|gsub|sub)!', 'nb', 'start'),
    rule(methods + wordEnd, 'nb', 'call'),
    heredoc(`"${name}"|'${name}'|\`${name}\`|${name}`),
    heredoc(`""|''`),
    rule('\\.{2,3}', 'o', 'start'),
    rule('[A-Z]\\w*', 'no', 'call'),
    rule(String.raw`(\.)([\t-\r ]*)([a-z_]\w*[!?]?|[*%&^${'`'}~+,\-.\/[<>=])`, ['p', '', 'nf'], 'call'),
    rule(`${name}[?!]`, 'n', 'start'),
    rule(name, 'n', 'call'),
    rule(String.raw`\*\*|\/\/|>=|<=|<<?|>>?|=~|={3}|!~|&&?|\|\||\.`, 'o', 'start'),
    rule('\\{%|%\\}', 'p'),
    rule(String.raw`[-+\/*%=<>&!^|~]=?`, 'o', 'start'),
    rule('\\?', 'p', '+ternary+start'),
    rule(String.raw`[[({,:\\;]`, 'p', 'start'),
    rule(String.raw`[\])}]`, 'p'),
  ];
}

const code = codeOf(false);
const text = (as: string, end: string): readonly Rule[] => [
  ...escapes,
  rule(`[^\\\\${end}#]+`, as),
  rule('[\\\\#]', as),
  rule(end, as, '^'),
];
const innerBracket = rule('\\(', 'p', '+expression+start');

/** Whether a line ends the first of the heredocs. */
function isEnd(line: string): boolean {
  const [first] = pending;
  if (!first) return false;
  const end = line.replace(/[\0\t-\r ]+$/, '');
  return (first.indented ? end.replace(/^[\t-\r ]+/, '') : end) === first.name;
}

const modes: Modes = {
  root: code,
  start: [
    blanks,
    rule('\\/', 'sr', '=slashes'),
    rule(String.raw`\?(?:\\[MC]-)*(?:\\(?:[\\abefnrstv#"']|x${hex}{1,2}|[0-7]{1,3})|[^\t-\r ])(?!\w)`, 'sc', '^'),
    rule('([\\t-\\r ]*)(%[rqswQWxiI]? [^\\t-\\r ]* )', ['', 'sx'], '^'),
    sigil,
    leave,
  ],
  call: [rule('\\/', 'o', '=start'), rule('(?=\\n)', '', '^'), rule('(?:)', '', '=spacedCall')],
  spacedCall: [
    ...gaps,
    rule('[%\\/]=', 'o', '=start'),
    rule('\\/(?=[^\\t-\\r ]|[\\t-\\r ]*\\/)', 'sr', '=slashes'),
    sigil,
    rule('(?=[\\t-\\r ]*\\/)', '', '^'),
    rule('[\\t-\\r ]+', '', '=start'),
    leave,
  ],
  slashes: [...interpolation, rule(String.raw`\\[\\\/]?|#|[^\\\/#]+`, 'sr'), rule('\\/', 'sr', '=flags')],
  flags: [rule('[mixounse]*', 'sr', '^')],
  sigil: sigilRules,
  string: text('s2', '"'),
  symbol: text('ss', '"'),
  command: text('sb', '`'),
  inString: [rule('\\}', 'si', '^'), ...code],
  ternary: [rule(':(?!:)', 'p', '=start'), ...code],
  expression: [rule('(\\))(\\.|::)?', ['p', 'o'], '^'), innerBracket, ...code],
  method: [
    rule('[\\t-\\r ]+', ''),
    rule('\\(', 'p', 'expression'),
    rule(
      String.raw`(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[\/%&|^${'`'}~]|\[\]=?|<<?|>>?|<=>?|>=|===?)`,
      ['nc', 'o', 'nf'],
      '^',
    ),
    leave,
  ],
  className: [rule('[\\t-\\r ]+', ''), innerBracket, rule('<<', 'o', '=start'), rule('[A-Z_]\\w*', 'nc', '^'), leave],
  heredocLine: [rule('(?=\\n)', '', '=heredoc'), ...codeOf(true)],
  heredoc: [...escapes, rule('\\n', 'sh', 'heredocEnd'), rule('[#\\\\]|[^#\\\\\\n]+', 'sh')],
  heredocEnd: [
    rule(
      `([^#\\\\\\n]*)${lineEnd}`,
      (line) => (isEnd(line) ? 'no' : 'sh'),
      ([line]) => {
        if (!isEnd(line!)) return '^';
        pending.shift();
        return pending.length === 0 ? '^^' : '^';
      },
    ),
    leave,
  ],
  rest: [rule('[\\s\\S]+', 'cp', '^')],
};

/** Crystal. Of text within single quotes only the last character is there, as in Rouge. */
export const crystal: Language = {
  read: (text, emit) => {
    pending.length = 0;
    const reader = new RuleReader(modes, text, emit, ['root', 'start']);
    reader.maxIdle = 5;
    reader.read(0, text.length, 'err');
  },
};
