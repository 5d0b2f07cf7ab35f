/** An encoding's name as Ruby opens files by it: `bom|utf-8`, `iso-8859-1:utf-8`. */
export interface EncodingName {
  /** What the bytes are in; `utf-8` for a name that is unknown, as Ruby has it. */
  readonly name: string;
  /** Whether a byte order mark is none of the text. */
  readonly dropsMark: boolean;
  /** Whether the name is unknown. */
  readonly isUnknown: boolean;
}

/** The parts of an encoding's name; what the text is turned into is UTF-8 here, whatever it says. */
export function parseEncoding(text: string): EncodingName {
  const [, mark, name = ''] = /^(bom\|)?([^:]*)/i.exec(text)!;
  const isUnknown = name !== '' && !isKnown(name);
  return { name: name === '' || isUnknown ? 'utf-8' : name, dropsMark: mark !== undefined, isUnknown };
}

function isKnown(name: string): boolean {
  if (/^utf-?8$/i.test(name)) return true;
  try {
    new TextDecoder(name);
    return true;
  } catch {
    return false;
  }
}
