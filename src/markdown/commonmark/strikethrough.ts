import type { MarkdownIt as Parser, StateInline, Token } from 'markdown-it';

/** Marks of one tilde and of two never match each other. */
const markers = [0, 0x1007e, 0x7e];

type Delimiters = StateInline['delimiters'];

function closePairs(tokens: Token[], delimiters: Delimiters): void {
  for (const start of delimiters) {
    const length = markers.indexOf(start.marker);
    const end = start.end < 0 ? undefined : delimiters[start.end];
    if (length < 1 || end === undefined) continue;
    const markup = '~'.repeat(length);
    Object.assign(tokens[start.token]!, { type: 's_open', tag: 'del', nesting: 1, markup, content: '' });
    Object.assign(tokens[end.token]!, { type: 's_close', tag: 'del', nesting: -1, markup, content: '' });
  }
}

/** GFM's strikethrough: one tilde or two (or two only) on both sides; a longer run is text. */
export function useStrikethrough(md: Parser, onlyDouble: boolean): void {
  md.inline.ruler.at('strikethrough', (state: StateInline, silent: boolean) => {
    if (silent || state.src.charCodeAt(state.pos) !== 0x7e) return false;
    const { length, can_open, can_close } = state.scanDelims(state.pos, true);
    const token = state.push('text', '', 0);
    token.content = '~'.repeat(length);
    state.pos += length;
    const marker = markers[length];
    if (marker === undefined || (onlyDouble && length === 1)) return true;
    state.delimiters.push({
      marker,
      length: 0,
      token: state.tokens.length - 1,
      end: -1,
      open: can_open,
      close: can_close,
    });
    return true;
  });
  md.inline.ruler2.at('strikethrough', (state: StateInline) => {
    closePairs(state.tokens, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) closePairs(state.tokens, meta.delimiters);
    return false;
  });
  md.enable('strikethrough');
}
