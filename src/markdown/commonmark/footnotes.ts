import type { MarkdownIt as Parser, StateBlock, StateCore, StateInline, Token } from 'markdown-it';

/** A document's footnotes: definitions by their labels, and the labels in the order of their first references. */
interface Footnotes {
  readonly definitions: Map<string, string>;
  readonly order: string[];
}

const label = /^\[\^([^\]\s]+)\]/;
const kept = new WeakMap<object, Footnotes>();

function footnotesOf(env: object): Footnotes {
  let footnotes = kept.get(env);
  if (!footnotes) kept.set(env, (footnotes = { definitions: new Map(), order: [] }));
  return footnotes;
}

/** A definition with its paragraph, and what is indented after it. */
function definition(state: StateBlock, first: number, last: number, silent: boolean): boolean {
  if (state.sCount[first]! - state.blkIndent >= 4) return false;
  const text = state.src.slice(state.bMarks[first]! + state.tShift[first]!, state.eMarks[first]);
  const found = /^\[\^([^\]\s]+)\]:[ \t]*/.exec(text);
  if (!found) return false;
  if (silent) return true;
  const lines = [text.slice(found[0].length)];
  let line = first + 1;
  for (let afterBlank = lines[0] === ''; line < last; line += 1) {
    const isEmpty = state.isEmpty(line);
    const isDeep = state.sCount[line]! - state.blkIndent >= 4;
    if (!isEmpty && !isDeep && (afterBlank || label.test(state.getLines(line, line + 1, state.blkIndent, false))))
      break;
    lines.push(isEmpty ? '' : state.getLines(line, line + 1, state.blkIndent + (isDeep ? 4 : 0), false));
    afterBlank = isEmpty;
  }
  while (lines.at(-1) === '') {
    lines.pop();
    line -= 1;
  }
  const { definitions } = footnotesOf(state.env);
  const name = found[1]!.toLowerCase();
  if (!definitions.has(name)) definitions.set(name, lines.join('\n'));
  state.line = Math.max(line, first + 1);
  return true;
}

function reference(state: StateInline, silent: boolean): boolean {
  const { definitions, order } = footnotesOf(state.env);
  // Where nothing is defined, nothing is looked for: without a bracket that closes, each look would go through all of the text.
  if (definitions.size === 0 || !state.src.startsWith('[^', state.pos)) return false;
  const found = label.exec(state.src.slice(state.pos));
  const name = (found?.[1] ?? '').toLowerCase();
  if (!found || !definitions.has(name)) return false;
  if (!silent) {
    if (!order.includes(name)) order.push(name);
    state.push('footnote_ref', '', 0).content = String(order.indexOf(name) + 1);
  }
  state.pos += found[0].length;
  return true;
}

/** Appends the referenced footnotes as tokens; those that they refer to follow them. */
function appendFootnotes(state: StateCore): void {
  const { definitions, order } = footnotesOf(state.env);
  if (order.length === 0) return;
  const html = (content: string): Token => Object.assign(new state.Token('footnote_html', '', 0), { content });
  state.tokens.push(html('<section class="footnotes">\n<ol>\n'));
  for (let index = 0; index < order.length; index += 1) {
    const tokens: Token[] = [];
    state.md.block.parse(definitions.get(order[index]!)!, state.md, state.env, tokens);
    for (const token of tokens)
      if (token.type === 'inline') state.md.inline.parse(token.content, state.md, state.env, (token.children ??= []));
    const back = `<a href="#fnref${index + 1}" class="footnote-backref">↩</a>`;
    const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.at(-2) : undefined;
    if (last?.children) last.children.push(html(` ${back}`));
    else tokens.push(html(`${back}\n`));
    state.tokens.push(html(`<li id="fn${index + 1}">\n`), ...tokens, html('</li>\n'));
  }
  state.tokens.push(html('</ol>\n</section>\n'));
}

/** Footnotes as cmark-gfm's option has them. */
export function useFootnotes(md: Parser): void {
  md.block.ruler.before('reference', 'footnote_definition', definition, { alt: ['paragraph', 'reference'] });
  md.inline.ruler.before('link', 'footnote_ref', reference);
  md.core.ruler.after('inline', 'footnotes', appendFootnotes);
  md.renderer.rules.footnote_html = (tokens, index) => tokens[index]!.content;
  md.renderer.rules.footnote_ref = (tokens, index) => {
    const number = tokens[index]!.content;
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
  };
}
