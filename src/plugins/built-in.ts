import { lazily } from '../core/lazily.js';
import type { Plugin } from '../core/plugin.js';

/** Loads a built-in plugin; nothing for one whose work is part of the program whether it is named or not. */
type Loader = (() => Promise<Plugin>) | undefined;

/** Every plugin that is built in, by the name that `plugins:` has. Each is loaded only where it is asked for, and once. */
export const builtInPlugins: ReadonlyMap<string, Loader> = new Map<string, Loader>([
  ['jekyll-archives', () => import('./archives.js').then(({ archives }) => archives)],
  ['jekyll-avatar', () => import('./github/avatar.js').then(({ avatar }) => avatar)],
  ['jekyll-coffeescript', lazily(() => import('./coffeescript.js').then(({ coffeescript }) => coffeescript()))],
  ['jekyll-default-layout', () => import('./default-layout.js').then(({ defaultLayout }) => defaultLayout)],
  ['jekyll-feed', () => import('./feed/feed.js').then(({ feed }) => feed)],
  ['jekyll-github-metadata', () => import('./github/github-metadata.js').then(({ githubMetadata }) => githubMetadata)],
  [
    'jekyll-last-modified-at',
    () => import('./last-modified/last-modified-at.js').then((file) => file.createLastModifiedAt()),
  ],
  ['jekyll-mentions', () => import('./github/mentions.js').then(({ mentions }) => mentions)],
  ['jekyll-octicons', lazily(() => import('./github/octicons.js').then(({ octicons }) => octicons()))],
  ['jekyll-optional-front-matter', () => import('./optional-front-matter.js').then((file) => file.optionalFrontMatter)],
  ['jekyll-paginate', () => import('./paginate.js').then(({ paginate }) => paginate)],
  ['jekyll-paginate-v2', () => import('./paginate-v2/paginate-v2.js').then(({ paginateV2 }) => paginateV2)],
  ['jekyll-readme-index', () => import('./readme-index.js').then(({ readmeIndex }) => readmeIndex)],
  ['jekyll-redirect-from', () => import('./redirect-from.js').then(({ redirectFrom }) => redirectFrom)],
  ['jekyll-relative-links', () => import('./relative-links.js').then(({ relativeLinks }) => relativeLinks)],
  ['jekyll-seo-tag', () => import('./seo/seo-tag.js').then(({ seoTag }) => seoTag)],
  ['jekyll-sitemap', () => import('./sitemap.js').then(({ sitemap }) => sitemap)],
  ['jekyll-titles-from-headings', () => import('./titles-from-headings.js').then((file) => file.titlesFromHeadings)],
  ['jekyll-toc', () => import('./toc/toc.js').then(({ toc }) => toc)],
  ['jemoji', lazily(() => import('./github/jemoji.js').then(({ jemoji }) => jemoji()))],
  // Their tags, converters, commands and settings are always there.
  ['jekyll-include-cache', undefined],
  ['jekyll-gist', undefined],
  ['jekyll-commonmark', undefined],
  ['jekyll-commonmark-ghpages', undefined],
  ['jekyll-compose', undefined],
  ['jekyll-data', undefined],
  ['jekyll-remote-theme', undefined],
  ['jekyll-sass-converter', undefined],
  ['jekyll-watch', undefined],
  ['jekyll', undefined],
  ['kramdown', undefined],
  ['kramdown-parser-gfm', undefined],
  ['kramdown-math-katex', undefined],
  ['liquid', undefined],
  ['rouge', undefined],
  ['webrick', undefined],
  ['classifier-reborn', undefined],
]);

/** Built-in plugins that look at nothing but the site, its configuration, and what is outside through their tools. */
const pure = new Set([
  'github-pages',
  'jekyll-archives',
  'jekyll-avatar',
  'jekyll-coffeescript',
  'jekyll-default-layout',
  'jekyll-feed',
  'jekyll-github-metadata',
  'jekyll-last-modified-at',
  'jekyll-mentions',
  'jekyll-octicons',
  'jekyll-optional-front-matter',
  'jekyll-paginate',
  'jekyll-paginate-v2',
  'jekyll-readme-index',
  'jekyll-redirect-from',
  'jekyll-relative-links',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-titles-from-headings',
  'jekyll-toc',
  'jemoji',
]);

