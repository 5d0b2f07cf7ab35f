import { type GenerateTools, type NewPage, type Plugin, priorities } from '../../core/plugin.js';
import type { Document, Site } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { type SettledData, settledData } from '../settled-data.js';
import { asHash, createDocumentMemo, setting, toInt } from '../values.js';
import { type Autopages, createAutopages, reportMissingLayouts } from './autopages.js';
import { paginationDefaults } from './defaults.js';
import { createPaginator, fileParts, fillNumbers, pagePath, type Series, trailOf } from './paginator.js';
import { badPerPage, legacySettings, reportNoTemplate, reportSharedBody } from './problems.js';
import { selectDocuments } from './selection.js';

/** jekyll-paginate-v2: pages with `pagination: {enabled: true}` of any collection, and autopages. */
export const paginateV2: Plugin = {
  name: 'jekyll-paginate-v2',
  priority: priorities.lowest,
  generate(site, tools) {
    const settled = settledData(site);
    let autopages = keptAutopages.get(settled);
    if (autopages === undefined) keptAutopages.set(settled, (autopages = createAutopages(site, tools)));
    reportMissingLayouts(autopages, site, tools);
    const whole = autopages.pages.length === 0 ? site : { ...site, pages: [...site.pages, ...autopages.pages] };
    const config = mergeHashes(paginationDefaults, asHash(setting(site.config, 'pagination')));
    if (setting(site.config, 'paginate') !== undefined) throw legacySettings();
    if (!isTruthy(config.get('enabled'))) return whole;
    const templates = whole.pages.filter((page) => isTruthy(paginationOf(page, tools).get('enabled')));
    if (templates.length === 0) reportNoTemplate(tools);
    const bodies = parsedBefore(whole, templates);
    return templates.reduce(
      (result, template) => paginateTemplate(result, tools, { template, defaults: config, bodies, settled }),
      whole,
    );
  },
};

/** What a page says of its pagination: all of it, as defaults that are a hash count where it says nothing. */
function paginationOf(page: Document, tools: GenerateTools): Hash {
  const merged = page.data.get('pagination');
  if (!isTruthy(asHash(merged).get('enabled'))) return new Map();
  const own = tools.ownData(page);
  return asHash(own.has('pagination') ? own.get('pagination') : merged);
}

const keptAutopages = new WeakMap<SettledData, Autopages>();

/** Pages of the site's own, by path: those in its root may have the path that paginated pages have, and come before them. */
function parsedBefore(site: Site, templates: readonly Document[]): Map<string, Document> {
  const paginated = new Set(templates);
  const others = site.pages.filter((page) => !page.path.includes('/') && !paginated.has(page) && isParsed(page));
  return new Map(others.map((page) => [page.path, page]));
}

