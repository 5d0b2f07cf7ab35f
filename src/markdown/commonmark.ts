import MarkdownIt, { type MarkdownIt as Parser, type Token } from 'markdown-it';
import { smartPunctuation } from './smart-punctuation.js';

/** What jekyll-commonmark reads from the configuration's `commonmark`. */
export interface CommonMarkSettings {
  /** cmark's options by name: `SMART`, `HARDBREAKS`, `NOBREAKS`, `GITHUB_PRE_LANG`, … */
  readonly options: readonly string[];
  /** cmark-gfm's extensions by name: `table`, `strikethrough`, `autolink`, `tagfilter`. */
  readonly extensions: readonly string[];
}

type Highlight = (code: string, language: string) => string | undefined;

const filteredTag = /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)/gi;

/** Cells with an `align` attribute, as cmark-gfm prints them. */
function alignCell(token: Token): void {
  const style = token.attrGet('style');
  if (typeof style === 'string') token.attrs = [['align', style.replace('text-align:', '')]];
}

function useCodeWrapper(md: Parser, highlight: Highlight): void {
  const render = (code: string, info: string): string => {
    const language = info.trim().split(/\s+/)[0] ?? '';
    const html = language === '' ? undefined : highlight(code, language);
    const classes =
      language === '' ? 'highlighter-rouge' : `language-${md.utils.escapeHtml(language)} highlighter-rouge`;
    return (
      `<div class="${classes}"><div class="highlight"><pre class="highlight"><code>` +
      `${html ?? md.utils.escapeHtml(code)}</code></pre></div></div>\n`
    );
  };
  md.renderer.rules.fence = (tokens, index) => render(tokens[index]!.content, tokens[index]!.info);
  md.renderer.rules.code_block = (tokens, index) => render(tokens[index]!.content, '');
}

function useExtensions(md: Parser, extensions: ReadonlySet<string>): void {
  if (extensions.has('table')) {
    md.enable('table');
    for (const name of ['th_open', 'td_open']) {
      md.renderer.rules[name] = (tokens, index, options, _env, renderer) => {
        alignCell(tokens[index]!);
        return renderer.renderToken(tokens, index, options);
      };
    }
  }
  if (extensions.has('strikethrough')) {
    md.enable('strikethrough');
    md.renderer.rules.s_open = () => '<del>';
    md.renderer.rules.s_close = () => '</del>';
  }
  if (extensions.has('autolink')) md.set({ linkify: true }).enable('linkify');
  if (extensions.has('tagfilter')) {
    md.renderer.rules.html_block = (tokens, index) => tokens[index]!.content.replace(filteredTag, '&lt;');
    md.renderer.rules.html_inline = (tokens, index) => tokens[index]!.content.replace(filteredTag, '&lt;');
  }
}

/**
 * Makes a converter by markdown-it's own rules, which are CommonMark's.
 *
 * @param highlight where it is given, code is wrapped as Jekyll wraps it
 */
export function createCommonMark(settings: CommonMarkSettings, highlight?: Highlight): (text: string) => string {
  const names = new Set(settings.options.map((name) => name.toUpperCase()));
  const md = new MarkdownIt('commonmark', { html: true, xhtmlOut: true, breaks: names.has('HARDBREAKS') });
  md.renderer.rules.blockquote_open = (tokens, index, options, _env, renderer) => {
    const tag = renderer.renderToken(tokens, index, options);
    return tag.endsWith('\n') ? tag : `${tag}\n`;
  };
  useExtensions(md, new Set(settings.extensions.map((name) => name.toLowerCase())));
  if (names.has('NOBREAKS')) md.renderer.rules.softbreak = () => ' ';
  if (names.has('SMART')) {
    md.core.ruler.push('smart_punctuation', smartPunctuation);
    md.set({ typographer: true }).enable('smartquotes');
  }
  if (highlight !== undefined) useCodeWrapper(md, highlight);
  return (text) => md.render(text);
}