/** Whether all that a plugin does follows from the site, its configuration, its variables, and what it asks its tools for. */
export function isPurePlugin({ name, file, version }: Plugin): boolean {
  return file === undefined && version === undefined && pure.has(name);
}

/** Of those, the ones that go by texts or times of documents, or change texts. */
const readingTexts = new Set([
  'jekyll-last-modified-at',
  'jekyll-paginate-v2',
  'jekyll-relative-links',
  'jekyll-titles-from-headings',
]);

/** Whether a plugin makes the same of a site where nothing but texts of documents is different. */
export function isBlindToTexts(plugin: Plugin): boolean {
  return isPurePlugin(plugin) && !readingTexts.has(plugin.name);
}

/** The plugins that GitHub Pages always runs, in its order. */
export const githubPagesDefaults: readonly string[] = [
  'jekyll-coffeescript',
  'jekyll-commonmark-ghpages',
  'jekyll-gist',
  'jekyll-github-metadata',
  'jekyll-paginate',
  'jekyll-relative-links',
  'jekyll-optional-front-matter',
  'jekyll-readme-index',
  'jekyll-default-layout',
  'jekyll-titles-from-headings',
];

/** The plugins that GitHub Pages runs where a site names them, besides its default ones. */
export const githubPagesAllowed: readonly string[] = [
  'jekyll-feed',
  'jekyll-redirect-from',
  'jekyll-seo-tag',
  'jekyll-sitemap',
  'jekyll-avatar',
  'jemoji',
  'jekyll-mentions',
  'jekyll-include-cache',
  'jekyll-octicons',
  'jekyll-remote-theme',
];

/** Ruby plugins that are often met, and what does their work here. */
export const replacements: Readonly<Record<string, string>> = {
  'jekyll-assets': 'Reference files of the assets folder by relative_url; Sass is built in.',
  'jekyll-autoprefixer': 'Change the CSS in a `pages:post_render` hook in _plugins/prefix.js.',
  'jekyll-email-protect': 'Write its filter in _plugins/email.js under `filters`.',
  'jekyll-figure': 'Write its block in _plugins/figure.js under `blocks`.',
  'jekyll-import': 'Import once with Ruby; the posts it writes build here.',
  'jekyll-katex': 'Load KaTeX in the layout, or write its tag in _plugins/katex.js under `tags`.',
  'jekyll-loading-lazy': 'Add loading="lazy" in a `documents:post_render` hook in _plugins/lazy.js.',
  'jekyll-lunr-js-search': 'Write the index as a page with a template of its own (`{{ site.posts | jsonify }}`).',
  'jekyll-mermaid': 'Load Mermaid in the layout; a fence of language mermaid is left for it.',
  'jekyll-minifier': 'Minify in a `site:post_render` hook in _plugins/minify.js.',
  'jekyll-picture-tag': 'Write its tag in _plugins/picture.js under `tags`.',
  'jekyll-polyglot': 'Make the pages of each language in _plugins/languages.js with a generator.',
  'jekyll-postcss': 'Change the CSS in a `pages:post_render` hook in _plugins/postcss.js.',
  'jekyll-responsive-image': 'Write its tag in _plugins/picture.js under `tags`.',
  'jekyll-scholar': 'Read the bibliography in _plugins/scholar.js with a generator and a tag.',
  'jekyll-spaceship': 'Change the HTML in a `documents:post_render` hook in _plugins/spaceship.js.',
  'jekyll-tagging': 'jekyll-archives, which is built in, makes pages of tags.',
  'jekyll-target-blank': 'Change the links in a `documents:post_render` hook in _plugins/links.js.',
  'jekyll-tidy': 'Change the HTML in a `site:post_render` hook in _plugins/tidy.js.',
  'jekyll-category-pages': 'jekyll-archives, which is built in, makes pages of categories.',
  'jekyll-tagories': 'jekyll-archives, which is built in, makes pages of tags and categories.',
  'jekyll-auto-authors': 'jekyll-paginate-v2, which is built in, makes pages of collections.',
  'octopress-paginate': 'jekyll-paginate-v2, which is built in, paginates collections too.',
};
