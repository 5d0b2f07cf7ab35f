import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { basedNumbers, digit, digitsOf, exponentOf } from './pieces.js';

const visibilities = ['private', 'protected', 'public'];

/** Ruby's keywords: blocks, conditions, loops, exceptions, definitions. */
const keywords = `
  begin end do then if elsif else unless case when while until for in break next redo retry return yield
  rescue ensure raise super alias undef defined? BEGIN END`;
/** What reads like a keyword: values, visibility, and calls that change a class. */
const pseudo = `
  true false nil __FILE__ __LINE__ public protected private module_function include extend alias_method attr
  throw catch raise loop`;

/** Methods of Kernel, Object and Module that are always there, with those of old Rubies. */
const builtins = `
  p puts print printf putc gets getc readline readlines open select sprintf format warn display
  require require_relative load autoload eval exec fork system syscall test trap binding callcc caller at_exit abort exit sleep
  fail throw catch raise loop proc lambda rand srand scan split sub gsub chop chomp
  clone dup extend freeze hash id object_id __id__ inspect to_a to_s send __send__ method methods singleton_methods self taint untaint
  instance_eval instance_variable_get instance_variable_set instance_variables
  ${visibilities.map((kind) => `${kind}_instance_methods ${kind}_methods`).join(' ')}
  private_class_method public_class_method instance_method instance_methods method_missing
  attr_reader attr_writer attr_accessor ancestors class_eval module_eval class_variables included_modules name
  constants const_get const_set const_missing const_defined? local_variables global_variables set_trace_func trace_var untrace_var`;
/** Those of them that end with a question mark. */
const questions = `
  nil eql equal is_a kind_of instance_of respond_to frozen tainted block_given iterator include autoload
  const_defined method_defined ${visibilities.map((kind) => `${kind}_method_defined`).join(' ')}`;

const list = (text: string): string => text.trim().replace(/\?/g, '\\?').split(/\s+/).join('|');
const pseudoOrName = words({ kp: pseudo }, 'n');
const exponent = exponentOf('[0-9]+');
const decimal = digitsOf(digit.ten, '_?');

