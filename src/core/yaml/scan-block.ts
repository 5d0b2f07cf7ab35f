import { isBlank, isBreak, isBreakOrEnd, type YamlReader } from './reader.js';

/** A block scalar, whose `|` or `>` is next; `parent` is how far what it belongs to is indented, -1 for nothing. */
export function scanBlock(reader: YamlReader, parent: number): string {
  const isLiteral = reader.code() === 124;
  reader.at++;
  const { chomping, increment } = scanHeader(reader);
  const depth = increment === 0 ? 0 : Math.max(parent, 0) + increment;
  const { indent, breaks } = scanBreaks(reader, depth, parent);
  let value = '';
  let trailing = breaks;
  let leading = '';
  let wasBlank = false;
  while (reader.column === indent && !Number.isNaN(reader.code())) {
    const startsBlank = isBlank(reader.code());
    if (!isLiteral && leading.startsWith('\n') && !wasBlank && !startsBlank) {
      if (trailing === '') value += ' ';
    } else value += leading;
    value += trailing;
    wasBlank = startsBlank;
    const from = reader.at;
    reader.skipLine();
    value += reader.text.slice(from, reader.at);
    leading = reader.lineEnd();
    trailing = scanBreaks(reader, indent, parent).breaks;
  }
  if (chomping === '-') return value;
  return chomping === '+' ? value + leading + trailing : value + leading;
}

/** Reads `-`, `+` and the number of blanks behind the indicator, up to the next line. */
function scanHeader(reader: YamlReader): { chomping: string; increment: number } {
  let chomping = '';
  let increment = 0;
  for (let count = 0; count < 2; count++) {
    const letter = reader.text[reader.at] ?? '';
    if (chomping === '' && (letter === '+' || letter === '-')) chomping = letter;
    else if (increment === 0 && letter >= '0' && letter <= '9') increment = Number(letter);
    else break;
    if (letter === '0') throw reader.error(reader.at, 'a block is indented by at least one blank');
    reader.at++;
  }
  reader.skipBlanks();
  if (reader.code() === 35) reader.skipLine();
  if (!isBreakOrEnd(reader.code())) throw reader.error(reader.at, 'the text of a block begins in the next line');
  reader.lineEnd();
  return { chomping, increment };
}

/** Passes empty lines and the indentation behind them; without an indent (0), the deepest of them is it. */
function scanBreaks(reader: YamlReader, given: number, parent: number): { indent: number; breaks: string } {
  let breaks = '';
  let deepest = 0;
  for (;;) {
    while ((given === 0 || reader.column < given) && reader.code() === 32) reader.at++;
    deepest = Math.max(deepest, reader.column);
    if ((given === 0 || reader.column < given) && reader.code() === 9)
      throw reader.error(reader.at, 'a tab stands where blanks should indent');
    if (!isBreak(reader.code())) break;
    breaks += reader.lineEnd();
  }
  return { indent: given === 0 ? Math.max(deepest, parent + 1, 1) : given, breaks };
}
