import { entities } from './entities.js';

/** Characters that no HTML may have. */
const noCharacters = /[\x01-\x08\v\f\x0e-\x1f\ufffe\uffff]+/g;

/** A text without them. */
export function withoutControls(text: string): string {
  return text.replace(noCharacters, '').replaceAll('\0', ' ');
}

/** Entities. Numbers may lack their semicolon, and even digits; names may not. */
const reference = /&#(?:[xX]([0-9a-fA-F]*)|(\d*));?|&([A-Za-z][A-Za-z0-9]*);/g;

/** A text with its entities decoded. */
export function decodeEntities(text: string): string {
  return decodeReferences(withoutControls(text));
}

/** The value of an attribute with its entities decoded. It ends where the number of one is of no character. */
export function decodeAttribute(value: string): string {
  const clean = value.replace(/[\x01-\x08\v\f\x0e-\x1f]+/g, '').replaceAll('\0', ' ');
  if (!clean.includes('&#')) return decodeReferences(clean);
  for (const { index, 1: hex, 2: decimal, 3: name } of clean.matchAll(reference))
    if (name === undefined && characterOf(hex, decimal) === '') return decodeReferences(clean.slice(0, index));
  return decodeReferences(clean);
}

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? characterOf(hex, decimal) : (entities.get(name) ?? whole),
  );
}

/** The character of a number; none where HTML may not have it. */
function characterOf(hex: string | undefined, decimal: string | undefined): string {
  const code = Number.parseInt(hex ?? decimal!, hex === undefined ? 10 : 16);
  if (!(code > 0 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return '';
  return String.fromCodePoint(code).replace(noCharacters, '');
}
