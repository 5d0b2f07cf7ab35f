import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import type { GenerateTools, NewPage, Plugin } from '../core/plugin.js';
import type { RenderContext, TemplateHost } from '../core/template.js';
import { hashText } from '../core/text/hash-text.js';
import { type SlugMode, slugify } from '../core/text/slug.js';
import type { Document, Layout, Site, SourceFile } from '../core/types.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { createDocument } from '../read/documents/document.js';
import { parseFrontMatter } from '../read/documents/front-matter.js';
import { overDefaults } from '../read/documents/read-documents.js';
import { checkText } from '../read/file-problems.js';
import { type ReadOptions, type ReadSettings, readSettings } from '../read/settings.js';
import type { Source } from '../read/source.js';
import { fingerprint } from '../render/evidence/fingerprint.js';
import { absoluteUrl, urlUnderBase } from '../template/filters/url.js';
import type { LoadedSite } from './load-site.js';
import { ownData } from './own-data.js';
import { createPageIds } from './page-ids.js';

/** What generating works with. */
export interface GenerateWork {
  readonly source: Source;
  readonly readOptions: ReadOptions;
  markdownify(text: string): string;
}

/** Documents made in the last build, by id: one that comes out the same again stays the same object. */
export type MadeDocuments = Map<string, Document>;

/** Lets plugins add to a site that was read. One that throws is an error with its name; the others go on. */
export async function generateSite(
  site: Site,
  loaded: LoadedSite,
  work: GenerateWork,
  made: MadeDocuments,
): Promise<{ site: Site; diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  let result = withPluginLayouts(site, loaded.plugins);
  const tools = createTools(loaded, work, made, diagnostics);
  for (const plugin of loaded.plugins) {
    if (plugin.generate === undefined) continue;
    try {
      result = await plugin.generate(result, tools);
    } catch (error) {
      diagnostics.push(pluginError(plugin, error));
    }
  }
  return { site: result, diagnostics };
}

function pluginError(plugin: Plugin, error: unknown): Diagnostic {
  if (error instanceof SiteError) return error.diagnostic;
  const message = error instanceof Error ? error.message : String(error);
  return {
    severity: 'error',
    code: 'plugin/failed',
    message: `The plugin ${plugin.name} failed: ${message}`,
    ...(plugin.file === undefined ? {} : { path: plugin.file }),
  };
}

function createTools(
  { config, outside, plugins }: LoadedSite,
  work: GenerateWork,
  made: MadeDocuments,
  diagnostics: Diagnostic[],
): GenerateTools {
  const settings = readSettings(config, work.readOptions);
  // No site has been rendered yet: of the host, URLs need the configuration only.
  const host = { config: (key: string) => config.values.get(key) } as TemplateHost;
  const settle = (document: Document): Document => {
    const old = made.get(document.id);
    if (old !== undefined && old.hash === document.hash) return old;
    made.set(document.id, document);
    return document;
  };
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const idOf = createPageIds();
  const files = { source: work.source, settings, report };
  return {
    git: outside.git,
    variable: outside.variable,
    report,
    createPage: (page) => settle(createPage(withFile(page, plugins, files), idOf(page), settings)),
    changeDocument: (document, change) => {
      const { paginator, ...rest } = change;
      if (Object.keys(rest).length === 0) {
        return settle(withPaginator(withoutPaginator(document), paginator ?? document.paginator));
      }
      const data = change.data ?? document.data;
      const changed = createDocument(
        {
          ...partsOf(document),
          ...(document.rawContent === undefined || change.body !== undefined
            ? {}
            : { rawContent: document.rawContent }),
          data,
          body: change.body ?? document.body,
          isWritten: change.isWritten ?? document.isWritten,
          ...(change.url === undefined ? {} : { url: change.url }),
        },
        settings,
      );
      return settle(withPaginator(changed, change.paginator ?? document.paginator));
    },
    ownData: (page) => ownData(page, settings),
    readFile: (path) => work.source.file(path),
    markdownify: work.markdownify,
    slugify: (text, mode, keepsCase = false) =>
      slugify(text, {
        ...(mode === undefined ? {} : { mode: slugMode(mode) }),
        cased: keepsCase,
        compat: config.compat,
      }),
    relativeUrl: (url) => toS(urlUnderBase(host, url)),
    absoluteUrl: (url) => toS(absoluteUrl({ host } as RenderContext, url)),
  };
}

const slugModes: readonly SlugMode[] = ['none', 'raw', 'default', 'pretty', 'ascii', 'latin'];

/** Ruby takes a mode that it does not know for none. */
function slugMode(mode: string): SlugMode {
  return slugModes.find((known) => known === mode) ?? 'none';
}

interface FileTools {
  readonly source: Source;
  readonly settings: ReadSettings;
  report(diagnostic: Diagnostic): void;
}

/** What plugins have for a file. */
function dataOfFile(file: SourceFile, plugins: readonly Plugin[]): readonly (readonly [unknown, unknown])[] {
  return plugins.flatMap((plugin) => [...(plugin.dataOfMadePage?.(file) ?? [])]);
}

