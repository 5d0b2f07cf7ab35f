import type { Language } from '../language.js';
import type { Rule } from '../rule.js';
import { oneOf, rule } from './pieces.js';

/** Words are taken wherever they stand, with no regard to where they end. */
const functions = oneOf(`
    ABS ACS ADVAL ASC ASN ATN BEATS BEAT BGET# CHR$ COS COUNT DEG DIM EOF# ERL ERR EVAL EXP EXT# FN GET$# GET$ GET HIMEM INKEY$ INKEY INSTR INT
    LEFT$ LEN LN LOG LOMEM MID$ OPENIN OPENOUT OPENUP PAGE POINT POS PTR# RAD REPORT$ RIGHT$ RND SGN SIN SQR STR$ STRING$ SUM SUMLEN TAN
    TEMPO TIME$ TIME TOP USR VAL VPOS`);
const statements = oneOf(`
    BEATS BPUT# CALL CASE CHAIN CLEAR CLG CLOSE# CLS COLOR COLOUR DATA ELSE ENDCASE ENDIF ENDPROC ENDWHILE END ENVELOPE FOR GCOL GOSUB GOTO IF
    INSTALL LET LIBRARY MODE NEXT OFF OF ON ORIGIN OSCI OTHERWISE OVERLAY PLOT PRINT# PRINT PROC QUIT READ REPEAT REPORT RETURN SOUND STEP STEREO
    STOP SWAP SYS THEN TINT TO VDU VOICES VOICE UNTIL WAIT WHEN WHILE WIDTH`);
const more = [
  String.raw`CIRCLE(?: *FILL)?|DEF *(?:FN|PROC)|DRAW(?: *BY)?|DIM(?!\()|ELLIPSE(?: *FILL)?|ERROR(?: *EXT)?|FILL(?: *BY)?`,
  'INPUT(?:#| *LINE)?|LINE(?: *INPUT)?|LOCAL(?: *DATA| *ERROR)?|MOUSE(?: *COLOUR| *OFF| *ON| *RECTANGLE| *STEP| *TO)?',
  String.raw`MOVE(?: *BY)?|POINT(?: *BY)?(?!\()|RECTANGE(?: *FILL)?|RESTORE(?: *DATA| *ERROR)?`,
  'TRACE(?: *CLOSE| *ENDPROC| *OFF| *STEP(?: *FN| *ON| *PROC)?| *TO)?',
].join('|');

const expression: readonly Rule[] = [
  rule(functions, 'nb'),
  rule(String.raw`[<>\-!$()*+\/=?^|]|AND|DIV|EOR|MOD|NOT|OR`, 'o'),
  rule('FALSE|TRUE', 'no'),
  rule('"[^"]*"', 's'),
  rule('[a-zA-Z_`][\\w`]*[$%]?|@%', 'nv'),
  rule('[0-9.]+', 'm'),
  rule('%[01]+', 'mb'),
  rule('&[0-9a-fA-F]+', 'mh'),
];

/** BBC BASIC. */
export const bbcbasic: Language = {
  modes: {
    root: [
      rule('(:+)( *)(\\*)([^\\n]*)', ['p', '', 'k', '']),
      rule('(\\n+ *)(\\*)([^\\n]*)', ['', 'k', '']),
      rule('(ELSE|OTHERWISE|REPEAT|THEN)( *)(\\*)([^\\n]*)', ['k', '', 'k', '']),
      rule('[ \\n]+', ''),
      rule(':+', 'p'),
      rule('\\[', 'k', 'assembly'),
      rule('REM *>[^\\n]*', 'cs'),
      rule('REM[^\\n]*', 'c'),
      rule(`${statements}|${more}`, 'k'),
      ...expression,
      rule("[,;'~]|SPC|TAB", 'p'),
    ],
    assembly: [
      rule(' +', ''),
      rule('\\]', 'k', '^'),
      rule('[:\\n]', 'p'),
      rule('\\.[a-zA-Z_`][\\w`]*%? *', 'nl'),
      rule('(?:REM|;)[^:\\n]*', 'c'),
      rule('[^ :\\n]+', 'k', 'operands'),
    ],
    operands: [
      rule(' +', ''),
      rule('[:\\n]', 'p', '^'),
      rule('(?:REM|;)[^:\\n]*', 'c', '^'),
      ...expression,
      rule('[!#,@[\\]^{}]', 'p'),
    ],
  },
};
