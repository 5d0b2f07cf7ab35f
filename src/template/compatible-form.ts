import { lazily } from '../core/lazily.js';

/**
 * What Unicode has come to decompose since Addressable's table was made, or what that table never had. Between them lie
 * characters that have no other form.
 */
const unknown =
  '\\u03f4-\\u03f9\\u10fc\\u1d2c-\\u1dbf\\u2047\\u2057-\\u205f\\u2071\\u2090-\\u209c\\u213b-\\u2152\\u2189' +
  '\\u2a0c\\u2a74-\\u2a76\\u2adc\\u2c7c\\u2c7d\\u2d6f\\u309f\\u30ff\\u321d\\u321e\\u3244-\\u325f\\u327c-\\u327e' +
  '\\u32b1-\\u32bf\\u32cc-\\u32cf\\u32ff\\u3377-\\u337a\\u33de\\u33df\\u33ff\\ua69c\\ua69d\\ua770' +
  '\\ua7f1-\\ua7f9\\uab5c-\\uab69\\uf951\\ufa2e-\\ufad9\\ufdfc\\ufe10-\\ufe19\\ufe47\\ufe48\\uff5f\\uff60' +
  '\\u{10781}-\\u{107ba}\\u{1ccd6}-\\u{1ccf9}\\u{1d15e}-\\u{1d164}\\u{1d1bb}-\\u{1d1c0}\\u{1d400}-\\u{1d7ff}' +
  '\\u{1e030}-\\u{1e06d}\\u{1ee00}-\\u{1eebb}\\u{1f100}-\\u{1f190}\\u{1f200}-\\u{1f251}\\u{1fbf0}-\\u{1fbf9}' +
  '\\u{2f800}-\\u{2fa1d}';

const known = lazily(() => new RegExp(`[^${unknown}]+`, 'gu'));
const special = lazily(() => new RegExp(`[${unknown}\\p{M}]`, 'u'));

/**
 * A text as Addressable 2.8.1 normalizes it (NFKC, by an old table): letters of mathematics and the like stay as they
 * are, and a mark is joined with nothing but the character right before it.
 */
export function compatibleForm(text: string): string {
  const plain = text.normalize('NFKC');
  if (!special().test(text) && !special().test(plain)) return plain;
  const pieces = [...text.replace(known(), (run) => run.normalize('NFKD'))];
  if (isCombining(pieces[0]!)) return pieces.join('');
  let result = '';
  let last = '';
  for (const piece of pieces) {
    const joined = joinedForm(last + piece);
    const isOne = last !== '' && joined.length <= (joined.codePointAt(0)! > 0xffff ? 2 : 1);
    if (!isOne) result += last;
    last = isOne ? joined : piece;
  }
  return result + last;
}

/** Two characters as one where there is one: yod with hiriq, too, which Unicode leaves apart. */
function joinedForm(pair: string): string {
  return pair === '\u05d9\u05b4' ? '\ufb1d' : pair.normalize('NFC');
}

/** The mark of the highest class. */
const highest = '\u0345';

/** Whether a character has a combining class: then it is put before the mark of the highest one. */
function isCombining(character: string): boolean {
  return character === highest || !(highest + character).normalize('NFD').startsWith(highest);
}
