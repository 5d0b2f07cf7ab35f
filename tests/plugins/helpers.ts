import type { Diagnostic } from '../../src/core/diagnostics.js';
import { extensionOf } from '../../src/core/paths.js';
import type { GenerateTools, Plugin } from '../../src/core/plugin.js';
import type { RenderContext, TemplateHost } from '../../src/core/template.js';
import { Time } from '../../src/core/time/time.js';
import type { Asset, Collection, Config, Document, Site, SourceFile } from '../../src/core/types.js';
import { type Drop, toHash } from '../../src/core/values/values.js';

/** A configuration with these settings. */
export function createConfig(values: object = {}, more: Partial<Config> = {}): Config {
  return {
    values: toHash({ markdown_ext: 'markdown,mkdown,mkdn,mkd,md', ...values }),
    source: '/site',
    destination: '/site/_site',
    cacheDirectory: '/site/.jekyll-cache',
    environment: 'development',
    holdsNow: false,
    compat: '4',
    files: [],
    ...more,
  };
}

/** A page at a path, found where Jekyll would put it. */
export function createPage(path: string, data: object = {}, body = ''): Document {
  const html = path.replace(/\.(?:md|markdown)$/, '.html');
  const permalink = (data as { permalink?: string }).permalink;
  const url = permalink ?? `/${html}`.replace(/\/index\.html$/, '/');
  return {
    id: path,
    kind: 'page',
    path,
    data: toHash(data),
    body,
    bodyLine: 1,
    extension: extensionOf(path),
    outputExtension: extensionOf(html),
    route: { url, output: url.endsWith('/') ? `${url.slice(1)}index.html` : url.slice(1) },
    isWritten: true,
    hash: path,
  };
}

/** A post of a day, such as `2024-01-02`. */
export function createPost(day: string, slug: string, data: object = {}, body = ''): Document {
  const date = new Time(Date.parse(`${day}T00:00:00Z`), 0, 'UTC');
  const url = `/${day.replaceAll('-', '/')}/${slug}.html`;
  const all = toHash({ title: slug, date, tags: [], categories: [], ...data });
  const page = createPage(`_posts/${day}-${slug}.md`, {}, body);
  return { ...page, kind: 'document', collection: 'posts', date, data: all, route: { url, output: url.slice(1) } };
}

/** A static file at a path. */
export function createAsset(path: string, collection?: string): Asset {
  return {
    path,
    absolutePath: `/site/${path}`,
    hash: path,
    modified: 0,
    size: 0,
    ...(collection === undefined ? {} : { collection }),
    data: new Map(),
    route: { url: `/${path}`, output: path },
  };
}

/** A site of these parts. */
export function createSite(parts: {
  readonly config?: object;
  readonly pages?: readonly Document[];
  readonly posts?: readonly Document[];
  readonly assets?: readonly Asset[];
  readonly layouts?: readonly string[];
}): Site {
  const posts: Collection = {
    label: 'posts',
    metadata: new Map(),
    relativeDirectory: '_posts',
    directory: '/site/_posts',
    isWritten: true,
    documents: parts.posts ?? [],
    assets: [],
  };
  const layouts = (parts.layouts ?? []).map((name) => [name, { name } as never] as const);
  const time = new Time(Date.parse('2024-06-01T00:00:00Z'), 0, 'UTC');
  return {
    config: createConfig(parts.config),
    time,
    now: time,
    collections: new Map([['posts', posts]]),
    pages: parts.pages ?? [],
    layouts: new Map(layouts),
    includes: new Map(),
    assets: parts.assets ?? [],
    data: new Map(),
  };
}

/** Tools whose files are these texts; what is reported is kept. */
export function createTools(
  files: Readonly<Record<string, string>> = {},
): GenerateTools & { diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    report: (diagnostic) => diagnostics.push(diagnostic),
    git: () => undefined,
    variable: (name) => process.env[name],
    createPage: ({ path, data, body, id, url, name, paginator }) => {
      const page = createPage(path, Object.fromEntries(data) as object, body);
      const route = url === undefined ? page.route : { url, output: url.slice(1) };
      return {
        ...page,
        id: id ?? `generated:${path}`,
        data,
        route,
        ...(name && { name }),
        ...(paginator && { paginator }),
      };
    },
    changeDocument: (document, { url, ...change }) => ({ ...document, ...change }),
    ownData: ({ data }) => data,
    readFile: (path) => (Object.hasOwn(files, path) ? ({ path, text: files[path] } as SourceFile) : undefined),
    markdownify: (text) => `<p>${text}</p>`,
    relativeUrl: (url) => `/base${url}`,
    absoluteUrl: (url) => `https://example.org/base${url}`,
    slugify: (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  };
}

/** Lets a plugin generate. */
export async function generate(plugin: Plugin, site: Site, tools: GenerateTools = createTools()): Promise<Site> {
  return plugin.generate!(site, tools);
}

/** What a tag prints, on a page and with a site of these members. */
export function renderTag(
  plugin: Plugin,
  name: string,
  markup: string,
  members: { readonly page?: object; readonly site?: object; readonly variables?: object } = {},
): string {
  const site = toHash(members.site ?? {});
  const drop: Drop = { isDrop: true, className: 'SiteDrop', get: (key) => site.get(key) };
  const variables = toHash(members.variables ?? {});
  const warnings: string[] = [];
  const host = { site: drop, config: (key: string) => site.get(key), warn: (text: string) => warnings.push(text) };
  const context = {
    host: host as unknown as TemplateHost,
    page: toHash(members.page ?? {}),
    source: { path: 'page.md', line: 1, text: '' },
    lookup: (key: string) => variables.get(key),
    renderPartial: ({ text }: { text: string }) => text,
  } as unknown as RenderContext;
  return plugin.tags![name]!.parse({ name, markup, position: { line: 1, column: 1 } })(context, () => '');
}
