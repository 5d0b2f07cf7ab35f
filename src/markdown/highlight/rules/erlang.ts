import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { blank, lineStart, oneOf, rule, space, wordEnd } from './pieces.js';

const keywords = oneOf('after begin case catch cond end fun if let of query receive try when');
const operatorWords = oneOf('and andalso band bnot bor bsl bsr bxor div not or orelse rem xor');

/** Functions of the module `erlang` that need no prefix, or once did not, by what they are about. */
const builtins = oneOf(`
  abs round trunc float hash phash phash2 md5 md5_final md5_update
  hd tl length size element setelement append_element make_tuple tuple_size byte_size bit_size split_binary
  is_atom is_binary is_bitstring is_boolean is_builtin is_float is_function is_integer is_list is_number is_pid is_port
  is_process_alive is_record is_reference is_tuple
  atom_to_list binary_to_list bitstring_to_list binary_to_term float_to_list fun_to_list integer_to_list iolist_to_binary
  list_to_atom list_to_binary list_to_bitstring list_to_existing_atom list_to_float list_to_integer list_to_pid list_to_tuple
  pid_to_list port_to_list ref_to_list term_to_binary tuple_to_list iolist_size fun_info
  localtime_to_universaltime universaltime_to_localtime
  apply spawn spawn_link spawn_monitor spawn_opt link unlink monitor demonitor exit register unregister whereis
  send send_after send_nosuspend start_timer cancel_timer read_timer bump_reductions
  process_display process_flag process_info suspend_process resume_process garbage_collect group_leader
  get put erase get_keys node nodes disconnect_node monitor_node set_cookie
  open_port port_call port_close port_command port_connect port_control port_info
  check_process_code delete_module function_exported load_module module_loaded purge_module
  display memory statistics system_flag system_info system_monitor system_profile
  trace trace_delivered trace_info trace_pattern`);

const atom = String.raw`(?:[a-z][a-zA-Z0-9_]*|'[^\n']*[^\\]')`;
const variable = '[A-Z_][a-zA-Z0-9_]*';
const macro = `(?:${variable}|${atom})`;
const escaped = String.raw`\\(?:[bdefnrstv'"\\/]|[0-7]{1,3}|\^[a-zA-Z])`;

/** An attribute whose first argument has a class of its own. */
function attribute(name: string, as: string): Rule {
  return rule(`(${name})(${blank}*)(\\()(${macro})`, ['ni', '', 'p', as], '^');
}

/** Erlang. */
export const erlang: Language = {
  modes: {
    root: [
      space,
      rule('%[^\\n]*\\n', 'c'),
      rule(keywords + wordEnd, 'k'),
      rule(builtins + wordEnd, 'nb'),
      rule(operatorWords + wordEnd, 'ow'),
      rule(`${lineStart}-`, 'p', 'directive'),
      rule(String.raw`[-+*\/<>!?]|=(?::=|\/=|<|=)?`, 'o'),
      rule('"', 's', 'string'),
      rule(`(${atom})(:)`, ['nn', 'p']),
      rule(`(${atom})(${blank}*)(\\()`, ['nf', '', 'p']),
      rule('(?:[2-9]|[12][0-9]|3[0-6])#[0-9a-zA-Z]+|[0-9]+', 'mi'),
      rule(String.raw`[[\]:_@.{}()|;,]`, 'p'),
      rule(variable, 'nv'),
      rule(atom, 'n'),
      rule(String.raw`\$(?:${escaped}|\\[ %]|[^\\])`, 'sc'),
      rule(`#${atom}(?::?\\.${atom})?`, 'nl'),
    ],
    string: [
      rule(escaped, 'se'),
      rule('"', 's', '^'),
      rule('~[0-9.*]*[~#+bBcdefginpPswWxX]', 'si'),
      rule(String.raw`[^"\\~]+|~`, 's'),
    ],
    directive: [attribute('define', 'no'), attribute('record', 'nl'), rule(atom, 'ni', '^')],
  },
};
