import type { Language } from '../language.js';
import { words } from '../rule.js';
import { anyLetter, escapedCharacter, float, ocaml } from './ocaml.js';
import { lineComment, rule, space } from './pieces.js';

function languageOf(lists: Readonly<Record<string, string>>): Language {
  return {
    modes: {
      root: [
        space,
        rule('false|true', 'kc'),
        lineComment('--', 'c1'),
        rule(String.raw`\/\*[\s\S]*?\*\/|\(\*[\s\S]*?\*\)`, 'cm'),
        rule(`[${anyLetter}_][\\w']*`, words(lists, 'n')),
        rule('[(){}[\\];]+', 'p'),
        rule(String.raw`[,!$%&*+.\/:<=>?@^|~#\-]+`, 'o'),
        float,
        rule('[0-9][0-9_]*', 'mi'),
        escapedCharacter,
        rule("'\\.'", 'sc'),
        rule('"', 's2', 'string'),
      ],
      string: ocaml.modes!.string!,
    },
  };
}

/** Lustre. */
export const lustre: Language = languageOf({
  k: `
    extern unsafe assert const current enum function let node operator returns step struct tel type var model package needs provides uses is body
    end include merge`,
  ow: 'div and xor mod or not nor if then else fby pre when with',
  kt: 'int real bool',
});

/** Lutin, in which the surroundings of programs in Lustre are described. */
export const lutin: Language = languageOf({
  k: `
    let in node extern system returns weak strong assert raise try catch trap do exist erun run type ref exception include false true`,
  ow: 'div and xor mod or not nor if then else pre',
  kt: 'int real bool trace loop fby',
});
