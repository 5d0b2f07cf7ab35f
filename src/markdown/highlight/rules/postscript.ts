import type { Language } from '../language.js';
import { lineComment, lineStart, oneOf, rule, space } from './pieces.js';

const delimiter = String.raw`()<>\[\]{}\/%\t-\r `;
const end = `(?=[${delimiter}])`;
const name = `[^${delimiter}]+${end}`;
const number = String.raw`[-+]?(?:[0-9]+\.?|[0-9]*\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][0-9]+)?`;
const operators = oneOf(`
  add sub mul div idiv mod neg abs ceiling floor round truncate sqrt sin cos atan exp ln log rand
  copy dup exch index pop roll array aload length get getinterval put dict begin end def load
  bind exec exit loop repeat run quit stack pstack print cvi cvs
  matrix identmatrix defaultmatrix currentmatrix setmatrix concat concatmatrix invertmatrix transform dtransform itransform idtransform
  rotate scale translate newpath closepath moveto rmoveto lineto rlineto curveto rcurveto arc arcn charpath pathbbox pathforall strokepath
  clip fill shfill stroke gsave grestore save restore show showpage stringwidth findfont scalefont setfont currentpoint currentlinewidth
  setdash setgray setlinecap setlinejoin setlinewidth setrgbcolor
  dictstackoverflow rangecheck syntaxerror typecheck undefined undefinedfilename undefinedresult`);

/** PostScript. */
export const postscript: Language = {
  modes: {
    root: [
      rule(`${lineStart}%![^\\n]+`, 'cp'),
      lineComment('%%', 'cs'),
      lineComment('%', 'c1'),
      rule('\\(', 's', 'text'),
      rule(`\\/${name}`, 'nv'),
      rule(String.raw`[{}<>\[\]]`, 'p'),
      rule(operators + end, 'nb'),
      rule(`(?:eq|ne|g[et]|l[et]|and|or|not|if(?:else)?|for(?:all)?)${end}`, 'kr'),
      rule(`(?:false|true)${end}`, 'kc'),
      rule(`[0-9]+#${number}${end}`, 'mo'),
      rule(number + end, 'mf'),
      rule(name, 'nf'),
      space,
    ],
    text: [
      rule(String.raw`[^()\\]+`, 's'),
      rule('\\\\', 'se', 'escaped'),
      rule('\\(', 's', 'text'),
      rule('\\)', 's', '^'),
    ],
    escaped: [rule(String.raw`[0-8]{3}|[nrtbf\\()]`, 'se', '^')],
  },
};
