import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { anyCase, blank, lineComment, lineStart, rule, wordEnd } from './pieces.js';

/** What is closed with an end, which may be written in one word with it. */
const blocks =
  'associate block blockdata do enum file forall function if interface module program select submodule subroutine type where while';
const keywords = `
  ${blocks.replace(' file', '')} ${blocks.replace(/\S+/g, 'end$&')} end contains use only import include namelist common equivalence data implicit none
  intrinsic external entry call return recursive elemental pure result generic operator assignment procedure abstract deferred extends
  final class nopass pass non_overridable private public protected bind
  parameter dimension codimension contiguous allocatable pointer target optional intent in out inout save value volatile asynchronous
  enumerator sequence is then else elseif elsewhere case selectcase continue cycle exit goto stop pause assign concurrent
  critical lock unlock allocate deallocate nullify
  open close read write print inquire rewind backspace flush format wait`;

const kinds = (kind: string, names: string): string => names.replace(/\S+/g, `${kind}$&`);
/** Functions and subroutines of the language, by what they are for. */
const intrinsics = `
  abs aint anint ceiling floor int nint real dble cmplx conjg aimag mod modulo sign dim dprod max min
  sqrt exp log log10 gamma log_gamma erf erfc erfc_scaled hypot ${'sin cos tan'.replace(/\S+/g, '$& a$& $&h a$&h')} atan2
  ${['0', '1', 'n'].map((order) => `bessel_j${order} bessel_y${order}`).join(' ')}
  all any count sum product maxval minval maxloc minloc findloc merge pack unpack reshape spread cshift eoshift transpose
  dot_product matmul norm2 parity allocated associated present null move_alloc
  size shape lbound ubound lcobound ucobound image_index num_images this_image
  achar char iachar ichar index len len_trim trim adjustl adjustr repeat scan verify lge lgt lle llt new_line
  bit_size btest iand ior ieor not ibset ibclr ibits ishft ishftc mvbits bge bgt ble blt
  ${kinds('shift', 'a l r')} dshiftl dshiftr iall iany iparity leadz trailz popcnt poppar maskl maskr merge_bits
  digits epsilon exponent fraction huge tiny maxexponent minexponent nearest radix range rrspacing scale set_exponent spacing
  kind ${kinds('selected_', 'char_kind int_kind real_kind')} logical transfer storage_size same_type_as extends_type_of
  is_contiguous is_iostat_end is_iostat_eor cpu_time system_clock date_and_time random_number random_seed
  command_argument_count get_command get_command_argument get_environment_variable execute_command_line
  compiler_options compiler_version atomic_define atomic_ref
  ${kinds('c_', 'associated f_pointer f_procpointer funloc loc sizeof')}
  ${kinds('ieee_', 'class copy_sign is_finite is_nan is_normal logb next_after rem rint scalb selected_real_kind unordered value')}
  ${['flag', 'halting_mode', 'rounding_mode', 'status', 'underflow_mode'].map((name) => `ieee_get_${name} ieee_set_${name}`).join(' ')}
  ${kinds('ieee_support_', 'datatype denormal divide flag halting inf io nan rounding sqrt standard underflow_control')}`;

const wordClass = words(
  { k: keywords, kt: 'integer real doubleprecision complex logical character', nb: intrinsics },
  'n',
);
const name = String.raw`[a-zA-Z]\w*`;
const kind = `(?:[0-9]+|${name})`;
const power = '[eEdD][+-]?[0-9]+';
const white = rule(`${blank}+`, 'w');
/** Two words that are one. */
const pair = (first: string, second: string): string => `${anyCase(first)}${blank}+(?:${anyCase(second)})${wordEnd}`;
const numberIn = (mark: string, digits: string): string =>
  `[${mark}${mark.toLowerCase()}](?:'${digits}+'|"${digits}+")`;
const stringOf = (quote: string, as: string): Rule[] => [
  rule(`[^${quote}]+`, as),
  rule(quote + quote, 'se'),
  rule(quote, as, '^'),
];

/** Fortran, in free form. */
export const fortran: Language = {
  modes: {
    root: [
      white,
      lineComment('!', 'c1'),
      lineComment(`${lineStart}#`, 'cp'),
      rule(String.raw`[()\/;,:&[\]]`, 'p'),
      rule(`${lineStart}[0-9]+${wordEnd}`, 'nl'),
      rule(`(${anyCase('format')})(${blank}*)(\\()`, ['k', 'w', 'p'], 'format'),
      rule(`[+-]?(?:(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:${power})?|[0-9]+${power})(?:_${kind})?`, 'mf'),
      rule(`[+-]?[0-9]+(?:_${kind})?`, 'mi'),
      rule(numberIn('B', '[01]'), 'mb'),
      rule(numberIn('O', '[0-7]'), 'mo'),
      rule(numberIn('Z', '[0-9a-fA-F]'), 'mh'),
      rule(`(?:${kind}_)?'`, 's1', 'single'),
      rule(`(?:${kind}_)?"`, 's2', 'double'),
      rule(`\\.(?:${anyCase('true')}|${anyCase('false')})\\.(?:_${kind})?`, 'kc'),
      rule('[-+*<>=%]', 'o'),
      rule(String.raw`\.[a-zA-Z]+\.`, 'ow'),
      rule(pair('double', 'precision'), 'kt'),
      rule([pair('go', 'to'), pair('sync', 'all|images|memory'), pair('error', 'stop')].join('|'), 'k'),
      rule(name, (text) => wordClass(text.toLowerCase())),
    ],
    single: stringOf("'", 's1'),
    double: stringOf('"', 's2'),
    format: [
      rule("'", 's1', 'single'),
      rule('"', 's2', 'double'),
      rule('\\(', 'p', 'format'),
      rule('\\)', 'p', '^'),
      rule(',', 'p'),
      white,
      rule(String.raw`[^\t-\r '"(),]+`, 'l'),
    ],
  },
};
