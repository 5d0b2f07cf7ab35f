import { type CommonMarkSettings, createCommonMark } from './commonmark.js';
import { tagOf } from './highlight/languages.js';
import { type KramdownOptions, readKramdownOptions } from './kramdown/options/options.js';
import { KramdownPreset } from './kramdown/preset.js';
import { escapeAll } from './kramdown/text.js';

export { OptionError } from './kramdown/options/option-values.js';
export { readKramdownOptions } from './kramdown/options/options.js';

/** A warning for the author of a text. `line` counts from 1 within the text. */
export interface MarkdownWarning {
  readonly message: string;
  readonly line: number;
}

/** HTML, and what was odd in the text. */
export interface MarkdownResult {
  readonly html: string;
  readonly warnings: readonly MarkdownWarning[];
  /** Languages of code that are not known, so that it is printed plain. */
  readonly unknownLanguages: readonly string[];
  /** The HTML of the beginning that was asked for; missing where it is not known. */
  readonly lead?: string;
}

/** Which Markdown is spoken, and how. Plain data but for `highlight`. */
export interface MarkdownOptions {
  readonly dialect: 'kramdown' | 'GFM' | 'CommonMark';
  readonly kramdown: KramdownOptions;
  readonly commonmark?: CommonMarkSettings;
  /**
   * Code to spans with Rouge's class names, without a wrapper. It is asked for languages that Rouge knows only, plain text
   * apart. Where it is not given, code is only escaped.
   */
  readonly highlight?: (code: string, language: string | undefined) => string;
}

/** Turns Markdown into HTML. */
export interface Markdown {
  /** @param leadLength how many characters of the text are a beginning that somebody may want by itself */
  render(text: string, path?: string, leadLength?: number): MarkdownResult;
}

/** What GitHub Pages makes of `markdown: GFM`. */
const gfm: CommonMarkSettings = {
  options: ['UNSAFE', 'FOOTNOTES'],
  extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
  isPages: true,
};

/** Makes a converter. Its results depend on nothing but the text and the options. */
export function createMarkdown(options: MarkdownOptions): Markdown {
  const given = options.highlight ?? escapeAll;
  let unknown: string[] = [];
  const highlight = (code: string, language: string): string | undefined => {
    // Most code spans are plain text, which no highlighter has anything to add to.
    if (language === 'plaintext') return escapeAll(code);
    const query = language.indexOf('?', 1);
    const name = query < 0 ? language : language.slice(0, query);
    if (name === 'guess' || tagOf(name) !== undefined) return given(code, language);
    if (!unknown.includes(name)) unknown.push(name);
    return undefined;
  };
  if (options.dialect !== 'kramdown') {
    const settings = options.dialect === 'GFM' ? gfm : (options.commonmark ?? { options: [], extensions: [] });
    const render = createCommonMark(settings, highlight);
    return {
      render(text) {
        unknown = [];
        return { html: render(text), warnings: [], unknownLanguages: unknown };
      },
    };
  }
  const preset = new KramdownPreset(options.kramdown, highlight);
  return {
    render(text, _path, leadLength) {
      unknown = [];
      const { html, warnings, lead } = preset.render(text, leadLength);
      if (lead === undefined || unknown.length > 0) return { html, warnings, unknownLanguages: unknown };
      return { html, warnings, unknownLanguages: unknown, lead };
    },
  };
}

let smartypants: { options: KramdownOptions | undefined; preset: KramdownPreset } | undefined;

/** Typographic quotation marks, dashes and ellipses, as Jekyll's `smartify` filter makes them. */
export function smartify(text: string, options?: KramdownOptions): string {
  if (smartypants === undefined || smartypants.options !== options) {
    const given = options ?? readKramdownOptions(new Map());
    // Jekyll sets a highlighter and a language up for Markdown alone: here code that names none is printed as it is.
    const own = { ...given, isGfm: false, isPlainMarkdown: false, isHtml: false, syntaxHighlighter: undefined };
    smartypants = { options, preset: new KramdownPreset(own, escapeAll, 'smartypants') };
  }
  const { html } = smartypants.preset.render(text);
  return html.endsWith('\n') ? html.slice(0, -1) : html;
}
