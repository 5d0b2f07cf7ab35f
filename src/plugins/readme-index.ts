import { baseName } from '../core/paths.js';
import { type GenerateTools, type Plugin, priorities } from '../core/plugin.js';
import { markdownExtensions } from '../core/settings.js';
import { type Asset, type Document, type Site, staticFiles } from '../core/types.js';
import { withoutAssets } from './optional-front-matter.js';
import { optionsOf } from './values.js';

/** jekyll-readme-index: a folder's README is its index, where it has no other. */
export const readmeIndex: Plugin = {
  name: 'jekyll-readme-index',
  priority: priorities.low,
  generate(site, tools) {
    const options = optionsOf(site.config, 'readme_index');
    if (options === undefined) return site;
    const isReadme = readmeTest(site);
    let result = site;
    for (const asset of staticFiles(site).filter(({ path }) => isReadme(path))) {
      result = addIndex(result, tools, asset, options.get('remove_originals') === true);
    }
    if (options.get('with_frontmatter') !== true) return result;
    for (const page of result.pages.filter(({ path }) => isReadme(path))) result = moveToIndex(result, tools, page);
    return result;
  },
};

function readmeTest(site: Site): (path: string) => boolean {
  const extensions = markdownExtensions(site.config);
  return (path) => {
    const name = baseName(path);
    // README is one in any case, but not README.MD.
    return [...extensions].some((extension) => name.endsWith(extension) && name.toLowerCase() === `readme${extension}`);
  };
}

function folderOf(url: string): string {
  return url.slice(0, url.replace(/\/+$/, '').lastIndexOf('/') + 1) || '/';
}

/** The gem puts a slash behind a folder, the topmost one as well. */
function permalinkOf(folder: string): string {
  return folder === '/' ? '//' : folder;
}

/** Whether a page or static file is already what is shown for a folder. */
function hasIndex(site: Site, folder: string): boolean {
  const prefix = folder.toLowerCase();
  return [...site.pages, ...staticFiles(site)].some(({ route }) => {
    const url = route.url.toLowerCase();
    return url.startsWith(prefix) && /^$|^index\.(?:html?|xhtml|xml)$/.test(url.slice(prefix.length));
  });
}

function addIndex(site: Site, tools: GenerateTools, asset: Asset, removesOriginal: boolean): Site {
  const folder = folderOf(asset.route.url);
  const body = tools.readFile(asset.path)?.text;
  if (body === undefined || hasIndex(site, folder)) return site;
  // jekyll-optional-front-matter may have made a page of it already.
  const id = site.pages.some((other) => other.id === asset.path) ? `index:${asset.path}` : asset.path;
  const data = new Map([['permalink', permalinkOf(folder)]]);
  const page = tools.createPage({ path: asset.path, id, isOfFile: true, data, body });
  const result = { ...site, pages: [...site.pages, page] };
  return removesOriginal ? withoutAssets(result, new Set([asset])) : result;
}

function moveToIndex(site: Site, tools: GenerateTools, page: Document): Site {
  const folder = folderOf(page.route.url);
  if (hasIndex(site, folder)) return site;
  const moved = tools.changeDocument(page, { data: new Map(page.data).set('permalink', permalinkOf(folder)) });
  return { ...site, pages: site.pages.map((other) => (other === page ? moved : other)) };
}
