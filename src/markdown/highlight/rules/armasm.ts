import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { digit, lineComment, lineStart, oneOf, rule, wordBoundary, wordEnd } from './pieces.js';

const preprocessor = oneOf('include line define undef if ifdef ifndef elif else endif error warning pragma');

/** Directives: areas and files, data, symbols, conditions and loops, registers, reports. */
const directives = oneOf(`
  AREA ALIGN AOF AOUT ORG ENTRY END ARM THUMB THUMBX CODE16 CODE32 DATA COMMON LEAF LEADR LTORG PRESERVE8 REQUIRE8 REQUIRE NOFP ROUT
  DCB DCD DCDO DCDU DCFD DCFDU DCFH DCFHU DCFS DCFSU DCI DCQ DCQU DCW DCWU FIELD FILL MAP SPACE
  EXPORT EXPORTAS EXTERN GLOBAL IMPORT KEEP STRONG ALIAS ATTR RELOC EQU
  GBLA GBLL GBLS LCLA LCLL LCLS SETA SETL SETS FUNCTION ENDFUNC PROC ENDP FRAME MACRO MEND MEXIT
  IF ELIF ELSE ENDIF WHILE WEND CN CP DN FN QN RN SN RLIST ASSERT INFO OPT SUBT TTL`);
const conditions = 'ASR LSL LSR ROR RRX AL CC CS EQ GE GT HI HS LE LO LS LT MI NE PL VC VS';
const variables = oneOf(`
  ARCHITECTURE AREANAME ARMASM_VERSION CODESIZE COMMANDLINE CONFIG CPU ENDIAN FALSE FPIC FPU INPUTFILE INTER LINENUM LINENUMUP
  LINENUMUPPER OBJASM_VERSION OPT PC PCSTOREOFFSET REENTRANT ROPI RWPI TRUE VAR`);
const operators = `${oneOf(`
  AND OR EOR NOT LAND LOR LEOR LNOT MOD SHL SHR ROL ROR BASE INDEX CHR DEF LEFT LEN LOWERCASE UPPERCASE RIGHT STR RCONST
  CC CC_ENCODING REVERSE_CC FATTR FEXEC FLOAD FSIZE UAL`)}|TARGET_(?:(?:ARCH|FEATURE)_[0-9A-Z_]+|FPU_[A-Z_]|PROFILE_[ARM])`;

const x = digit.sixteen;
/** Numbers of a base from two to nine, which stands before an underscore, or of ten; with a point among the digits or not. */
const numbers = (point: string): string =>
  [2, 3, 4, 5, 6, 7, 8, 9]
    .map((base) => `${base}_[${point}0-${base - 1}]+`)
    .concat(`[${point}0-9]+`)
    .join('|');

const name = String.raw`[a-zA-Z_]\w*|\|[^|\n]+\|`;
const argument = rule(String.raw`\$[a-zA-Z]\w*\.?`, 'nn');
const lineBreak = rule('\\n', '', '^');
const comment = rule(';[^\\n]*', 'c', '^');

/** A string, or a file's name, in which arguments are replaced. */
function textOf(as: string, quote: string): Rule[] {
  const end = quote === '' ? [] : [rule(quote, as, '=args')];
  return [lineBreak, rule('\\$\\$', as), argument, ...end, rule(`[^$${quote}\\n]+`, as)];
}

/** Arm's assembler. */
export const armasm: Language = {
  modes: {
    root: [
      rule('\\n', ''),
      rule(`${lineStart}([ \\t]*)(#[ \\t]*(?:${preprocessor}(?:[ \\t][^\\n]*)?)?)(\\n)`, ['', 'cp', '']),
      rule('[ \\t]+', '', 'command'),
      lineComment(';', 'c'),
      rule(String.raw`\$[a-zA-Z_]\w*\.?`, 'nn'),
      rule(String.raw`\w+|\|[^|\n]+\|`, 'nl'),
    ],
    command: [
      lineBreak,
      rule('[ \\t]+', '', '=args'),
      comment,
      rule(oneOf('BIN GET INCBIN INCLUDE LNK') + wordEnd, 'k', '=file'),
      rule(`(?:${directives}|DCI[^\\n][NW]|[[\\]|!#*=%&^])(?=[; \\t\\n])`, 'k'),
      // Instructions are too many to list.
      rule(
        String.raw`(?:[A-Z][0-9A-Z]*|[a-z][0-9a-z]*)(?:\.[NWnw])?(?:\.[DFIPSUdfipsu]?(?:8|16|32|64)?){0,3}${wordBoundary}`,
        'nb',
      ),
      rule(name, 'nf'),
      argument,
    ],
    args: [
      lineBreak,
      rule('[ \\t]+', ''),
      comment,
      rule(oneOf(`${conditions} ${conditions.toLowerCase()}`) + wordEnd, 'nb'),
      rule(name, 'nv'),
      rule(String.raw`%[bfBF]?[atAT]?[0-9]+(?:[a-zA-Z_]\w*)?`, 'nl'),
      rule(`(?:&|0[xX])${x}+(?![pP])`, 'mh'),
      rule(`(?:&|0[xX])[.0-9a-fA-F]+(?:[pP][-+]?[0-9]+)?|0[fF]_${x}{8}|0[dD]_${x}{16}`, 'mf'),
      rule(`(?:${numbers('')})(?![eE])`, 'mi'),
      rule(`(?:${numbers('.')})(?:[eE][-+]?[0-9]+)?`, 'mf'),
      rule('[@:](?=[ \\t]*(?:8|16|32|64|128|256)[^0-9])', 'o'),
      rule(`[.@]|\\{${variables}\\}`, 'no'),
      rule(String.raw`[-!#%&()*+,\/<=>?^{|}[\]]|:(?:${operators}):`, 'o'),
      argument,
      rule("'", 'sc', '=single'),
      rule('"', 's2', '=double'),
    ],
    single: textOf('sc', "'"),
    double: textOf('s2', '"'),
    file: textOf('sx', ''),
  },
};
