import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { digit, rule } from './pieces.js';

const wordClass = words(
  {
    k: `
      pragma import as using contract interface library abstract is constructor function modifier event struct enum mapping type
      public private internal external pure view payable constant virtual override anonymous indexed memory storage calldata
      fallback receive returns return if else for while do break continue try catch throw emit new delete var assembly hex`,
    nb: `
      true false now this super selector balance send transfer call callcode delegatecall selfdestruct suicide
      assert require revert blockhash gasleft addmod mulmod keccak256 sha256 sha3 ripemd160 ecrecover`,
    kc: 'wei finney szabo ether seconds minutes hours days weeks years',
    kt: 'address bool byte bytes int string uint',
    kr: `
      after alias apply auto case copyof default define final fixed immutable implements in inline let macro match mutable null of
      partial promise reference relocatable sealed sizeof static supports switch typedef typeof ufixed unchecked`,
  },
  'n',
);

/** The inside of a string; the other quote may stand in it. */
function stringOf(quote: string, other: string): Rule[] {
  return [
    rule(String.raw`\\(?:u${digit.sixteen}{4}|x[^\n]{2}|[^x])`, 'se'),
    rule(String.raw`[^\\"'\n]+|\\`, 's'),
    rule(quote, 's', '^'),
    rule(other, 's'),
  ];
}

/** Solidity. */
export const solidity: Language = {
  modes: {
    root: [
      rule(String.raw`[\n \t\r]+|\\\n`, ''),
      rule(String.raw`\/\/[^\n]*\n`, 'c1'),
      // In a line that the code ends in there is no comment; its marks are taken together.
      rule(String.raw`\/+(?![*\/])`, 'o'),
      rule(String.raw`\/\*`, 'cm', 'comment'),
      rule('(?:hex)?"', 's', 'double'),
      rule("(?:hex)?'", 's', 'single'),
      rule(String.raw`[0-9]+\.[0-9]+(?:[eE][0-9]+)?`, 'mf'),
      rule(`0[xX]${digit.sixteen}+`, 'mh'),
      rule('[0-9]+(?:[eE][0-9]+)?', 'mi'),
      rule(String.raw`\*\/`, 'err'),
      rule(String.raw`[-~!%^&*+=|?:<>\/]`, 'o'),
      rule(String.raw`[()[\],.;{}]`, 'p'),
      rule('u?fixed[0-9]+x[0-9]+', 'kr'),
      rule('(?:bytes|u?int)[0-9]+', 'kt'),
      rule(String.raw`[a-zA-Z$_][\w$]*`, wordClass),
    ],
    double: stringOf('"', "'"),
    single: stringOf("'", '"'),
    comment: [rule(String.raw`\*\/`, 'cm', '^'), rule(String.raw`[^*\/]+|[*\/]`, 'cm')],
  },
};
