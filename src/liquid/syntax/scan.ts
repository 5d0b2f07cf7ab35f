/** A piece of a template: text, `{{ … }}` or `{% … %}`, with its offset. */
export interface Token {
  readonly kind: 'text' | 'output' | 'tag';
  readonly text: string;
  readonly offset: number;
  /** Newlines in the template before it. */
  readonly line: number;
}

/** Hands out the tokens of a template one by one. */
export interface Tokens {
  /** Whether these are the lines of a `{% liquid %}` tag. */
  readonly isLiquidTag: boolean;
  /** The line after the token last taken, as Ruby counts. */
  readonly line: number;
  next(): Token | undefined;
}

/** Cuts a template into tokens. An opener without an end is a token of its own. */
function scanTemplate(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 0;
  const add = (kind: Token['kind'], from: number, to: number): void => {
    const part = text.slice(from, to);
    tokens.push({ kind, text: part, offset: from, line });
    line += countLines(part);
  };
  // Where no end follows, none follows what is behind either: to look for it again and again would take forever.
  let hasTagEnd = true;
  let hasBrace = true;
  let start = 0;
  while (start < text.length) {
    const open = findOpener(text, start);
    if (open === -1) {
      add('text', start, text.length);
      break;
    }
    if (open > start) add('text', start, open);
    const isTag = text[open + 1] === '%';
    let end = -1;
    if (isTag && hasTagEnd) hasTagEnd = (end = tagEnd(text, open)) !== -1;
    else if (!isTag && hasBrace) hasBrace = (end = outputEnd(text, open)) !== -1;
    start = end === -1 ? open + 2 : end;
    add(isTag ? 'tag' : 'output', open, start);
  }
  return tokens;
}

function findOpener(text: string, from: number): number {
  for (let open = text.indexOf('{', from); open !== -1; open = text.indexOf('{', open + 1)) {
    const next = text.charCodeAt(open + 1);
    if (next === 123 || next === 37) return open;
  }
  return -1;
}

function tagEnd(text: string, open: number): number {
  const end = text.indexOf('%}', open + 2);
  return end === -1 ? -1 : end + 2;
}

function outputEnd(text: string, open: number): number {
  const end = text.indexOf('}', open + 2);
  if (end === -1) return -1;
  return text[end + 1] === '}' ? end + 2 : end + 1;
}

/** The number of newlines in a text. */
export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The tokens of a whole template, one after the other. */
export function templateTokens(text: string): Tokens {
  const tokens = scanTemplate(text);
  let index = 0;
  let line = 1;
  return {
    isLiquidTag: false,
    get line() {
      return line;
    },
    next() {
      const token = tokens[index++];
      if (token !== undefined) line = (tokens[index]?.line ?? token.line + countLines(token.text)) + 1;
      return token;
    },
  };
}

/** The lines of a `{% liquid %}` tag's markup as tokens; `offset` and `line` (from 1) are those of the markup. */
export function liquidTagTokens(markup: string, offset: number, line: number): Tokens {
  const lines = markup.split('\n');
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  let index = 0;
  let at = offset;
  return {
    isLiquidTag: true,
    get line() {
      return line + index;
    },
    next() {
      const text = lines[index];
      if (text === undefined) return undefined;
      const token: Token = { kind: 'tag', text, offset: at, line: line + index - 1 };
      index++;
      at += text.length + 1;
      return token;
    },
  };
}
