import type { Language } from '../language.js';
import { words } from '../rule.js';
import { leftOut } from '../span-writer.js';
import { anyLetter, commentBody, escapedCharacter, float } from './ocaml.js';
import { blank, oneOf, rule } from './pieces.js';

const id = `(?:[${anyLetter}][\\w']*|_[\\w']+)`;
const dotName = `(\\.)(${id})`;
const codeEnd = '(?![\\s\\S])';

/** Commands, the words of terms, then of proofs. */
const wordClass = words(
  {
    k: `
      Definition Theorem Lemma Remark Corollary Example Goal Proof Qed Defined Fixpoint CoFixpoint Inductive CoInductive Record
      Class Instance Existing Module Section End Require Import Export Include Variable Variables Context Universe Universes
      Polymorphic Monomorphic Global Local Opaque Transparent Notation Infix Arguments Hint Rewrite Immediate Ltac
      Compute Eval Check Print Printing Search SearchAbout About`,
    kr: 'forall fun let in match return end if then else as Type Set Prop',
    kp: `
      intro intros apply eapply auto eauto autorewrite rewrite erewrite setoid_rewrite destruct edestruct induction inversion injection
      constructor econstructor exists eexists split symmetry transitivity etransitivity exfalso f_equal
      unfold fold simpl red cbv cbn lazy beta iota zeta delta compute vm_compute native_compute
      subst clear revert generalize specialize dependent instantiate refine with at repeat first try`,
    ne: 'assumption eassumption exact reflexivity congruence omega solve',
  },
  'no',
);

/** Marks of one character that are Coq's own; other marks are operators. */
const own = '_;:⇒→↔⇔≔≡∀∃∧∨¬⊤⊥⊢⊨∈';
const option = `(${oneOf('Universe Printing Implicit Strict')})(${blank}+)(${oneOf('Polymorphism All Notations Arguments Universes Implicit')})`;

/** Coq. */
export const coq: Language = {
  modes: {
    root: [
      rule(String.raw`\(\*(?!\))`, 'c', 'comment'),
      rule(`${blank}+`, 'w'),
      rule(`(Module)(${blank}+)(Type)(${blank}+)`, ['k', 'w', 'k', 'w']),
      rule(`(Set|Unset)(${blank}+)${option}(${blank}*)(\\.)`, ['k', 'w', 'k', 'w', 'k', 'w', 'pi']),
      rule(`${id}(?=\\.${id})`, 'nn', 'path'),
      rule(`${id}(?=\\.${blank})`, wordClass, 'end'),
      // As in Rouge, a name is not known for one until something comes after it.
      rule(id + codeEnd, leftOut),
      rule(id, wordClass),
      rule(String.raw`\/\\|\\\/`, 'o'),
      float,
      rule('[0-9][0-9_]*', 'mi'),
      escapedCharacter,
      rule("'", 'k'),
      rule('"', 's2', 'string'),
      rule(`[~?]${id}`, 'nv'),
      rule(`[${own}]`, 'p'),
      rule(String.raw`[\[\],{}()!$%&*+.\/<=>?@^|~#\-]`, 'o'),
    ],
    path: [
      rule(`${dotName}(?=\\.${id})`, ['p', 'nn']),
      rule(`${dotName}(?=\\.${blank})`, ['p', 'no'], '=end'),
      rule(dotName + codeEnd, ['p', leftOut]),
      rule(dotName, ['p', 'no'], '^'),
    ],
    end: [rule(`(\\.)(${blank}+)`, ['pi', 'w'], '^')],
    comment: commentBody,
    string: [rule(String.raw`[^\\"]+|\\"|\\`, 's2'), rule('"', 's2', '^')],
  },
};
