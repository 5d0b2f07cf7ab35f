import MarkdownIt, { type MarkdownIt as Parser, type Token } from 'markdown-it';
import { useAutolinks } from './commonmark/autolinks.js';
import { useFootnotes } from './commonmark/footnotes.js';
import { lineBefore, usePagesStyle } from './commonmark/pages.js';
import { useStrikethrough } from './commonmark/strikethrough.js';
import { useTasks } from './commonmark/tasks.js';
import { smartPunctuation } from './smart-punctuation.js';

/** What jekyll-commonmark reads from the configuration's `commonmark`. */
export interface CommonMarkSettings {
  /** cmark's options by name: `UNSAFE`, `SMART`, `HARDBREAKS`, `NOBREAKS`, `FOOTNOTES`, `GITHUB_PRE_LANG`, … */
  readonly options: readonly string[];
  /** cmark-gfm's extensions by name: `table`, `strikethrough`, `autolink`, `tagfilter`, `tasklist`. */
  readonly extensions: readonly string[];
  /** Whether it is GitHub Pages' own converter, which gives headers ids. */
  readonly isPages?: boolean;
}

type Highlight = (code: string, language: string) => string | undefined;

const filteredTag = /<(?=(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext))/gi;

/** Cells with an `align` attribute, as cmark-gfm prints them. */
function alignCell(token: Token): void {
  const style = token.attrGet('style');
  if (typeof style === 'string') token.attrs = [['align', style.replace('text-align:', '')]];
}

/** Code as jekyll-commonmark wraps it, with the language in an attribute of one of its elements. */
function useCodeWrapper(md: Parser, highlight: Highlight, tagsPre: boolean): void {
  const render = (code: string, info: string): string => {
    const language = info.trim().split(/\s+/)[0] ?? '';
    const html = language === '' ? undefined : highlight(code, language);
    const data = language === '' ? '' : ` data-lang="${language}"`;
    return (
      `<div class="${language === '' ? '' : `language-${language} `}highlighter-rouge"><div class="highlight">` +
      `<pre class="highlight"${tagsPre ? data : ''}><code${tagsPre ? '' : data}>` +
      `${html ?? md.utils.escapeHtml(code).replaceAll('&quot;', '"')}</code></pre></div></div>\n`
    );
  };
  md.renderer.rules.fence = (tokens, index) =>
    lineBefore(tokens, index) + render(tokens[index]!.content, tokens[index]!.info);
  md.renderer.rules.code_block = (tokens, index) => lineBefore(tokens, index) + render(tokens[index]!.content, '');
}

function useTables(md: Parser): void {
  md.enable('table');
  for (const name of ['th_open', 'td_open']) {
    md.renderer.rules[name] = (tokens, index, options, _env, renderer) => {
      alignCell(tokens[index]!);
      return renderer.renderToken(tokens, index, options);
    };
  }
}

/** HTML as it is, without the tags that GFM filters, or not at all. */
function useHtml(md: Parser, isUnsafe: boolean, isFiltered: boolean): void {
  const omitted = '<!-- raw HTML omitted -->';
  const show = (html: string): string => (isFiltered ? html.replace(filteredTag, '&lt;') : html);
  md.renderer.rules.html_block = (tokens, index) =>
    lineBefore(tokens, index) + (isUnsafe ? show(tokens[index]!.content) : `${omitted}\n`);
  md.renderer.rules.html_inline = (tokens, index) => (isUnsafe ? show(tokens[index]!.content) : omitted);
}

function useExtensions(md: Parser, extensions: ReadonlySet<string>, options: ReadonlySet<string>): void {
  if (options.has('LIBERAL_HTML_TAG')) {
    md.inline.ruler.before('html_inline', 'liberal_html', (state, silent) => {
      const tag = /^<[^\n]+>/.exec(
        state.src.slice(state.pos, state.src.indexOf('\n', state.pos) + 1 || undefined),
      )?.[0];
      if (tag === undefined) return false;
      if (!silent) state.push('html_inline', '', 0).content = tag;
      state.pos += tag.length;
      return true;
    });
  }
  if (extensions.has('table')) useTables(md);
  if (extensions.has('strikethrough')) useStrikethrough(md, options.has('STRIKETHROUGH_DOUBLE_TILDE'));
  if (options.has('FOOTNOTES')) useFootnotes(md);
  if (extensions.has('tasklist')) useTasks(md);
  if (options.has('NOBREAKS')) md.renderer.rules.softbreak = () => ' ';
  if (options.has('SMART')) {
    md.core.ruler.after('smartquotes', 'smart_punctuation', smartPunctuation);
    md.set({ typographer: true }).enable('smartquotes');
  }
  if (extensions.has('autolink')) useAutolinks(md);
}

/**
 * Makes a converter by markdown-it's own rules, which are CommonMark's.
 *
 * @param highlight where it is given, code is wrapped as Jekyll wraps it
 */
export function createCommonMark(settings: CommonMarkSettings, highlight?: Highlight): (text: string) => string {
  const options = new Set(settings.options.map((name) => name.toUpperCase()));
  const extensions = new Set(settings.extensions.map((name) => name.toLowerCase()));
  const md = new MarkdownIt('commonmark', { html: true, xhtmlOut: true, breaks: options.has('HARDBREAKS') });
  md.validateLink = () => true;
  for (const name of ['link_open', 'image'] as const) {
    const render = md.renderer.rules[name];
    md.renderer.rules[name] = (tokens, index, given, env, renderer) => {
      const tag = render?.(tokens, index, given, env, renderer) ?? renderer.renderToken(tokens, index, given);
      return tag.replace(/^<(?:a href|img src)="[^"]*/, (start) => start.replaceAll("'", '&#x27;'));
    };
  }
  md.renderer.rules.blockquote_open = (tokens, index, given, _env, renderer) => {
    const tag = renderer.renderToken(tokens, index, given);
    return tag.endsWith('\n') ? tag : `${tag}\n`;
  };
  useHtml(md, options.has('UNSAFE'), extensions.has('tagfilter'));
  useExtensions(md, extensions, options);
  if (highlight !== undefined && settings.isPages) usePagesStyle(md, highlight, options.has('GITHUB_PRE_LANG'));
  else if (highlight !== undefined) useCodeWrapper(md, highlight, options.has('GITHUB_PRE_LANG'));
  return (text) => md.render(text, {});
}
