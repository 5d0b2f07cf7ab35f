import { hashText } from '../../src/core/hash-text.js';
import type { TemplateHost } from '../../src/core/template.js';
import { Time } from '../../src/core/time.js';
import type { Config, Document, Layout, Site, SourceFile } from '../../src/core/types.js';
import { type Drop, isDrop } from '../../src/core/values.js';
import { createHost } from '../../src/render/host.js';
import { adoptSite, createWorld, type Rendered, renderSite } from '../../src/render/render-site.js';
import type { RenderTools } from '../../src/render/renderer.js';
import { createSitePaths } from '../../src/render/site-paths.js';
import { createSiteView } from '../../src/render/view/site-view.js';
import type { World } from '../../src/render/world.js';

/** A site of few words: what a test edits. Bodies, layouts and includes are lists of commands, one a line. */
export interface LittleSite {
  readonly posts: Readonly<Record<string, { title: string; tags?: readonly string[]; layout?: string; body: string }>>;
  readonly pages: Readonly<Record<string, { title: string; layout?: string; body: string }>>;
  readonly layouts: Readonly<Record<string, { layout?: string; body: string }>>;
  readonly includes: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
}

/** What renders a little site, again and again. */
export interface LittleBuilder {
  build(site: LittleSite): Promise<{ outputs: Record<string, string>; rendered: number; result: Rendered }>;
}

function fileOf(path: string, text: string): SourceFile {
  return { path, absolutePath: `/${path}`, hash: hashText(text), modified: 0, size: text.length, text };
}

function documentOf(
  id: string,
  kind: Document['kind'],
  fields: { title: string; tags?: readonly string[]; layout?: string; body: string },
): Document {
  const data = new Map<unknown, unknown>([['title', fields.title]]);
  if (fields.layout !== undefined) data.set('layout', fields.layout);
  if (fields.tags !== undefined) data.set('tags', fields.tags);
  return {
    id,
    kind,
    path: id,
    data,
    body: fields.body,
    bodyLine: 1,
    extension: '.html',
    outputExtension: '.html',
    route: { url: `/${id}`, output: id },
    isWritten: true,
    hash: hashText(JSON.stringify([id, fields])),
    ...(kind === 'document' ? { collection: 'posts', excerpt: { text: fields.body.split('\n')[0]! } } : {}),
  };
}

const config = { values: new Map([['title', 'little']]) } as unknown as Config;
const time = new Time(0, 0, 'UTC');

/** Reads a little site: what did not change since the last version stays the same object. */
function readLittle(little: LittleSite, old: Site | undefined): Site {
  const reuse = (document: Document, olds: readonly Document[] = []): Document =>
    olds.find((other) => other.id === document.id && other.hash === document.hash) ?? document;
  const oldPosts = old?.collections.get('posts')?.documents;
  const posts = Object.keys(little.posts)
    .sort()
    .map((id) => reuse(documentOf(id, 'document', little.posts[id]!), oldPosts));
  const pages = Object.keys(little.pages)
    .sort()
    .map((id) => reuse(documentOf(id, 'page', little.pages[id]!), old?.pages));
  const layouts = new Map<string, Layout>(
    Object.entries(little.layouts).map(([name, { layout, body }]) => {
      const data = new Map(layout === undefined ? [] : [['layout', layout]]);
      const file = fileOf(`_layouts/${name}.html`, JSON.stringify([layout, body]));
      return [name, { name, file, data, body, bodyLine: 1, extension: '.html' }];
    }),
  );
  return {
    config,
    time,
    pages,
    layouts,
    assets: [],
    collections: new Map([
      [
        'posts',
        {
          label: 'posts',
          metadata: new Map(),
          relativeDirectory: '_posts',
          directory: '/_posts',
          isWritten: true,
          documents: posts,
          assets: [],
        },
      ],
    ]),
    includes: new Map(Object.entries(little.includes).map(([name, text]) => [name, fileOf(`_includes/${name}`, text)])),
    data: new Map(Object.entries(little.data)),
  };
}

/** Makes a builder of little sites. */
export function createLittleBuilder(): LittleBuilder {
  const paths = createSitePaths(() => world.site);
  const world: World = createWorld({
    fileHash: () => undefined,
    urlOfPath: paths.urlOfPath,
    urlOfPost: paths.urlOfPost,
  });
  const view = createSiteView(world);
  const host = createHost(world, {
    siteDrop: view.drop,
    paths,
    includeFolders: ['_includes'],
    readFile: () => undefined,
    markdownify: (text) => text,
    smartify: (text) => text,
    sassify: (text) => ({ css: text, loaded: [] }),
    highlight: (code) => code,
  });
  let rendered = 0;
  const tools: RenderTools = {
    globals: new Map([['site', view.drop]]),
    isPlain: () => false,
    isMarkdown: () => false,
    hasSourceMap: () => false,
    convert: (text) => `<${text}>`,
    transform: (output) => output,
    transformContent: (content) => content,
    renderTemplate: (source, _settings, variables) => {
      rendered++;
      return runCommands(source.text, variables, host);
    },
  };
  return {
    async build(little) {
      rendered = 0;
      adoptSite(world, readLittle(little, world.site as Site | undefined), tools, false);
      const result = await renderSite(world, {});
      return {
        outputs: Object.fromEntries(world.ordered.map((state) => [state.id, state.output.text])),
        rendered,
        result,
      };
    },
  };
}

function member(value: unknown, key: string): string {
  if (isDrop(value)) return String(value.get(key));
  return value instanceof Map ? String(value.get(key)) : 'none';
}

function runCommands(text: string, variables: ReadonlyMap<string, unknown>, host: TemplateHost): string {
  return text
    .split('\n')
    .map((line) => runCommand(line, variables, host))
    .join('|');
}

function runCommand(line: string, variables: ReadonlyMap<string, unknown>, host: TemplateHost): string {
  const [command = '', argument = ''] = line.split(' ');
  const site = variables.get('site') as Drop;
  const list = (name: string): string => (site.get(name) as unknown[]).map((item) => member(item, argument)).join(',');
  switch (command) {
    case 'page':
      return member(variables.get('page'), argument);
    case 'posts':
      return list('posts');
    case 'pages':
      return list('pages');
    case 'related':
      return ((site.get('related_posts') ?? []) as unknown[]).map((item) => member(item, argument)).join(',');
    case 'next':
      return member((variables.get('page') as Drop).get('next'), argument);
    case 'previous':
      return member((variables.get('page') as Drop).get('previous'), argument);
    case 'data':
      return String((site.get('data') as Map<string, unknown>).get(argument));
    case 'tags':
      return [...(site.get('tags') as Map<string, unknown[]>)]
        .map(([tag, posts]) => `${tag}=${posts.map((post) => member(post, argument))}`)
        .join(';');
    case 'url':
      return String(host.urlOfPath(argument));
    case 'content':
      return String(variables.get('content'));
    case 'include': {
      const source = host.readInclude(argument);
      return source === undefined ? 'no include' : runCommands(source.text, variables, host);
    }
    case 'cached':
      return host.memo(argument, () => runCommand(`include ${argument}`, variables, host));
    default:
      return line;
  }
}
