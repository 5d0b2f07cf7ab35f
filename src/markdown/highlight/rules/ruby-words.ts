import { words } from '../rule.js';

const visibilities = ['private', 'protected', 'public'];

/** Ruby's keywords: blocks, conditions, loops, exceptions, definitions. */
const keywords = `
  begin end do then if elsif else unless case when while until for in break next redo retry return yield
  rescue ensure raise super alias undef BEGIN END`;
/** What reads like a keyword: values, visibility, and calls that change a class. */
const pseudo = `
  true false nil __FILE__ __LINE__ public protected private module_function include extend alias_method attr
  throw catch loop`;

/** Methods of Kernel, Object and Module that are always there, with those of old Rubies. */
const builtins = `
  p puts print printf putc gets getc readline readlines open select sprintf format warn display
  require require_relative load autoload eval exec fork system syscall test trap binding callcc caller at_exit abort exit sleep
  fail proc lambda rand srand scan split sub gsub chop chomp
  clone dup freeze hash id object_id __id__ inspect to_a to_s send __send__ method methods singleton_methods self taint untaint
  instance_eval instance_variable_get instance_variable_set instance_variables
  ${visibilities.map((kind) => `${kind}_instance_methods ${kind}_methods`).join(' ')}
  private_class_method public_class_method instance_method instance_methods method_missing
  attr_reader attr_writer attr_accessor ancestors class_eval module_eval class_variables included_modules name
  constants const_get const_set const_missing const_defined? local_variables global_variables set_trace_func trace_var untrace_var`;

/** The class of a word; empty for a name. */
export const rubyWord = words({ k: keywords, kp: pseudo, nb: builtins }, '');

/** Those methods whose names end with a mark. */
export const rubyMarkedWord = words(
  {
    k: 'defined?',
    nb: `
      nil? eql? equal? is_a? kind_of? instance_of? respond_to? frozen? tainted? block_given? iterator? autoload?
      const_defined? method_defined? ${visibilities.map((kind) => `${kind}_method_defined?`).join(' ')}
      chomp! chop! exit! gsub! sub!`,
  },
  '',
);
