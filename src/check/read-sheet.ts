const comment = /\/\*[\s\S]*?(?:\*\/|$)/g;
const quoted = `"((?:[^"\\\\\\n]|\\\\[\\s\\S])*)"|'((?:[^'\\\\\\n]|\\\\[\\s\\S])*)'`;
const reference = new RegExp(
  `\\burl\\(\\s*(?:${quoted}|((?:[^\\s"'()\\\\]|\\\\.|(?<=\\\\[\\da-f]{1,6})\\s)*))\\s*\\)|@import\\s+(?:${quoted})`,
  'gi',
);
const escapes = /\\(?:([\da-f]{1,6})\s?|\n|([\s\S]))/gi;

/** The URLs that a style sheet loads: those in `url(…)`, and the sheets that it imports. */
export function urlsInSheet(css: string): string[] {
  const bare = css.replace(comment, ' ');
  const spellings = [...bare.matchAll(reference)].flatMap(([, ...groups]) => groups.find((each) => each) ?? []);
  // An empty one loads nothing.
  return spellings.map((each) => withoutEscapes(each).trim()).filter((url) => url !== '');
}

/** A text of CSS without its backslashes: a character's number in hexadecimal, the character itself, or a line that goes on. */
function withoutEscapes(text: string): string {
  return text.replace(escapes, (_, code: string | undefined, character: string | undefined) =>
    code === undefined ? (character ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  );
}
