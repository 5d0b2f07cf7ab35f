import type { Language } from '../language.js';
import { lineComment, lineStart, oneOf, rule } from './pieces.js';

const directive = oneOf('define elif else endif error if ifdef ifndef include line pragma undef warning');

/** RISC OS's descriptions of modules in C. */
export const cmhg: Language = {
  modes: {
    root: [
      lineComment(';', 'c'),
      rule(String.raw`${lineStart}([ \t]*)(#[ \t]*(?:${directive}(?:[ \t][^\n]*)?)?)(?=\n)`, ['', 'cp']),
      rule('[-a-z]+:', 'kd'),
      rule('[a-zA-Z_]\\w+', 'ni'),
      rule('"[^"]*"', 's'),
      rule('(?:&|0x)[0-9a-fA-F]+', 'mh'),
      rule('[0-9]+', 'm'),
      rule('[,\\/()]', 'p'),
      rule('[ \\t]+|\\n+', ''),
    ],
  },
};
