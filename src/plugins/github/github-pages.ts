import type { Plugin } from '../../core/plugin.js';
import { mergeHashes } from '../../core/values/merge.js';
import { toHash } from '../../core/values/values.js';

/** Settings of GitHub Pages that no site can change. */
const forced = toHash({
  lsi: false,
  safe: true,
  highlighter: 'rouge',
  kramdown: { template: '', math_engine: 'mathjax', syntax_highlighter: 'rouge' },
  gist: { noscript: false },
});

const defaults = toHash({
  jailed: false,
  kramdown: { input: 'GFM', hard_wrap: false, gfm_quirks: 'paragraph_end' },
  markdown: 'kramdown',
});

const markdowns: readonly unknown[] = ['kramdown', 'GFM', 'CommonMarkGhPages'];

/** `github-pages`: the settings that GitHub Pages forces upon a site, over its own. */
export const githubPages: Plugin = {
  name: 'github-pages',
  configure(config, tools) {
    const production = config.environment === 'production' ? toHash({ sass: { style: 'compressed' } }) : new Map();
    const standard = mergeHashes(defaults, production);
    let values = mergeHashes(mergeHashes(standard, config.values), forced);
    if (!markdowns.includes(values.get('markdown'))) {
      tools.report({
        severity: 'warning',
        code: 'plugin/github-pages-markdown',
        setting: ['markdown'],
        message: `GitHub Pages does not know the Markdown processor ${String(values.get('markdown'))}; kramdown is used.`,
        hint: 'Set `markdown: kramdown`, or remove the setting.',
        path: '_config.yml',
      });
      values = new Map(values).set('markdown', 'kramdown');
    }
    return { ...config, values };
  },
};
