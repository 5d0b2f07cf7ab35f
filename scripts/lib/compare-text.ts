/** How alike two outputs are, from best to worst. */
export type Likeness = 'identical' | 'same text' | 'same tree' | 'different';

// Code in pages, and the same escaped once (feeds) or put in a JSON string.
const CODE = /(<|&lt;)(code|pre)\b(?:(?!&gt;)[^<>])*?(>|&gt;)[\s\S]*?\1\/\2\3/g;
const TOKEN_SPAN =
  /(?:<|&lt;)span class=(?:\\?["']|&quot;|&#34;)[a-z][a-z0-9]{0,3}(?:\\?["']|&quot;|&#34;)(?:>|&gt;)|(?:<|&lt;)\/span(?:>|&gt;)/g;
const GENERATOR =
  /<meta name="generator" content="[^"]*" ?\/?>|<generator\b[^>]*>[^<]*<\/generator>|&lt;meta name=&quot;generator&quot;.*?&gt;/g;

/** A text with the colours of its code blocks and the names of generators taken out. */
export function withoutColours(text: string): string {
  return text.replace(GENERATOR, '<generator>').replace(CODE, (block) => block.replace(TOKEN_SPAN, ''));
}

function withoutSpace(text: string): string {
  return withoutColours(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>|[{};]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}

/** Compares two outputs: bytes, then text outside colours, then tags and words without regard to white space. */
export function compareTexts(expected: string, actual: string): Likeness {
  if (expected === actual) return 'identical';
  if (withoutColours(expected) === withoutColours(actual)) return 'same text';
  if (withoutSpace(expected) === withoutSpace(actual)) return 'same tree';
  return 'different';
}

/** The first place where two texts part, colours aside: a line number and some of both. */
export function firstDifference(expectedText: string, actualText: string): string {
  const expected = withoutColours(expectedText);
  const actual = withoutColours(actualText);
  let at = 0;
  while (at < expected.length && at < actual.length && expected[at] === actual[at]) at++;
  const line = expected.slice(0, at).split('\n').length;
  const from = Math.max(0, at - 60);
  const show = (text: string): string => JSON.stringify(text.slice(from, at + 100));
  return `line ${line}\n      expected ${show(expected)}\n      actual   ${show(actual)}`;
}
