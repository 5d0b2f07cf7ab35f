import { baseName, extensionOf } from '../core/paths.js';
import type { Plugin } from '../core/plugin.js';
import { matchesEntry } from '../core/text/fnmatch.js';
import { type Asset, type Config, type Document, type Site, staticFiles } from '../core/types.js';
import { isTruthy } from '../core/values/ruby.js';
import { isMarkdown, optionsOf, setting } from './values.js';

/** Files that are about the repository rather than part of the site. */
const aboutRepository = new Set([
  ...['README', 'LICENSE', 'LICENCE', 'COPYING', 'CODE_OF_CONDUCT', 'CONTRIBUTING'],
  ...['ISSUE_TEMPLATE', 'PULL_REQUEST_TEMPLATE'],
]);

/** jekyll-optional-front-matter: Markdown files without front matter are pages too. */
export const optionalFrontMatter: Plugin = {
  name: 'jekyll-optional-front-matter',
  generate(site, tools): Site {
    const options = optionsOf(site.config, 'optional_front_matter');
    if (options === undefined || isTruthy(setting(site.config, 'require_front_matter'))) return site;
    const chosen = staticFiles(site).filter((asset) => isPageWithoutFrontMatter(site.config, asset));
    if (chosen.length === 0) return site;
    const added: Document[] = [];
    for (const asset of chosen) {
      const { path } = asset;
      const body = tools.readFile(path)?.text;
      if (body !== undefined) added.push(tools.createPage({ path, id: path, isOfFile: true, data: new Map(), body }));
    }
    const pages = [...site.pages, ...added];
    if (options.get('remove_originals') !== true) return { ...site, pages };
    return withoutAssets({ ...site, pages }, new Set(chosen));
  },
};

const unlisted = new WeakMap<Asset, Asset>();

/** The site without some of its static files. Jekyll still writes those of collections. */
export function withoutAssets(site: Site, removed: ReadonlySet<Asset>): Site {
  const assets = site.assets.flatMap((asset) => {
    if (!removed.has(asset)) return [asset];
    if (asset.collection === undefined) return [];
    if (!unlisted.has(asset)) unlisted.set(asset, { ...asset, isListed: false });
    return [unlisted.get(asset)!];
  });
  return { ...site, assets };
}

function isPageWithoutFrontMatter(config: Config, asset: Asset): boolean {
  if (!isMarkdown(config, extensionOf(asset.path))) return false;
  const name = baseName(asset.path).replace(/\.[^.]*$/, '');
  return !aboutRepository.has(name.toUpperCase()) || isIncluded(config, asset.path);
}

/** Whether `include` of the configuration names the file, by its path or its name. */
function isIncluded(config: Config, path: string): boolean {
  const named = setting(config, 'include');
  const name = baseName(path);
  if (!Array.isArray(named)) return false;
  return [path, name].some((entry) => matchesEntry(named, entry, () => false));
}
