/** Tags of plugins, by the plugin to ask for them from. */
const pluginTags: Readonly<Record<string, string>> = {
  seo: 'jekyll-seo-tag',
  feed_meta: 'jekyll-feed',
  avatar: 'jekyll-avatar',
  last_modified_at: 'jekyll-last-modified-at',
  github_edit_link: 'jekyll-github-metadata',
  octicon: 'jekyll-octicons',
  toc: 'jekyll-toc',
};

/** Tags of gems that are not built in. */
const gemTags: Readonly<Record<string, string>> = {
  bibliography: 'jekyll-scholar',
  cite: 'jekyll-scholar',
  reference: 'jekyll-scholar',
  jupyter_notebook: 'jekyll-jupyter-notebook',
  picture: 'jekyll_picture_tag',
  svg: 'jekyll-inline-svg',
  t: 'jekyll-multiple-languages-plugin',
  tf: 'jekyll-multiple-languages-plugin',
  tab: 'jekyll-tabs',
  tabs: 'jekyll-tabs',
  twitter: 'jekyll-twitter-plugin',
};

/** What to do about a tag that is unknown, where it is one of a plugin's. */
export function hintOfTag(name: string): string | undefined {
  if (Object.hasOwn(pluginTags, name)) return `Add ${pluginTags[name]} to 'plugins:' in the configuration.`;
  if (!Object.hasOwn(gemTags, name)) return undefined;
  return `It is one of ${gemTags[name]}, which is in Ruby and cannot run here: write the tag in a file of _plugins (docs/plugins.md).`;
}
