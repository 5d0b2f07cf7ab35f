import type { Language } from '../language.js';
import { words } from '../rule.js';
import { blank, rule } from './pieces.js';

const wordClass = words(
  {
    k: `
      import export open namespace section end context hiding renaming exposing expose extends include including from using with
      def definition abbreviation example theorem lemma corollary axiom conjecture hypothesis constant constants
      variable variables parameter parameters universe universes inductive instance private protected inline opaque
      reducible irreducible notation infix infixl infixr prefix postfix precedence
      begin by calc match fun have show assume repeat
      alias add_rewrite calc_refl calc_subst calc_trans coercion opaque_hint tactic_hint set_option options help hott exit
      #check #eval #print #reduce`,
    kt: 'Sort Prop Type',
  },
  'n',
);

/** Lean, as it was before the fourth. */
export const lean: Language = {
  modes: {
    root: [
      rule(`${blank}*--+${blank}+[^\\n]*`, 'cd'),
      rule('"', 's', 'string'),
      rule('[0-9]+', 'mi'),
      rule('#?\\w+', wordClass),
      rule('λ', 'k'),
      rule(':=?', ''),
      rule('\\.[0-9]*', 'o'),
      rule(String.raw`-+|[!#&*+\/@\x60;<=>|~∀Π↔∧∨≠≤≥⊎¬⬝▸→∃ℕℤ≈×⌞⌟≡⟨⟩]|⁻¹`, 'o'),
      rule(String.raw`[\t-\r (),[\]αβ‹›]+`, ''),
    ],
    string: [rule('"', 's', '^'), rule('\\\\', 'se', 'escape'), rule('[^\\\\"]+', 's')],
    escape: [rule(String.raw`[nrt"'\\]|[xX][0-9a-fA-F]+`, 'se', '^')],
  },
};
