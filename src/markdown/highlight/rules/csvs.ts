import type { Language } from '../language.js';
import { lineStart, rule, space } from './pieces.js';

/** CSV Schema. */
export const csvs: Language = {
  modes: {
    root: [
      space,
      rule(String.raw`\/\/[^\n\v\f\r]*`, 'c1'),
      rule(String.raw`\/\*[^*]*\*\/`, 'cm'),
      rule(String.raw`(version)( )([0-9]+\.[0-9]+)`, ['k', 'w', 'mf']),
      rule(String.raw`T?[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{5})?(?:Z|[-+][0-9]{2}:[0-9]{2})?`, 'ld'),
      rule(String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}\/[0-9]{2}\/[0-9]{4}`, 'ld'),
      rule(String.raw`(?:[0-9]+\.?[0-9]*|[0-9]*\.[0-9]+)(?:[eE][+-]?[0-9]+)?`, 'mf'),
      rule('@\\w+', 'kp'),
      rule('[-.\\w]{1,500}:', 'nv'),
      rule(`${lineStart}"[^"]+"`, 'nv'),
      rule(String.raw`\$(?:[-.\w]+|"[^"]+")\/?`, 'nv'),
      rule('[A-Za-z]+', 'k'),
      rule('"[^"]*"', 's2'),
      rule(String.raw`'[^\r\n\f']'`, 'sc'),
      rule('[,()*]', 'p'),
    ],
  },
};
