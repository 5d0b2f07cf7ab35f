import type { HighlightOptions } from '../core/template.js';
import { createHighlighter, type Highlighter } from './highlight/highlighter.js';
import { applyOptions } from './highlight/html.js';
import { createMarkdown, type Markdown, type MarkdownOptions, smartify } from './markdown.js';

/** What a site's Markdown depends on; plain data, so that it can go to a worker thread. */
export interface MarkdownSettings extends Omit<MarkdownOptions, 'highlight'> {
  /** Shiki's own colours instead of Rouge's classes, by the names of a light and a dark theme. */
  readonly themes?: { readonly light: string; readonly dark: string };
}

/** A site's Markdown and highlighting. */
export interface SiteMarkdown extends Markdown {
  smartify(text: string): string;
  /** Code to HTML spans, for `{% highlight %}`. */
  highlight(code: string, language: string, options: HighlightOptions): string;
}

/** Markdown with highlighted code; languages are loaded when they are first met. */
export function createSiteMarkdown(settings: MarkdownSettings): SiteMarkdown {
  let made: Highlighter | undefined;
  const { themes } = settings;
  const highlight = (code: string, language: string | undefined): string => {
    made ??= createHighlighter();
    return themes === undefined ? made.highlight(code, language) : made.highlightThemed(code, language, themes);
  };
  const markdown = createMarkdown({ ...settings, highlight });
  return {
    render: (text, path, leadLength) => markdown.render(text, path, leadLength),
    smartify: (text) => smartify(text, settings.kramdown),
    highlight: (code, language, options) => applyOptions(highlight(code, language), options),
  };
}