/** A page with what plugins have for the file that it is of, or stands for. */
function withFile(page: NewPage, plugins: readonly Plugin[], tools: FileTools): NewPage {
  if (page.isOfFile === true) return pageOfFile(page, plugins, tools);
  const file = page.standsForFile === true ? tools.source.file(page.path) : undefined;
  return file === undefined ? page : { ...page, data: new Map([...page.data, ...dataOfFile(file, plugins)]) };
}

/**
 * A page that is made of a file, with what other plugins have for it. Its front matter is read where that is still to be
 * done: behind a byte order mark Jekyll does not see it as long as it only looks whether there is any.
 */
function pageOfFile(page: NewPage, plugins: readonly Plugin[], { source, settings, report }: FileTools): NewPage {
  const file = source.file(page.path);
  if (file === undefined) return page;
  const added = dataOfFile(file, plugins);
  if (page.bodyOf !== undefined) return { ...page, data: new Map([...page.data, ...added]) };
  const problem = checkText(file, false, settings);
  if (problem !== undefined) report(problem);
  const { data, body, bodyLine, error } = parseFrontMatter(page.body, page.path);
  if (error !== undefined) report({ ...error.diagnostic, severity: 'warning' });
  const bodyOf = { path: page.path, bodyLine };
  return { ...page, data: new Map([...data, ...page.data, ...added]), body, bodyOf };
}

function createPage(page: NewPage, id: string, settings: ReadSettings): Document {
  const { path, body, bodyOf, paginator } = page;
  const data = overDefaults(settings.defaults.of(path, page.type ?? 'pages', true), page.data);
  // What has no value lets that of the defaults through; that a page has no layout is another matter.
  if (page.data.has('layout')) data.set('layout', page.data.get('layout'));
  const document = createDocument(
    {
      kind: 'page',
      id,
      ...(bodyOf === undefined ? {} : { bodyLine: bodyOf.bodyLine, bodyFile: bodyOf.path }),
      ...(page.rawContent === undefined ? {} : { rawContent: page.rawContent }),
      ...(page.isOfFile === true || page.hasExcerpt === true ? { hasExcerpt: true } : {}),
      path,
      data,
      ...(page.isOfFile === true ? { ownData: page.data } : {}),
      body,
      ...(page.name === undefined ? {} : { name: page.name }),
      ...(page.members === undefined ? {} : { members: page.members }),
      ...(page.url === undefined ? {} : { url: page.url }),
    },
    settings,
  );
  return withPaginator(document, paginator);
}

function partsOf(document: Document): Parameters<typeof createDocument>[0] {
  const { id, kind, path, file, collection, isDraft, data, body, bodyLine, bodyFile, date, isWritten } = document;
  return {
    id,
    kind,
    path,
    data,
    body,
    bodyLine,
    isWritten,
    ...(bodyFile === undefined ? {} : { bodyFile }),
    ...(file === undefined ? {} : { file }),
    ...(collection === undefined ? {} : { collection }),
    ...(isDraft === undefined ? {} : { isDraft }),
    // A draft without a date has that of its file.
    ...(date !== undefined && (isDraft === true || isTruthy(data.get('draft'))) ? { undated: date } : {}),
    ...excerptPart(document),
  };
}

/** A page that has an excerpt keeps having one; a document whose front matter is broken has none, whatever its text. */
function excerptPart({ kind, excerpt, data }: Document): { hasExcerpt?: boolean } {
  if (kind === 'page') return excerpt === undefined ? {} : { hasExcerpt: true };
  return excerpt !== undefined || isTruthy(data.get('excerpt')) ? {} : { hasExcerpt: false };
}

function withPaginator(document: Document, paginator: Hash | undefined): Document {
  if (paginator === undefined) return document;
  return { ...document, paginator, hash: `${document.hash} ${fingerprint(paginator)}` };
}

function withoutPaginator(document: Document): Document {
  const { paginator, ...bare } = document;
  if (paginator === undefined) return document;
  return { ...bare, hash: document.hash.slice(0, -1 - fingerprint(paginator).length) };
}

const pluginLayouts = new WeakMap<ReadonlyMap<string, Layout>, ReadonlyMap<string, Layout>>();

/** The site's layouts with those that plugins bring for names that it has not. */
export function withPluginLayouts(site: Site, plugins: readonly Plugin[]): Site {
  if (plugins.every(({ layouts }) => layouts === undefined)) return site;
  let layouts = pluginLayouts.get(site.layouts);
  if (layouts === undefined) {
    const all = new Map(site.layouts);
    for (const plugin of plugins) {
      for (const [name, text] of Object.entries(plugin.layouts ?? {})) {
        if (!all.has(name)) all.set(name, layoutOf(plugin.name, name, text));
      }
    }
    layouts = all;
    pluginLayouts.set(site.layouts, layouts);
  }
  return { ...site, layouts };
}

function layoutOf(plugin: string, name: string, text: string): Layout {
  const path = `${plugin}/${name}.html`;
  const { data, body, bodyLine } = parseFrontMatter(text, path);
  const file = { path, absolutePath: path, hash: hashText(text), modified: 0, size: text.length, text };
  return { name, file, data, body, bodyLine, extension: '.html' };
}
