import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { inlineSpace } from './c-family.js';
import { digit, leave, rule } from './pieces.js';

/** What has an end of its own, named after it; and what has not. */
const blocks =
  'case class clocking config function generate group interface module package primitive program property specify sequence table task';
const keywords = `
  ${blocks.replace(/\b(?:class|group) /g, '')} ${blocks.replace(/\S+/g, 'end$&')} endattribute attribute begin end covergroup
  always always_comb always_ff always_latch initial final assign deassign alias force release defparam localparam genvar
  if else casex casez randcase default for foreach forever while do break continue return wait wait_order fork forkjoin join_any join_none join
  import export extends use include incdir instance liblist library design modport bind typedef type automatic local protected
  pure rand randc super this new null context extern unique priority timeunit timeprecision parameter
  assert assume cover coverpoint cross bins binsof ignore_bins illegal_bins wildcard expect constraint solve before inside dist
  randsequence first_match intersect matches throughout within with iff ifnone noshowcancelled showcancelled
  pulsestyle_onevent pulsestyle_ondetect assert_strobe`;
const strengths = ['highz', 'pull', 'strong', 'supply'].flatMap((kind) => [`${kind}0`, `${kind}1`]).join(' ');
/** Types of data and nets, gates and switches, and other words of declarations. */
const types = `
  bit byte shortint int integer longint time logic reg real realtime shortreal string chandle event enum struct union void
  wire uwire wand wor tri tri0 tri1 triand trior trireg var const static signed unsigned vectored scalared packed tagged virtual ref
  input output inout specparam medium strength ${strengths} pulldown pullup
  and nand or nor xor xnor not buf bufif0 bufif1 notif0 notif1 nmos pmos cmos rnmos rpmos rcmos
  tran tranif0 tranif1 rtran rtranif0 rtranif1 macromodule class cell join initial disable edge posedge negedge repeat wait`;

/** Names of a task that writes, with those that have the number's base at their end. */
const bases = (name: string): string => `${name} ${name}b ${name}h ${name}o`;
const tasks = `
  ${['display', 'write', 'monitor', 'strobe', 'fdisplay', 'fwrite', 'fmonitor', 'fstrobe', 'swrite'].map(bases).join(' ')}
  ${['sin', 'cos', 'tan'].map((name) => `${name} a${name} ${name}h a${name}h`).join(' ')} atan2 hypot exp ln log10 pow sqrt floor ceil clog2
  monitoron monitoroff fopen fclose fgetc ungetc fgets fread fscanf fseek ftell feof ferror fflush rewind sscanf sformat sformatf
  readmemb readmemh writememb writememh dumpfile dumpvars dumpon dumpoff dumpall dumpflush dumplimit
  ${['dump', 'dumpon', 'dumpoff', 'dumpall', 'dumpflush', 'dumplimit'].map((name) => name.replace('dump', 'dumpports')).join(' ')}
  time stime realtime timeformat printtimescale finish stop exit system random
  ${['chi_square', 'erlang', 'exponential', 'normal', 'poisson', 't', 'uniform'].map((name) => `dist_${name}`).join(' ')}
  q_initialize q_add q_remove q_full q_exam bits bitstoreal realtobits bitstoshortreal shortrealtobits itor rtoi signed unsigned cast
  typename isunbounded dimensions unpacked_dimensions left right low high increment size
  countones onehot onehot0 isunknown sampled past rose fell stable changed
  ${['past', 'future', 'rising', 'falling', 'steady', 'changing', 'rose', 'fell', 'stable', 'changed'].map((name) => `${name}_gclk`).join(' ')}
  error warning info asserton assertoff assertkill assertpasson assertpassoff assertfailon assertfailoff assertnonvacuouson assertvacuousoff
  ${['control', 'get', 'get_max', 'merge', 'save'].map((name) => `coverage_${name}`).join(' ')} get_coverage load_coverage_db set_coverage_db_name`;

const name = String.raw`[a-zA-Z_]\w*`;
const wordClass = words({ k: keywords, kt: types, nb: tasks }, 'n');
const comment = rule(String.raw`\/\/[^\n]*`, 'c1', 'lineStart');
const define: readonly Rule[] = [...inlineSpace, rule('`define', 'cp', 'macro'), leave];
const power = '[eE][+-]?[0-9_]+';

/** Verilog and SystemVerilog. */
export const verilog: Language = {
  modes: {
    root: [rule(String.raw`\n+`, '', 'defineStart'), comment, ...inlineSpace, rule('(?:)', '', 'statement')],
    defineStart: define,
    lineStart: [rule(`${name}:(?!:)`, 'nl'), ...define],
    statement: [
      rule(String.raw`\n+`, '', 'lineStart'),
      comment,
      ...inlineSpace,
      rule('L?"', 's', 'string'),
      rule(String.raw`(?:[0-9_]+\.[0-9_]*|[0-9_]*\.[0-9_]+)(?:${power})?|[0-9_]+${power}`, 'mf'),
      rule("[0-9]*'h[0-9a-fA-F_?]+", 'mh'),
      rule("[0-9]*'b?[01xz_?]+", 'mb'),
      rule("[0-9]*'d[0-9_?]+", 'mi'),
      rule('[0-9_]+[luLU]*', 'mi'),
      rule(String.raw`[-~!%^&*+=|?:<>\/@{}]`, 'o'),
      rule(String.raw`[()[\],.$#;]`, 'p'),
      rule('`\\w+', 'cp'),
      rule(name, wordClass),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\abfnrtv"']|x${digit.sixteen}{2,4}|[0-7]{1,3})`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
    macro: [rule(String.raw`\n`, 'cp', '^'), ...inlineSpace, rule(';', 'p'), rule('=', 'o'), rule(String.raw`\w+`, '')],
  },
};
