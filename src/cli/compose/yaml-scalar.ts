import { readsAsText } from './reads-as-text.js';

/** Where a scalar is: the column that it begins at, the indentation of its further lines, and whether it is a key. */
export interface ScalarPlace {
  readonly column: number;
  readonly indent: string;
  readonly isKey: boolean;
}

type Style = 'plain' | 'single' | 'double' | 'literal';

const lineBreak = /[\n\r\u0085\u2028\u2029]/;
/** What libyaml writes as an escape; a tab is none of its printable characters. */
const unprintable = /[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
const bestWidth = 80;

/** A text as Ruby writes it in YAML: the style is Psych's choice, corrected by libyaml where it would not be read back. */
export function yamlScalar(text: string, place: ScalarPlace): string {
  const style = possibleStyle(text, wantedStyle(text), place.isKey);
  if (text === '<<') return "!!str '<<'";
  if (style === 'plain') return folded([...text], place, style);
  if (style === 'literal') return literal(text, place.indent);
  const inner = { ...place, column: place.column + 1 };
  if (style === 'double') return `"${folded(escapes(text), inner, style)}"`;
  return `'${folded(quoted(text, place.indent), inner, style)}'`;
}

/** Psych's choice (`visit_String`). */
function wantedStyle(text: string): Style {
  if (/\n./s.test(text)) return 'literal';
  if (text === 'y' || text === 'n') return 'double';
  if (/(?<![^\n])[^\p{L}\p{M}\p{Nd}\p{Pc}][^"]*(?![^\n])/u.test(text)) return 'double';
  return readsAsText(text) && !/^0[0-7]*[89]/.test(text) ? 'plain' : 'single';
}

/** The first style from the wanted one on in which libyaml can write the text (`yaml_emitter_select_scalar_style`). */
function possibleStyle(text: string, wanted: Style, isKey: boolean): Style {
  const breaks = lineBreak.test(text);
  const isSpecial = unprintable.test(text) || / [\n\r\u0085\u2028\u2029]/.test(text);
  if (wanted === 'literal') return isSpecial || isKey || text.endsWith(' ') ? 'double' : 'literal';
  let style = wanted;
  if (style === 'plain' && (breaks || isKey) && (breaks || text === '')) style = 'single';
  if (style === 'plain' && (isSpecial || /^ | $/.test(text) || hasIndicator(text))) style = 'single';
  if (style === 'single' && (isSpecial || /[\n\r\u0085\u2028\u2029] /.test(text) || (breaks && isKey)))
    style = 'double';
  return style;
}

/** Whether something in the text would end a plain scalar outside of `[]` and `{}`, or begin another thing. */
function hasIndicator(text: string): boolean {
  return /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[-?](?:[ \t]|$))|:(?:[ \t]|$)|[ \t]#/.test(text);
}

/** Characters as they stand between single quotes, where a line break of the text is one more than there are lines. */
function quoted(text: string, indent: string): string[] {
  const parts = text.match(/[\n\r\u0085\u2028\u2029]+|./gsu) ?? [];
  return parts.map((part) => {
    if (!lineBreak.test(part)) return part === "'" ? "''" : part;
    return `${part.startsWith('\n') ? '\n' : ''}${part}${indent}`;
  });
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\0', '0'],
  ['\x07', 'a'],
  ['\b', 'b'],
  ['\t', 't'],
  ['\n', 'n'],
  ['\v', 'v'],
  ['\f', 'f'],
  ['\r', 'r'],
  ['\x1b', 'e'],
  ['"', '"'],
  ['\\', '\\'],
  ['\u0085', 'N'],
  ['\u2028', 'L'],
  ['\u2029', 'P'],
]);

/** Characters as they stand between double quotes. */
function escapes(text: string): string[] {
  return [...text].map((character) => {
    const short = shortEscapes.get(character);
    if (short !== undefined) return `\\${short}`;
    if (!unprintable.test(character)) return character;
    const code = character.codePointAt(0)!;
    const [letter, width] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : ['U', 8];
    return `\\${letter}${code
      .toString(16)
      .toUpperCase()
      .padStart(width as number, '0')}`;
  });
}

/**
 * Characters, or what they are written as, with a new line in place of a space behind column 80. Between double quotes it
 * may be the first of several, as the next one can be escaped; elsewhere it stands alone.
 */
function folded(characters: readonly string[], { column, indent, isKey }: ScalarPlace, style: Style): string {
  if (isKey) return characters.join('');
  const [first, last] = style === 'plain' ? [0, characters.length - 1] : [1, characters.length - 2];
  let at = column;
  let out = '';
  for (const [index, character] of characters.entries()) {
    const isBeforeSpace = characters[index + 1] === ' ';
    const mayBreak = character === ' ' && characters[index - 1] !== ' ' && (style === 'double' || !isBeforeSpace);
    const breaks = mayBreak && at > bestWidth && index >= first && index <= last;
    const fresh = indent + (isBeforeSpace ? '\\' : '');
    out += breaks ? `\n${fresh}` : character;
    at = breaks ? fresh.length : at + character.length;
  }
  return out;
}

function literal(text: string, indent: string): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomping = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const lines = text.replace(/\n$/, '').split('\n');
  return `|${hint}${chomping}\n${lines.map((line) => (line === '' ? '' : indent + line)).join('\n')}`;
}
