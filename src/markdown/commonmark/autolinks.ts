import type { MarkdownIt as Parser, StateCore, Token } from 'markdown-it';
import { lazily } from '../../core/lazily.js';

// An address is looked for from the beginning of what it may be made of: else a long word is gone through from each letter.
const start = lazily(
  () =>
    /(?<![\p{L}\p{N}])(?:https?|ftp):\/\/|(?<=^|[\s*_~(])www\.|(?:(?:mailto|xmpp):|(?<![A-Za-z0-9.+_-])|(?<=(?:^|[\s*_~(])www\.))[A-Za-z0-9.+_-]+@(?=[A-Za-z0-9])/gu,
);
const anyDomain = lazily(() => /[\p{L}\p{N}_.-]+/uy);
const mailDomain = /[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+/y;

/** Whether a host may be linked: no underscore in its last two parts. */
function isHost(text: string, mayBeShort: boolean): boolean {
  const parts = text.split('.');
  return (mayBeShort || parts.length > 1) && !parts.slice(-2).some((part) => part.includes('_'));
}

/** Takes what ends a sentence off the end of a link: marks, unopened parentheses, entities. */
function trimEnd(link: string): string {
  let end = link.length;
  let unopened = link.split(')').length - link.split('(').length;
  for (; end > 0; end--) {
    const last = link[end - 1]!;
    if (last === ';') end = entityStart(link, end - 1) + 1;
    else if (last === ')' && unopened > 0) unopened--;
    else if (!'?!.,:*_~\'"'.includes(last)) break;
  }
  return link.slice(0, end);
}

/** Where the entity begins whose semicolon stands there; the semicolon's own place where it ends none. */
function entityStart(text: string, semicolon: number): number {
  let at = semicolon;
  while (/[a-zA-Z]/.test(text[at - 1] ?? '')) at--;
  return at < semicolon && text[at - 1] === '&' ? at - 1 : semicolon;
}

/** The link that begins with that match, or undefined. */
function linkAt(text: string, found: RegExpMatchArray): { readonly text: string; readonly url: string } | undefined {
  const [mark] = found;
  const at = found.index! + mark.length;
  if (mark.endsWith('@')) {
    mailDomain.lastIndex = at;
    const host = mailDomain.exec(text)?.[0].replace(/\.+$/, '');
    if (host === undefined || /[-_]$/.test(host)) return undefined;
    const whole = mark + host;
    return { text: whole, url: /^(?:mailto|xmpp):/.test(whole) ? whole : `mailto:${whole}` };
  }
  const isWeb = mark === 'www.';
  const domain = anyDomain();
  domain.lastIndex = isWeb ? found.index! : at;
  const host = domain.exec(text)?.[0];
  if (host === undefined || !isHost(host, !isWeb)) return undefined;
  const rest = /^[^\s<]*/.exec(text.slice(found.index!))![0];
  const link = trimEnd(rest);
  return link.length <= mark.length ? undefined : { text: link, url: isWeb ? `http://${link}` : link };
}

/** Text as it was written, with backslashes and entities: so it is shown where it is a link. */
function sourceOf(token: Token): string {
  return token.type === 'text_special' ? token.markup : token.content;
}

/** Reads the runs of text in a line, remembering how many brackets are open: inside them only addresses of mail are links. */
class TextLinker {
  #brackets = 0;

  constructor(readonly state: StateCore) {}

  /** Text and links for neighbouring tokens of text. */
  link(tokens: readonly Token[]): readonly Token[] {
    const source = tokens.map(sourceOf).join('');
    if (!/www\.|:\/\/|@|[[\]]/.test(source)) return tokens;
    const made: Token[] = [];
    let end = 0;
    let counted = 0;
    for (const found of source.matchAll(start())) {
      if (found.index < end) continue;
      this.#countBrackets(source.slice(counted, found.index));
      counted = found.index;
      const link = this.#brackets > 0 && !found[0].endsWith('@') ? undefined : linkAt(source, found);
      if (link === undefined) continue;
      made.push(...slice(tokens, end, found.index), ...this.#tokensOf(link));
      end = found.index + link.text.length;
      counted = end;
    }
    this.#countBrackets(source.slice(counted));
    return end === 0 ? tokens : [...made, ...slice(tokens, end, source.length)];
  }

  #countBrackets(text: string): void {
    for (const bracket of text.replace(/\\[[\]]/g, '').match(/[[\]]/g) ?? [])
      this.#brackets = Math.max(0, this.#brackets + (bracket === '[' ? 1 : -1));
  }

  #tokensOf(link: { readonly text: string; readonly url: string }): Token[] {
    const open = new this.state.Token('link_open', 'a', 1);
    open.attrs = [['href', this.state.md.normalizeLink(link.url)]];
    const inner = new this.state.Token('text_special', '', 0);
    inner.content = link.text;
    return [open, inner, new this.state.Token('link_close', 'a', -1)];
  }
}

/** The tokens, or parts of them, between two places of their source. */
function slice(tokens: readonly Token[], from: number, to: number): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const token of tokens) {
    const source = sourceOf(token);
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, source.length)];
    if (first < last) {
      const isWhole = first === 0 && last === source.length;
      found.push(
        isWhole ? token : Object.assign(Object.create(token) as Token, { content: source.slice(first, last) }),
      );
    }
    at += source.length;
  }
  return found;
}

/** A line's tokens with its links. */
function linkLine(state: StateCore, children: readonly Token[]): Token[] {
  const linker = new TextLinker(state);
  const made: Token[] = [];
  let run: Token[] = [];
  let depth = 0;
  for (const token of children) {
    if (depth === 0 && (token.type === 'text' || token.type === 'text_special')) {
      run.push(token);
      continue;
    }
    made.push(...linker.link(run), token);
    run = [];
    if (token.type === 'link_open') depth += 1;
    else if (token.type === 'link_close') depth -= 1;
  }
  made.push(...linker.link(run));
  return made;
}

/** GFM's extended autolinks: addresses in text that no brackets mark. */
export function useAutolinks(md: Parser): void {
  md.core.ruler.after('inline', 'gfm_autolinks', (state: StateCore) => {
    for (const block of state.tokens) {
      if (block.children && /www\.|:\/\/|@/.test(block.content)) block.children = linkLine(state, block.children);
    }
  });
}
