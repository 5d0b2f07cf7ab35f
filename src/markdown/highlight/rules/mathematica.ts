import type { Language } from '../language.js';
import { mathematicaNames } from './mathematica-names.js';
import { expandNames } from './names.js';
import { blank, quotedToLast, rule } from './pieces.js';

const identifier = '[a-zA-Z$][$a-zA-Z0-9]*';
/** Letters and named characters, in one way only. */
const symbol = String.raw`(?:${identifier}(?![$a-zA-Z0-9])|\\\[${identifier}\])+`;
const number = String.raw`(?:\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+)`;
const precision = `(?:\`(?:\`?${number})?)?`;
const exponent = String.raw`(?:\*\^[+-]?[0-9]+)?`;
const text = quotedToLast('"');

let names: ReadonlySet<string> | undefined;

function symbolClass(name: string): string {
  if (name === 'Module' || name === 'With' || name === 'Block') return 'bp';
  names ??= expandNames(mathematicaNames);
  return names.has(name) ? 'nb' : 'nv';
}

/** Mathematica. */
export const mathematica: Language = {
  modes: {
    root: [
      rule(`${blank}+`, 'w'),
      rule(String.raw`\(\*`, 'c', 'comment'),
      rule(String.raw`[0-9]+\^\^(?:\.\w+|\w+\.\w*|\w+)${precision}${exponent}`, 'm'),
      rule(number + precision + exponent, 'm'),
      rule(`::(?:${identifier}|${text})`, 'nt'),
      rule(String.raw`(?:In|Out)\[[0-9]+\]:?=`, 'gp'),
      rule(`\`?${symbol}(?:\`${symbol})*\`?`, symbolClass),
      rule(`#(?:${identifier}|"${identifier}"|[0-9]*)`, 'nf'),
      rule("[-+*/|,;.:@~=><&`'^?!_%]", 'o'),
      rule(String.raw`[\[\](){}]`, 'p'),
      rule(text, 's'),
    ],
    comment: [
      rule(String.raw`\(\*`, 'c', 'comment'),
      rule(String.raw`\*\)`, 'c', '^'),
      rule(`::${identifier}::| :(?:${identifier}(?![$a-zA-Z0-9])|${blank})+: `, 'cp'),
      rule(String.raw`[^\n(* :]+|[^\n]`, 'c'),
    ],
  },
};
