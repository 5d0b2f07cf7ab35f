import type { Language } from '../language.js';
import { words } from '../rule.js';
import { digit, lineComment, lineStart, rule, space } from './pieces.js';

const after = (start: string, ends: string): string => ends.replace(/\S+/g, `${start}$&`);
const conditions = 'cc cs eq ge gt hi hs le lo ls lt mi ne pl vc vs';

/** Instructions: moves, arithmetic, bits and shifts, branches and conditions, the system's. */
const instructions = `
  move movea move16 movem movep moveq exg lea pea link unlk swap clr ext extb
  add adda addi addq addx sub suba subi subq subx neg negx cmp cmpa cmpi cmpm cmp2 chk chk2 tst
  muls mulu divs divsl divu divul abcd sbcd nbcd pack unpk and andi or ori eor eori not
  asl asr lsl lsr rol ror roxl roxr bchg bclr btst bfchg bfclr bfests bfextu bfffo bfins bfset bftst
  bra bse bsr ${after('b', conditions)} dbra dbf dbt ${after('db', conditions)} st sf ${after('s', conditions)}
  jmp jsr rtd rtm rtr rts nop illegal trap trapcc trapv bkpt callm cas cas2 tas`;

const directives = `
  include incdir incbin section offset even cnop equ equenv equr set reg rsreset rsset cargs fopt
  macro endm mexit narg rept endr ifeq ifne ifgt ifge iflt ifle iif ifd ifnd ifc ifnc elseif else endc
  proc endproc func endfunc endf main endmain end opword machine fpu mmu opt fail
  output radix list nolist plen llen ttl subttl spc page listchar format`;

const wordClass = words(
  {
    k: instructions,
    kt: 'dc ds dcb',
    kr: directives,
    nb: `pc usp ssp ccr ${after('d', '0 1 2 3 4 5 6 7')} ${after('a', '0 1 2 3 4 5 6 7')}`,
  },
  'nv',
);

/** Assembler of the Motorola 68000. */
export const m68k: Language = {
  modes: {
    root: [
      rule('\\n+', ''),
      lineComment(`(?:${lineStart}\\*|;)`, 'c1'),
      space,
      rule('"', 's', 'string'),
      rule('#', 'nd'),
      rule(`${lineStart}\\.?[a-zA-Z0-9_]+:?`, 'nl'),
      rule('\\.[bswlBSWL][\\t-\\r ]', 'nd'),
      rule(String.raw`'(?:\\(?:[^\n]|[0-7]{1,3}|[xX]${digit.sixteen}{1,2})|[^\\'\n])'`, 'sc'),
      rule(`\\$${digit.sixteen}+`, 'mh'),
      rule('@[0-8]+', 'mo'),
      rule('%[01]+', 'mb'),
      rule('[0-9]+', 'mi'),
      rule(String.raw`[-*~&+=|?:<>\/]`, 'o'),
      rule('\\\\[^\\n]', 'cp'),
      rule(String.raw`[(),.]|\[[a-zA-Z0-9]*\]`, 'p'),
      rule('_+(?![a-zA-Z0-9_])', 'n'),
      rule('[a-zA-Z_]\\w*', (text) => wordClass(text.toLowerCase())),
    ],
    string: [
      rule('"', 's', '^'),
      rule(String.raw`\\(?:[\\abfnrtv"']|x${digit.sixteen}{2,4}|[0-7]{1,3})`, 'se'),
      rule(String.raw`[^\\"\n]+|\\\n?`, 's'),
    ],
  },
};
