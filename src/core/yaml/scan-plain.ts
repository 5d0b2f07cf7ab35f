import { isBlank, isBlankOrEnd, isBreak, type YamlReader } from './reader.js';

/** Which letters end a plain value in brackets. */
const flowEnds = new Uint8Array(128);
for (const letter of ',[]{}') flowEnds[letter.charCodeAt(0)] = 1;

/**
 * A value without quotes, and whether a line end follows it. Outside of brackets it goes on in lines that stand at
 * least `indent` deep.
 */
export function scanPlain(reader: YamlReader, indent: number, isInFlow: boolean): { text: string; isBroken: boolean } {
  const { text } = reader;
  let value = '';
  let from = reader.at;
  let end = from;
  let fold: string | undefined;
  while (!reader.isDocumentMark() && reader.code() !== 35) {
    const word = reader.at;
    reader.at = wordEnd(reader, isInFlow);
    if (reader.at > word) {
      if (fold !== undefined) {
        value += text.slice(from, end) + fold;
        from = word;
        fold = undefined;
      }
      end = reader.at;
    }
    const next = reader.code();
    if (!isBlank(next) && !isBreak(next)) break;
    fold = skipSpace(reader, undefined, indent);
    if (!isInFlow && reader.column < indent) break;
  }
  return { text: value + text.slice(from, end), isBroken: fold !== undefined };
}

function wordEnd(reader: YamlReader, isInFlow: boolean): number {
  const { text } = reader;
  for (let at = reader.at; ; at++) {
    const code = text.charCodeAt(at);
    if (code === 58) {
      const next = text.charCodeAt(at + 1);
      if (isBlankOrEnd(next)) return at;
      if (isInFlow && (next === 63 || flowEnds[next] === 1))
        throw reader.error(at, 'a colon in brackets wants a blank behind it');
    } else if (code > 32 && code < 128) {
      if (isInFlow && flowEnds[code] === 1) return at;
    } else if (isBlankOrEnd(code)) return at;
  }
}

/**
 * Passes blanks and line ends, and gives what the line ends stand for: a blank for one, one less for more. Undefined
 * where there are none; `leading` is a line end that was already passed.
 */
export function skipSpace(reader: YamlReader, leading: string | undefined, indent: number): string | undefined {
  let first = leading;
  let more = '';
  for (;;) {
    const code = reader.code();
    if (isBlank(code)) {
      if (code === 9 && first !== undefined && reader.column < indent)
        throw reader.error(reader.at, 'a tab stands where blanks should indent');
      reader.at++;
    } else if (isBreak(code)) {
      if (first === undefined) first = reader.lineEnd();
      else more += reader.lineEnd();
    } else if (first === '\n') return more === '' ? ' ' : more;
    else return first === undefined ? undefined : first + more;
  }
}
