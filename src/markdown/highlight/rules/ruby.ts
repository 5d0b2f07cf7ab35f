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

const root: readonly Rule[] = [
  [/\s+/u, ''],
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
  zones: { c: 'cm', cd: 'cm', ss: '>symbol', e1: 's1', eb: 'sh', dh: '>heredocMark', s: 's2', sa: 'sx' },
  modes: {
    root,
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