function isParsed({ body, data }: Document): boolean {
  return data.get('render_with_liquid') !== false && /\{[{%]/.test(body);
}

/** A page to paginate, the site's settings, and the bodies in use by path. */
interface Job {
  readonly template: Document;
  readonly defaults: Hash;
  readonly bodies: Map<string, Document>;
  readonly settled: SettledData;
}

/** The pages of a template, and the one whose body they show. */
interface Pages {
  readonly shown: Document | undefined;
  readonly pages: readonly Document[];
}

const pagesOf = createDocumentMemo<Pages>();

function paginateTemplate(site: Site, tools: GenerateTools, job: Job): Site {
  const { template, settled, bodies, defaults } = job;
  const config = mergeHashes(defaults, paginationOf(template, tools));
  const { indexName, extension } = fileParts(config);
  const shown = shownTemplate(tools, bodies, template, indexName + extension);
  const make = (): Pages => ({ shown, pages: createPages(site, tools, template, config, shown) });
  let made = pagesOf(template, settled, make);
  if (made.shown !== shown) made = make();
  return { ...site, pages: [...site.pages.filter((page) => page !== template), ...made.pages] };
}

function createPages(
  site: Site,
  tools: GenerateTools,
  template: Document,
  config: Hash,
  shown: Document | undefined,
): Document[] {
  const documents = selectDocuments(site, config);
  const perPage = toInt(config.get('per_page'));
  if (perPage <= 0) throw badPerPage(template);
  const limit = toInt(config.get('limit'));
  const pages = Math.ceil(documents.length / perPage);
  const total = Math.max(limit > 0 ? Math.min(limit, pages) : pages, 1);
  const series = seriesOf(template, config, total);
  const data = shownData(tools, template);
  const parts = Array.from({ length: total }, (_, index) => partOf(site, template, data, config, series, index + 1));
  return parts.map((part, index) => {
    const paginator = createPaginator(series, index + 1, perPage, documents);
    const trail = asHash(config.get('trail'));
    const [before, after] = ['before', 'after'].map((key) => Math.max(toInt(trail.get(key)), 0)) as [number, number];
    if (total > 1 && before + after > 0) paginator.set('page_trail', trailOf(parts, index + 1, before, after));
    const id = `generated:${template.id}#${part.number}`;
    return createPage(tools, series, part, { id, ...bodyFrom(template, shown), paginator });
  });
}

function seriesOf(template: Document, config: Hash, total: number): Series {
  const { url } = template.route;
  const permalink = template.data.get('permalink');
  const folder = isTruthy(permalink) ? toS(permalink) : url.slice(0, url.lastIndexOf('/') + 1);
  const first = folder.endsWith('/') ? folder : `${folder}/`;
  return { first, other: `${first}/${toS(config.get('permalink'))}`.replace(/\/+/g, '/'), total, ...fileParts(config) };
}

/**
 * What the pages of a series have of their template's data. They have the defaults of their own path: of the template's, the gem
 * takes no more than the layout.
 */
function shownData(tools: GenerateTools, template: Document): Hash {
  const layout = template.data.get('layout');
  const data = tools.ownData(template);
  return layout === undefined || data.has('layout') ? data : new Map(data).set('layout', layout);
}

/** One page of a series. */
interface Part {
  readonly number: number;
  readonly path: string;
  readonly title: unknown;
  readonly data: Hash;
}

function partOf(site: Site, template: Document, shown: Hash, config: Hash, series: Series, number: number): Part {
  const path = pagePath(series, number);
  const base = isTruthy(template.data.get('title')) ? template.data.get('title') : setting(site.config, 'title');
  const title =
    number > 1 && config.has('title')
      ? fillNumbers(
          toS(config.get('title')).replace(':title', () => toS(base)),
          number,
          series.total,
        )
      : (base ?? null);
  const data = new Map(shown);
  const autopage = template.data.get('autopage');
  if (autopage instanceof Map && autopage.has('display_name')) data.set('autopages', autopage);
  data.set(
    'pagination_info',
    new Map([
      ['curr_page', number],
      ['total_pages', series.total],
    ]),
  );
  if (isTruthy(template.data.get('permalink'))) data.set('permalink', path);
  data.set('title', title);
  if (number > 1) data.set('autogen', 'jekyll-paginate-v2');
  return { number, path, title, data };
}

function createPage(
  tools: GenerateTools,
  { indexName, extension }: Series,
  { path, data }: Part,
  page: Text & Pick<NewPage, 'id' | 'paginator'>,
): Document {
  const file = path.endsWith('/')
    ? `${path}${indexName}${extension}`
    : path.endsWith(extension)
      ? path
      : path + extension;
  return tools.createPage({
    // The gem's pages have the name of the index page only, `.html` where it has none; so they are no Markdown either.
    path: indexName + extension,
    ...page,
    data,
    // The gem's addresses are not percent-encoded.
    url: file,
  });
}

/**
 * Jekyll 4 parses one template for all pages of the same path, so series with files of the same name all show the body of
 * the first that has Liquid in it, be it one of the root that is not paginated. Undefined for pages without a body.
 */
function shownTemplate(
  tools: GenerateTools,
  bodies: Map<string, Document>,
  template: Document,
  path: string,
): Document | undefined {
  if (isTruthy(template.data.get('autopage'))) return undefined;
  if (!isParsed(template)) return template;
  const first = bodies.get(path);
  if (first === undefined) bodies.set(path, template);
  else if (first.body !== template.body) reportSharedBody(tools, template, first);
  return first ?? template;
}

/** The text that the pages of a template have, and whether an excerpt of it. */
type Text = Pick<NewPage, 'body' | 'bodyOf' | 'rawContent' | 'hasExcerpt'>;

function bodyFrom(template: Document, shown: Document | undefined): Text {
  // The layout of an autopage is found by its name: a mistake in it has its place already.
  if (shown === undefined) return { body: '' };
  if (shown.body !== template.body) return { body: shown.body, bodyOf: shown, rawContent: template.body };
  // That of a Markdown page is Markdown, which these pages are not.
  const hasExcerpt = template.excerpt !== undefined && template.extension === template.outputExtension;
  return { body: shown.body, bodyOf: shown, hasExcerpt };
}
