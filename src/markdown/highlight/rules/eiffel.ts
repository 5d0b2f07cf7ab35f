import type { Language } from '../language.js';
import { digitsOf, lineComment, oneOf, rule, space, wordEnd } from './pieces.js';

const decimal = digitsOf('[0-9]');
const code = String.raw`%\/(?:0[xX]${digitsOf('[0-9a-fA-F]')}|0[cC]${digitsOf('[0-7]')}|0[bB]${digitsOf('[01]')}|${decimal})\/`;
const special = `%[A-DFHLNQR-V%'"()<>]|${code}`;
const verbatim = rule(String.raw`(?:[^"%\b\f\v]|${special})`, 'sx');

/** Eiffel. */
export const eiffel: Language = {
  modes: {
    root: [
      rule('"\\[', 'sx', 'aligned'),
      rule('"\\{', 'sx', 'asWritten'),
      rule(String.raw`"(?:[^"%\b\f\n\r\v]|${special})*"`, 's2'),
      lineComment('--', 'c1'),
      rule(String.raw`'(?:[^%\b\f\n\r\t\v]|${special})'`, 'sc'),
      rule(
        oneOf(`
          across agent alias all and attached as assign attribute check class convert create debug deferred detachable do else elseif end
          ensure expanded export external feature from frozen if implies inherit inspect invariant like local loop not note obsolete old
          once or Precursor redefine rename require rescue retry select separate some then undefine until variant Void when xor`) +
          wordEnd,
        'k',
      ),
      rule(oneOf('Current Result') + wordEnd, 'kv'),
      rule(oneOf('True False') + wordEnd, 'kc'),
      rule(`0[xX]${digitsOf('[0-9a-fA-F]')}b`, 'mh'),
      rule(`0[cC]${digitsOf('[0-7]')}${wordEnd}`, 'mo'),
      rule(`0[bB]${digitsOf('[01]')}${wordEnd}`, 'mb'),
      rule(decimal, 'mi'),
      rule(`\\.(?:(?:${decimal})?[eE][+-]?)?${decimal}`, 'mf'),
      rule(String.raw`:=|<<|>>|\(\||\|\)|->|\.|[{}\[\]();,:?]`, 'pi'),
      rule(String.raw`\\\\|\|\.\.\||\/[~\/]?|[><\/]=?|[-+*^=~]`, 'o'),
      rule('[A-Z][0-9A-Z_]*', 'nc'),
      rule('[A-Za-z][0-9A-Za-z_]*', 'n'),
      space,
    ],
    aligned: [rule('\\]"', 'sx', '^'), verbatim],
    asWritten: [rule('\\}"', 'sx', '^'), verbatim],
  },
};
