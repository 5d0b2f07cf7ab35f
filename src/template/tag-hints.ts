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

/** What to do about a tag that is unknown, by its name. */
export const tagHints: ReadonlyMap<string, string> = new Map(
  Object.entries(pluginTags).map(([tag, plugin]) => [tag, `add ${plugin} to 'plugins:' in the configuration`]),
);
