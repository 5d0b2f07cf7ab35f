import type { Language } from '../language.js';
import { rule } from './pieces.js';

const name = '[a-zA-Z][a-zA-Z0-9_-]*';

/** A variant's key in brackets, after which its text begins. */
const key = (inside: string, as: string) => rule(String.raw`(\[)(${inside})(\])`, ['p', as, 'p'], 'template');

/** Fluent's messages. */
export const fluent: Language = {
  modes: {
    root: [
      rule('( *)(=)( *)', ['w', 'p', 'w'], 'template'),
      rule(String.raw`(?:[\t-\r ]*\n)+`, 'w'),
      rule(String.raw`#{1,3}(?: [^\n]*)?(?![^\n])`, 'c1'),
      rule(name, 'no'),
      rule(`-${name}`, 'ni'),
      rule(String.raw`[\t-\r ]*\.${name}`, 'na'),
      rule(String.raw`[\t-\r ]+(?=[^\t-\r .])`, 'w', 'template'),
    ],
    template: [
      rule('\\n', 'w', '^'),
      rule(String.raw`[^{}*\n]+`, ''),
      rule('\\{', 'p', 'placeable'),
      rule('(?=\\})', 'p', '^'),
    ],
    placeable: [
      rule('[\\t-\\r ]+', 'w'),
      rule('\\{', 'p', 'placeable'),
      rule('\\}', 'p', '^'),
      rule(`\\$${name}`, 'nv'),
      rule(`-${name}`, 'ni'),
      rule(`\\.${name}`, 'na'),
      rule('[A-Z]+', 'nb'),
      rule(name, 'no'),
      rule('[(),:]|->', 'p'),
      rule('\\*', 'pi'),
      rule('-?[0-9]+\\.[0-9]', 'mf'),
      rule('-?[0-9]+', 'mi'),
      rule('"', 's2', 'text'),
      key(String.raw`-?[0-9]+\.[0-9]+`, 'mf'),
      key('-?[0-9]+', 'mi'),
      key('[a-zA-Z][a-zA-Z0-9_-]+', 'ss'),
    ],
    text: [
      rule(String.raw`\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6}|\\[^\n]`, 'se'),
      rule(String.raw`[^"\\]+`, 's2'),
      rule('"', 's2', '^'),
    ],
  },
};
