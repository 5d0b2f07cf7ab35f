/** Longest part of a line that is looked at. */
const longest = 10_000;

/** What a line of YAML shows of a usual mistake. */
interface Sight {
  /** The line of the mistake. */
  readonly line: string;
  /** What is in it before the mistake. */
  readonly before: string;
  /** The last line before it that has something in it. */
  readonly above: string;
}

/** Remedies by the reason of the error; the first that fits what the lines show is given. */
const remedies: readonly (readonly [reason: RegExp, hint: string, fits?: (sight: Sight) => boolean])[] = [
  [/./, 'Indent with spaces: YAML allows no tabs there.', ({ line }) => /^\s*\t/.test(line)],
  [
    /./,
    'Put quotes around a value that contains a colon.',
    ({ line }) => /^[^'":]*:\s+[^'"[{\s].*?:(?:\s|$)/.test(line),
  ],
  [
    /key of its own cannot/,
    'Put a space behind the colon of the line before.',
    ({ above }) => /^\s*(?:- +)?[^\s:#]+:[^\s:/]/.test(above),
  ],
  [
    /key of its own cannot/,
    'Indent this line as the one before it, which has a value already.',
    ({ line, above }) => indentOf(line) > indentOf(above) && /:\s+\S/.test(above),
  ],
  [
    /key of its own cannot|wants a key before/,
    String.raw`The value ended with its second quote: in double quotes write \" for a quote, in single ones ''.`,
    ({ before }) => /["']\s*$/.test(before),
  ],
  [
    /wants a key before|wants a dash before/,
    'A byte order mark stands before the first line and indents it: save the file as UTF-8 without one.',
    ({ above }) => above.startsWith('\uFEFF'),
  ],
  [
    /wants a key before|wants a dash before/,
    'Indent this line as the lines that it belongs to.',
    ({ before }) => before.trim() === '',
  ],
  [/list cannot begin/, 'Begin the list in a line of its own, or put quotes around the value.'],
  [/wants a key and a colon/, 'Write `key: value`; what goes on with the value of the line before is indented.'],
  [/quote is never closed/, 'End the value with the quote that it begins with.'],
  [/inside of quotes/, 'End the value with the quote that it begins with.'],
  [/name of an anchor/, 'Put quotes around a value that begins with * or &.'],
  [/cannot begin with/, 'Put quotes around the value.'],
  [/behind a tag|follow a tag|this tag|a tag wants/, 'Put quotes around a value that begins with !.'],
  [/control character/, 'Remove the character, or write it with its number in double quotes.'],
];

/** What to do about an error of YAML at an offset, where the lines show what is usually meant. */
export function mistakeHint(text: string, offset: number, reason: string): string | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(start, Math.min(end === -1 ? text.length : end, start + longest));
  const sight = { line, before: line.slice(0, offset - start), above: lineAbove(text, start) };
  return remedies.find(([of, , fits]) => of.test(reason) && (fits === undefined || fits(sight)))?.[1];
}

function lineAbove(text: string, start: number): string {
  const lines = text.slice(Math.max(0, start - longest), start).trimEnd();
  return lines.slice(lines.lastIndexOf('\n') + 1);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
