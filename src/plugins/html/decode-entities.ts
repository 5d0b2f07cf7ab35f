import { entities } from './entities.js';

/** Characters that no HTML may have. */
const noCharacters = /[\x01-\x08\v\f\x0e-\x1f\ufffe\uffff]+/g;

/** A text without them. */
export function withoutControls(text: string): string {
  return text.replace(noCharacters, '').replaceAll('\0', ' ');
}

/** A text with its entities decoded. Numbers may lack their semicolon, and even digits; names may not. */
export function decodeEntities(text: string): string {
  const clean = withoutControls(text);
  if (!clean.includes('&')) return clean;
  return clean.replace(
    /&#(?:[xX]([0-9a-fA-F]*)|(\d*));?|&([A-Za-z][A-Za-z0-9]*);/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      const code = Number.parseInt(hex ?? decimal!, hex === undefined ? 10 : 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
    },
  );
}
