import type { Language } from '../language.js';
import { words } from '../rule.js';
import { lineComment, rule, space } from './pieces.js';

const wordClass = words(
  {
    k: `
      adc and asl bit brk cmp cpx cpy dec eor inc jmp jsr lda ldx ldy lsr nop ora rol ror rti rts sbc sta stx sty tax txa dex inx tay tya
      dey iny bpl bmi bvc bvs bcc bcs bne beq clc sec cli sei clv cld sed txs tsx pha pla php plp`,
    kt: 'db dw byte word',
    kr: `
      incbin include org bank rsset rs macro endm ds proc endp procgroup endprocgroup incchr defchr zp bss code data if ifdef ifndef else
      endif fail inesprg ineschr inesmap inesmir func`,
  },
  'nf',
);

/** NESASM, an assembler for the 6502. */
export const nesasm: Language = {
  modes: {
    root: [
      space,
      lineComment(';', 'c1'),
      rule(String.raw`[(),.[\]]`, 'p'),
      rule('#?%[01]+', 'mb'),
      rule('#?\\$[0-9a-fA-F]+', 'mh'),
      rule('#?[0-9]+', 'm'),
      rule(String.raw`[~&*+=|?:<>\/\-]`, 'o'),
      rule('#?\\w+:?', (text) => wordClass(text.toLowerCase())),
      rule('#\\(', 'p'),
      rule('"', 's', 'string'),
      rule("'\\w'", 'sc'),
      rule(String.raw`\\\??[0-9@#]`, 'nb'),
    ],
    string: [rule('"', 's', '^'), rule('\\\\"?', 'se'), rule('[^"\\\\]+', 's')],
  },
};
