import { compareDocuments } from '../core/compare-documents.js';
import { SiteError } from '../core/diagnostics.js';
import { changedRange } from '../core/lists/changed-range.js';
import { baseName } from '../core/paths.js';
import { type GenerateTools, type Plugin, priorities } from '../core/plugin.js';
import { type Document, dataValue, type Site } from '../core/types.js';
import { isTruthy } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { documentsOf, newestPosts, pathToUrl, referencesTo, setting, toInt } from './values.js';

/** jekyll-paginate: `paginate: N` and `paginate_path`; the posts on `index.html` and on pages after it. */
export const paginate: Plugin = {
  name: 'jekyll-paginate',
  priority: priorities.lowest,
  generate(site, tools) {
    const perPage = setting(site.config, 'paginate');
    if (perPage === undefined || site.pages.length === 0) return site;
    const template = findTemplate(site);
    if (template === undefined) {
      tools.report({
        severity: 'warning',
        code: 'plugin/no-pagination-page',
        setting: ['paginate'],
        message:
          "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
        hint: 'Add an index.html with front matter where paginate_path begins, or remove `paginate`.',
      });
      return site;
    }
    const number = checkPerPage(toInt(perPage));
    return number < 0 ? site : paginatePosts(site, tools, template, number);
  },
};

function checkPerPage(perPage: number): number {
  if (perPage !== 0) return perPage;
  throw new SiteError({
    code: 'plugin/paginate',
    setting: ['paginate'],
    message: `\`paginate\` has to be a number greater than 0.`,
    hint: 'Write how many posts a page shows, such as `paginate: 10`.',
    path: '_config.yml',
  });
}

function paginatePath(site: Site): string {
  const given = setting(site.config, 'paginate_path') ?? '/page:num';
  if (typeof given === 'string') return given;
  throw new SiteError({
    code: 'plugin/paginate',
    setting: ['paginate_path'],
    message: '`paginate_path` has to be a text.',
    hint: 'Write it as `paginate_path: /page:num/`.',
    path: '_config.yml',
  });
}

/** The `index.html` nearest to where pages are put, at or above their folder. */
function findTemplate(site: Site): Document | undefined {
  const parts = paginatePath(site)
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const folders = new Set<string>();
  for (let length = parts.length - 1; length >= 0; length--) folders.add(parts.slice(0, length).join('/'));
  let found: Document | undefined;
  for (const page of site.pages) {
    const slash = page.path.lastIndexOf('/');
    if (page.path.slice(slash + 1) !== 'index.html' || !folders.has(page.path.slice(0, Math.max(slash, 0)))) continue;
    if (found === undefined || page.path.length > found.path.length) found = page;
  }
  return found;
}

function paginatePosts(site: Site, tools: GenerateTools, template: Document, perPage: number): Site {
  const all = documentsOf(site, 'posts');
  const kept = series.get(template);
  const posts = newestPosts(site);
  const made =
    kept !== undefined && isSameSeries(kept.all, all)
      ? { ...kept, all, posts, shown: kept.shown === kept.posts ? posts : kept.shown }
      : { all, posts, ...makeSeries(site, tools, template, shownPosts(posts, kept), perPage, kept) };
  series.set(template, made);
  return { ...site, pages: [...site.pages.map((page) => (page === template ? made.first : page)), ...made.added] };
}

/** The pages made last for a template and posts: an edit of a post's text makes no others. */
const series = new WeakMap<Document, KeptSeries>();

/** Posts that are not hidden. Where none was, only those that are others now are looked at. */
function shownPosts(posts: readonly Document[], kept: KeptSeries | undefined): readonly Document[] {
  if (kept !== undefined && kept.shown === kept.posts) {
    const range = changedRange(kept.posts, posts);
    if (range === undefined || !posts.slice(range.start, range.newEnd).some(isHidden)) return posts;
  }
  const shown = posts.filter((post) => !isHidden(post));
  return shown.length === posts.length ? posts : shown;
}

function isHidden(post: Document): boolean {
  return isTruthy(dataValue(post, 'hidden'));
}

/** Whether two lists of posts are on the same pages, each in its place. */
function isSameSeries(old: readonly Document[], next: readonly Document[]): boolean {
  const range = changedRange(old, next);
  if (range === undefined) return true;
  if (old.length !== next.length) return false;
  for (let index = range.start; index < range.newEnd; index++) {
    const [before, now] = [old[index]!, next[index]!];
    if (before === now) continue;
    if (before.id !== now.id || compareDocuments(before, now) !== 0 || isHidden(before) !== isHidden(now)) return false;
  }
  return true;
}

interface Series {
  readonly shown: readonly Document[];
  readonly first: Document;
  readonly added: readonly Document[];
}

interface KeptSeries extends Series {
  /** The posts in their collection's order. */
  readonly all: readonly Document[];
  /** The newest first. */
  readonly posts: readonly Document[];
}

function makeSeries(
  site: Site,
  tools: GenerateTools,
  template: Document,
  posts: readonly Document[],
  perPage: number,
  kept: Series | undefined,
): Series {
  const total = Math.ceil(posts.length / perPage);
  const pathOf = (number: number): string =>
    number <= 1 ? template.route.url : withSlash(paginatePath(site).replace(':num', String(number)));
  const added: Document[] = [];
  let first = template;
  for (let number = 1; number <= total; number++) {
    const shown = posts.slice((number - 1) * perPage, number * perPage);
    const paginator = createPaginator({ number, perPage, shown, total, count: posts.length }, pathOf);
    if (number === 1) first = tools.changeDocument(template, { paginator, url: template.route.url });
    else {
      const before = kept?.added[number - 2];
      const page = before && tools.changeDocument(before, { paginator });
      added.push(page ?? createPage(tools, template, number, paginator, pathOf(number)));
    }
  }
  return { shown: posts, first, added };
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

interface PageOfPosts {
  readonly number: number;
  readonly perPage: number;
  readonly shown: readonly Document[];
  readonly total: number;
  readonly count: number;
}

function createPaginator(page: PageOfPosts, pathOf: (number: number) => string): Hash {
  const previous = page.number > 1 ? page.number - 1 : null;
  const next = page.number < page.total ? page.number + 1 : null;
  return new Map<unknown, unknown>([
    ['page', page.number],
    ['per_page', page.perPage],
    ['posts', referencesTo(page.shown)],
    ['total_posts', page.count],
    ['total_pages', page.total],
    ['previous_page', previous],
    ['previous_page_path', previous === null ? null : pathOf(previous)],
    ['next_page', next],
    ['next_page_path', next === null ? null : pathOf(next)],
  ]);
}

/**
 * Where Jekyll reads the template once more for the pages after the first: in the folder of its URL. Where a permalink
 * puts it elsewhere, there is nothing, and those pages are empty.
 */
function pathReadAgain(template: Document): string {
  const name = baseName(template.path);
  return `${template.route.url.replace(/[^/]*$/, '')}${name}`.slice(1);
}

function createPage(tools: GenerateTools, template: Document, number: number, paginator: Hash, path: string): Document {
  const again = pathReadAgain(template);
  const shared = { id: `generated:${template.path}#${number}`, paginator };
  if (tools.readFile(again) === undefined)
    return tools.createPage({ ...shared, path: again, data: new Map(), body: '', url: pathToUrl(`${path}/`) });
  const hasPermalink = isTruthy(template.data.get('permalink'));
  return tools.createPage({
    ...shared,
    path: template.path,
    data: template.data,
    body: template.body,
    bodyOf: template,
    isOfFile: true,
    url: hasPermalink ? template.route.url : pathToUrl(`${path}/`),
  });
}
