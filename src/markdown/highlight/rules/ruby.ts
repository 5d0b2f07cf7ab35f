import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';

const keywords = `
  BEGIN END alias begin break case defined? do else elsif end ensure for if in next redo rescue raise retry return super then undef unless until
  when while yield`;
const pseudo = `
  loop include extend raise alias_method attr catch throw private module_function public protected true false nil __FILE__ __LINE__`;
const builtins = `
  attr_reader attr_writer attr_accessor __id__ __send__ abort ancestors at_exit autoload binding callcc caller catch chomp chop class_eval
  class_variables clone const_defined? const_get const_missing const_set constants display dup eval exec exit extend fail fork format freeze getc
  gets global_variables gsub hash id included_modules inspect instance_eval instance_method instance_methods instance_variable_get
  instance_variable_set instance_variables lambda load local_variables loop method method_missing methods module_eval name object_id open p print
  printf private_class_method private_instance_methods private_methods proc protected_instance_methods protected_methods public_class_method
  public_instance_methods public_methods putc puts raise rand readline readlines require require_relative scan select self send set_trace_func
  singleton_methods sleep split sprintf srand sub syscall system taint test throw to_a to_s trace_var trap untaint untrace_var warn`;
const questions = `
  autoload block_given const_defined eql equal frozen include instance_of is_a iterator kind_of method_defined nil private_method_defined
  protected_method_defined public_method_defined respond_to tainted`;

const list = (text: string): string => text.trim().replace(/\?/g, '\\?').split(/\s+/).join('|');
const pseudoOrName = words({ kp: pseudo }, 'n');
const decimal = String.raw`\d+(?:_\d+)*`;

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
  [/0_?[0-7]+(?:_[0-7]+)*/u, 'mo'],
  [/0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*/u, 'mh'],
  [/0b[01]+(?:_[01]+)*/u, 'mb'],
  [new RegExp(String.raw`${decimal}(?:\.${decimal}(?:[eE][+-]?\d+)?|[eE][+-]?\d+)`, 'u'), 'mf'],
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
  zones: { c: 'cm', cd: 'cm', ss: '>symbol', e1: 's1', eb: 'sh', dh: '>heredocMark', s: 's2', sa: 'sx' },
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
    symbol: [
      [/%[\s\S]*/u, 'sx'],
      [/(:)([-+*!]|>=?|!=|=~)(?!\w)/u, ['p', 'o']],
      [/[\s\S]+/u, 'ss'],
    ],
    heredocMark: [
      [/\s+/u, 'no'],
      [/<<[-~]?/u, 'o'],
      [/[^\n]/u, 'no'],
    ],
  },
};