const interpolation: readonly Rule[] = [
  [/#\{/u, 'si', 'interpolation'],
  [/#(?:@@?|\$)[a-zA-Z_]\w*/u, 'si'],
];
const escapes: readonly Rule[] = [
  ...interpolation,
  [/\\(?:[\\abefnrstv#"']|x[a-fA-F0-9]{1,2}|[0-7]{1,3})|\\[^\n]/u, 'se'],
];
/** Where a value begins: after an operator, a keyword or the start of a line; or after a name and a space. */
const valueStart = String.raw`(?<=(?:^|[-+*/%=<>&!^|~(\[{,:;\\]|(?<![\w.])(?:${list(keywords)}|${list(pseudo)})|[a-zA-Z_]\w*[?!])[ \t]*|[a-zA-Z_]\w*[ \t]+)`;
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')', '<': '>' };

function quoted(quote: string, name: string): Rule[] {
  return [...escapes, [new RegExp(`[^\\\\${quote}#]+|[\\\\#]`, 'u'), name], [new RegExp(quote, 'u'), name, '^']];
}

/** The inside of a literal such as `%w[…]`, by its letter and the mark that opens it. */
function percentRules(parameter: string): Rule[] {
  const open = parameter.at(-1)!;
  const close = closers[open] ?? open;
  const letter = parameter.slice(0, -1);
  const name = letter === 'r' ? 'sr' : 'sx';
  const escaped = (mark: string): string => `\\u{${mark.codePointAt(0)!.toString(16)}}`;
  const marks = `${escaped(open)}${escaped(close)}`;
  const rules: Rule[] = [[new RegExp(`\\\\[#${marks}\\\\]`, 'u'), 'se']];
  if (open !== close) rules.push([new RegExp(escaped(open), 'u'), name, `percent:${parameter}`]);
  rules.push([new RegExp(escaped(close) + (letter === 'r' ? '[mixounse]*' : ''), 'u'), name, '^']);
  if (/[rQWxI]/.test(letter)) rules.push(...escapes);
  return [...rules, [/[\\#]/u, name], [new RegExp(`[^#${marks}\\\\]+`, 'u'), name]];
}

function heredocRules(parameter: string): Rule[] {
  const end = parameter.slice(1);
  const lead = parameter.startsWith('~') ? '[ \\t]*' : '';
  return [[new RegExp(`(?<=\\n)${lead}${end}[ \\t]*$`, 'u'), 'no', '^'], ...escapes, [/\n|[#\\]|[^#\\\n]+/u, 'sh']];
}

const strings: readonly Rule[] = [
  [/#[^\n]*/u, 'c1'],
  [/=begin\b[\s\S]*?\n=end\b/u, 'cm'],
  [/:'(?:\\\\|\\'|[^'])*'/u, 'ss'],
  [/:"/u, 'ss', 'symbolString'],
  [/'(?:\\\\|\\'|[^'])*'/u, 's1'],
  [/"/u, 's2', 'string'],
  [/(?<!\.)`/u, 'sb', 'backtick'],
  [
    /(<<[-~]?)(?:(["`'])([a-zA-Z_]\w*)(["`'])|([a-zA-Z_]\w*))/u,
    ['o', 'no', 'no', 'no', 'no'],
    ([mark, , inQuotes, , plain]) => `heredocLine:${mark!.length > 2 ? '~' : '='}${inQuotes ?? plain}`,
  ],
  [new RegExp(String.raw`(?=\/)${valueStart}\/(?=\S|(?<=[-+*=<>&!^|~(\[{,:;]\s*\/))`, 'u'), 'sr', 'regex'],
  [
    new RegExp(String.raw`(?=%)${valueStart}%([rqswQWxiI]?)([^\w\s=])`, 'u'),
    (text) => (text.startsWith('%r') ? 'sr' : 'sx'),
    ([letter, open]) => `percent:${letter}${open}`,
  ],
];

const root: readonly Rule[] = [
  [/\s+/u, ''],
  ...strings,
  [/(?<=[\s([,=])\?(?:\\[\s\S]|\S)(?!\w)/u, 'sc'],
  [/__END__[\s\S]*/u, 'cp'],
  ...basedNumbers('_?', '', '_?', false),
  [new RegExp(String.raw`${decimal}(?:\.${decimal}(?:${exponent})?|${exponent})`, 'u'), 'mf'],
  [new RegExp(decimal, 'u'), 'mi'],
  [/@@[a-zA-Z_]\w*/u, 'vc'],
  [/@[a-zA-Z_]\w*/u, 'vi'],
  [/\$(?:\w+|[!@&`'+~=/\\,;.<>_*$?:"]|-[0adFiIlpvw])/u, 'vg'],
  [/::/u, 'o'],
  [/:(?:\*\*|[-+]@|[/%&|^`~]|\[\]=?|<<|>>|<=?>|<=?|===?)/u, 'ss'],
  [/:@{0,2}[a-zA-Z_]\w*[!?]?/u, 'ss'],
  [/[a-zA-Z_]\w*?[?!]?:\s+/u, 'ss'],
  [new RegExp(`(?:${list(keywords)})(?=\\W|$)`, 'u'), 'k'],
  [new RegExp(`(?:${list(pseudo)})\\b`, 'u'), pseudoOrName],
  [/(module)(\s+)([a-zA-Z_]\w*(?:::[a-zA-Z_]\w*)*)/u, ['k', '', 'nn']],
  [
    /(def)\b(\s*)(?:([a-zA-Z_]\w*)(\.))?([a-zA-Z_]\w*[!?]?|\*\*?|[-+]@?|[/%&|^`~]|\[\]=?|<<?|>>?|<=>?|>=|===?)?/u,
    ['k', '', 'nc', 'o', 'nf'],
  ],
  [/(class)\b(\s*)(<<)/u, ['k', '', 'o']],
  [/(class)\b(\s*)(\w+(?:::\w+)+)(\s*)([A-Z_]\w*)?/u, ['k', '', 'nc', '', 'nc']],
  [/(class)\b(\s*)([A-Z_]\w*)?/u, ['k', '', 'nc']],
  [new RegExp(`(?:${list(questions)})\\?|(?:chomp|chop|exit|gsub|sub)!`, 'u'), 'nb'],
  [new RegExp(`(?:${list(builtins)})\\b`, 'u'), 'nb'],
  [/\.{2,3}/u, 'o'],
  [/[A-Z][a-zA-Z0-9_]*/u, 'no'],
  [/(\.)(\s*)([a-zA-Z_]\w*[!?]?|[*%&^`~+\-/[<>=])/u, ['p', '', 'nf']],
  [/[a-zA-Z_]\w*[?!]?/u, 'n'],
  [/\*\*|<<?|>>?|>=|<=>|<=|=~|={3}|!~|&&?|\|\||\./u, 'o'],
  [/[-+/*%=<>&!^|~]=?/u, 'o'],
  [/[?[({,:\\;/\])}]/u, 'p'],
];

/** Ruby. */
export const ruby: Language = {
  grammar: 'ruby',
  complete: true,
  modes: {
    root,
    string: quoted('"', 's2'),
    symbolString: quoted('"', 'ss'),
    backtick: quoted('`', 'sb'),
    interpolation: [[/\}/u, 'si', '^'], ...root],
    regex: [...interpolation, [/\\[\\/]?|#|[^\\/#]+/u, 'sr'], [/\/[mixounse]*/u, 'sr', '^']],
    percent: percentRules,
    heredocLine: (parameter) => [[/\n/u, 'sh', `=heredoc:${parameter}`], ...root],
    heredoc: heredocRules,
  },
};
