import { isBlankOrEnd, isBreak, type YamlReader } from './reader.js';
import { skipSpace } from './scan-plain.js';

const escapes: ReadonlyMap<number, string> = new Map(
  Object.entries({
    0: '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    N: '\u0085',
    _: '\u00a0',
    L: '\u2028',
    P: '\u2029',
  }).map(([letter, text]) => [letter.charCodeAt(0), text]),
);
/** How many digits follow the letter of an escape that names a character. */
const digits: ReadonlyMap<number, number> = new Map([
  [120, 2],
  [117, 4],
  [85, 8],
]);

/** The text between two quotes, of which the first is next. */
export function scanQuoted(reader: YamlReader): string {
  const { text } = reader;
  const start = reader.at;
  const quote = reader.code();
  let value = '';
  reader.at++;
  for (;;) {
    if (reader.isDocumentMark()) throw reader.error(reader.at, 'a document ends inside of quotes');
    if (Number.isNaN(reader.code())) throw reader.error(start, 'this quote is never closed');
    let leading: string | undefined;
    let from = reader.at;
    for (let code = reader.code(); !isBlankOrEnd(code); code = reader.code()) {
      if (code === quote) {
        if (quote === 34 || reader.code(1) !== quote) {
          value += text.slice(from, reader.at++);
          return value;
        }
        value += text.slice(from, ++reader.at);
        from = ++reader.at;
      } else if (code === 92 && quote === 34) {
        value += text.slice(from, reader.at);
        reader.at++;
        if (isBreak(reader.code())) {
          reader.lineEnd();
          from = reader.at;
          leading = '';
          break;
        }
        value += scanEscape(reader);
        from = reader.at;
      } else reader.at++;
    }
    value += text.slice(from, reader.at);
    const blanks = reader.at;
    const fold = skipSpace(reader, leading, -1);
    value += fold ?? text.slice(blanks, reader.at);
  }
}

/** What an escape behind its backslash stands for. */
function scanEscape(reader: YamlReader): string {
  const letter = reader.code();
  const length = digits.get(letter);
  reader.at++;
  if (length === undefined) {
    const text = escapes.get(letter);
    if (text === undefined) throw reader.error(reader.at - 2, 'there is no such escape; write a backslash as \\\\');
    return text;
  }
  const hex = reader.text.slice(reader.at, reader.at + length);
  const code = hex.length === length && /^[0-9a-fA-F]+$/.test(hex) ? Number.parseInt(hex, 16) : -1;
  if (code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw reader.error(reader.at - 2, 'this escape names no character');
  reader.at += length;
  return String.fromCodePoint(code);
}
