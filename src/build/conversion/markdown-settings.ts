import { placeOfSetting } from '../../config/setting-place.js';
import { SiteError } from '../../core/diagnostics.js';
import { textsOf } from '../../core/settings.js';
import type { Config } from '../../core/types.js';
import type { Hash } from '../../core/values/values.js';
import { OptionError, readKramdownOptions } from '../../markdown/markdown.js';
import type { MarkdownSettings } from '../../markdown/site-markdown.js';

/** What of a configuration matters to Markdown: plain data, for worker threads too. */
export function markdownSettings(config: Config): MarkdownSettings {
  const { values } = config;
  const name = String(values.get('markdown') ?? 'kramdown').toLowerCase();
  const commonmark = hashOf(values.get('commonmark'));
  const shiki = values.get('highlighter') === 'shiki' ? hashOf(hashOf(values.get('shiki')).get('themes')) : undefined;
  const dialect = name.startsWith('commonmark') ? 'CommonMark' : name === 'gfm' ? 'GFM' : 'kramdown';
  return {
    dialect,
    kramdown: kramdownOptions(config, highlighterOf(values), dialect === 'kramdown'),
    commonmark: {
      options: textsOf(commonmark.get('options')),
      extensions: textsOf(commonmark.get('extensions')),
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

/** The options of kramdown; what it refuses matters only where it is used. */
function kramdownOptions(config: Config, highlighter: string, isUsed: boolean): MarkdownSettings['kramdown'] {
  try {
    return readKramdownOptions(hashOf(config.values.get('kramdown')), highlighter);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    if (!isUsed) return readKramdownOptions(new Map(), highlighter);
    const message = `'kramdown' has a value that cannot be used: ${error.message}.`;
    const hint = 'Correct it in the configuration.';
    const place = placeOfSetting(config.files, config.source, ['kramdown', error.option]);
    throw new SiteError({ code: 'config/kramdown', message, hint, ...place }, { cause: error });
  }
}

/** kramdown takes Shiki's themes for Rouge, which it also takes where no highlighter is named. */
function highlighterOf(values: Hash): string {
  const given = values.get('highlighter') ?? false;
  const name = given === false ? 'rouge' : String(given);
  return name === 'shiki' ? 'rouge' : name;
}

function hashOf(value: unknown): Hash {
  return value instanceof Map ? value : new Map();
}
