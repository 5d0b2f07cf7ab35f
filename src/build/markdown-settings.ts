import type { Config } from '../core/types.js';
import type { Hash } from '../core/values.js';
import { readKramdownOptions } from '../markdown/markdown.js';
import type { MarkdownSettings } from '../markdown/site-markdown.js';

/** What of a configuration matters to Markdown: plain data, for worker threads too. */
export function markdownSettings(config: Config): MarkdownSettings {
  const { values } = config;
  const kramdown = hashOf(values.get('kramdown'));
  const name = String(values.get('markdown') ?? 'kramdown').toLowerCase();
  const commonmark = hashOf(values.get('commonmark'));
  const shiki = values.get('highlighter') === 'shiki' ? hashOf(hashOf(values.get('shiki')).get('themes')) : undefined;
  return {
    dialect: name.startsWith('commonmark') ? 'CommonMark' : name === 'gfm' ? 'GFM' : 'kramdown',
    kramdown: readKramdownOptions(kramdown, highlighterOf(values)),
    commonmark: {
      options: asStrings(commonmark.get('options')),
      extensions: asStrings(commonmark.get('extensions')),
      isPages: name === 'commonmarkghpages',
    },
    ...(shiki === undefined
      ? {}
      : {
          themes: {
            light: String(shiki.get('light') ?? 'github-light'),
            dark: String(shiki.get('dark') ?? 'github-dark'),
          },
        }),
  };
}

/** kramdown knows Shiki's colours as what they stand in for. */
function highlighterOf(values: Hash): string {
  const name = String(values.get('highlighter') ?? 'none');
  return name === 'shiki' ? 'rouge' : name;
}

function hashOf(value: unknown): Hash {
  return value instanceof Map ? value : new Map();
}

function asStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
