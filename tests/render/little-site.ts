import type { RenderContext, TemplateHost } from '../../src/core/template.js';
import { hashText } from '../../src/core/text/hash-text.js';
import { Time } from '../../src/core/time/time.js';
import type { Config, Document, Layout, Site, SourceFile } from '../../src/core/types.js';
import { type Drop, isDrop } from '../../src/core/values/values.js';
import { createHost } from '../../src/render/host.js';
import { adoptSite, createWorld, type Rendered, type RenderPace, renderSite } from '../../src/render/render-site.js';
import type { RenderTools } from '../../src/render/render-tools.js';
import { createSitePaths } from '../../src/render/site-paths.js';
import { releaseOutputs } from '../../src/render/texts/large-sites.js';
import { createSiteDrop } from '../../src/render/view/site-view.js';
import { textOf, type World } from '../../src/render/world.js';

/** A site of few words: what a test edits. Bodies, layouts and includes are lists of commands, one a line. */
export interface LittleSite {
  readonly posts: Readonly<Record<string, LittleDocument>>;
  readonly pages: Readonly<Record<string, LittleDocument>>;
  readonly layouts: Readonly<Record<string, { layout?: string; note?: string; body: string }>>;
  readonly includes: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string>>;
  /** Members of `site` that plugins add. */
  readonly members: Readonly<Record<string, string>>;
  /** Files that are read by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** `now`: the time of the build, in milliseconds; `real`: what texts call now, where it is another. */
  readonly time: Readonly<Record<string, number>>;
}

/** Posts stand in the order of their days, those of one day in the order of their names. */
export interface LittleDocument {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly layout?: string;
  readonly day?: number;
  /** The folder of its URL. */
  readonly folder?: string;
  /** An excerpt that the front matter gives. */
  readonly excerpt?: string;
  readonly body: string;
}

/** What renders a little site, again and again. */
export interface LittleBuilder {
  build(site: LittleSite): Promise<{ outputs: Record<string, string>; rendered: number; result: Rendered }>;
}

function fileOf(path: string, text: string): SourceFile {
  return { path, absolutePath: `/${path}`, hash: hashText(text), modified: 0, size: text.length, text };
}

function documentOf(id: string, kind: Document['kind'], fields: LittleDocument): Document {
  const data = new Map<unknown, unknown>([['title', fields.title]]);
  if (fields.layout !== undefined) data.set('layout', fields.layout);
  if (fields.tags !== undefined) data.set('tags', fields.tags);
  if (fields.excerpt !== undefined) data.set('excerpt', fields.excerpt);
  return {
    id,
    kind,
    path: id,
    data,
    body: fields.body,
    bodyLine: 1,
    extension: '.html',
    outputExtension: '.html',
    route: { url: fields.folder === undefined ? `/${id}` : `/${fields.folder}/${id}`, output: id },
    isWritten: true,
    hash: hashText(JSON.stringify([id, fields])),
    ...(kind === 'document' ? { collection: 'posts' } : {}),
    ...(kind === 'document' && fields.excerpt === undefined ? { excerpt: { text: fields.body.split('\n')[0]! } } : {}),
  };
}

const configs = new Map<string, Config>();

/** The same object for the same settings, as a builder has one configuration. */
function configOf(settings: LittleSite['settings']): Config {
  const key = JSON.stringify(settings);
  const config = configs.get(key) ?? ({ values: new Map(Object.entries(settings)) } as unknown as Config);
  configs.set(key, config);
  return config;
}

function inOrder(posts: LittleSite['posts']): string[] {
  return Object.keys(posts).sort((a, b) => (posts[a]!.day ?? 0) - (posts[b]!.day ?? 0) || (a < b ? -1 : 1));
}

/** Reads a little site: what did not change since the last version stays the same object. */
function readLittle(little: LittleSite, old: Site | undefined): Site {
  const reuse = (document: Document, olds: readonly Document[] = []): Document =>
    olds.find((other) => other.id === document.id && other.hash === document.hash) ?? document;
  const oldPosts = old?.collections.get('posts')?.documents;
  const posts = inOrder(little.posts).map((id) => reuse(documentOf(id, 'document', little.posts[id]!), oldPosts));
  const pages = Object.keys(little.pages)
    .sort()
    .map((id) => reuse(documentOf(id, 'page', little.pages[id]!), old?.pages));
  const layouts = new Map<string, Layout>(
    Object.entries(little.layouts).map(([name, { layout, note, body }]) => {
      const data = new Map<unknown, unknown>(layout === undefined ? [] : [['layout', layout]]);
      if (note !== undefined) data.set('note', note);
      const file = fileOf(`_layouts/${name}.html`, JSON.stringify([layout, note, body]));
      return [name, { name, file, data, body, bodyLine: 1, extension: '.html' }];
    }),
  );
  const time = new Time(little.time.now ?? 0, 0, 'UTC');
  return {
    config: configOf(little.settings),
    time,
    now: little.time.real === undefined ? time : new Time(little.time.real, 0, 'UTC'),
    members: new Map(Object.entries(little.members)),
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

/**
 * Makes a builder of little sites.
 *
 * @param once how it renders as a process does that makes the whole site once; else it is one that goes on
 */
export function createLittleBuilder(once?: RenderPace): LittleBuilder {
  let files: LittleSite['files'] = {};
  const paths = createSitePaths(
    () => world.site,
    () => world.shape,
  );
  const outside = {
    fileHash: (path: string) => files[path],
    urlOfPath: paths.urlOfPath,
    urlOfPost: paths.urlOfPost,
    layoutByDefault: () => undefined,
    layoutOfExcerpt: () => undefined,
  };
  const world: World = createWorld(outside, once !== undefined);
  const siteDrop = createSiteDrop(world);
  const host = createHost(world, {
    siteDrop,
    paths,
    includeFolders: ['_includes'],
    readFile: (path) => (files[path] === undefined ? undefined : { path, text: files[path], line: 1 }),
    isPlain: () => false,
    markdownify: (text) => text,
    smartify: (text) => text,
    sassify: (text) => ({ css: text, loaded: [] }),
    highlight: (code) => code,
  });
  let rendered = 0;
  /** As a real one: what did not change is not written. */
  const destination = new Map<string, { fingerprint: string; text: string }>();
  const tools: RenderTools = {
    globals: new Map([['site', siteDrop]]),
    isPlain: () => false,
    isMarkdown: () => false,
    hasSourceMap: () => false,
    placeInMatter: () => undefined,
    convert: (text) => `<${text}>`,
    transform: (output) => output,
    convertBody: (text) => `<${text}>`,
    usesSlots: true,
    renderTemplate: (source, _settings, variables) => {
      rendered++;
      return runCommands(source.text, variables, host);
    },
  };
  return {
    async build(little) {
      rendered = 0;
      files = little.files;
      adoptSite(world, readLittle(little, world.site as Site | undefined), tools, true);
      if (once !== undefined) world.unregistered = [];
      const result = await renderSite(world, once ?? {});
      const count = rendered;
      for (const { id, output } of world.ordered) {
        if (destination.get(id)?.fingerprint === output.fingerprint) continue;
        destination.set(id, { fingerprint: output.fingerprint, text: textOf(output) });
      }
      const outputs = Object.fromEntries(world.ordered.map(({ id }) => [id, destination.get(id)!.text]));
      releaseOutputs(world, false);
      return { outputs, rendered: count, result };
    },
  };
}

function member(value: unknown, key: string): string {
  if (key === 'keys' && (isDrop(value) || value instanceof Map)) return [...(value.keys?.() ?? [])].join(' ');
  if (isDrop(value)) return String(value.get(key));
  return value instanceof Map ? String(value.get(key)) : 'none';
}

function runCommands(text: string, variables: ReadonlyMap<string, unknown>, host: TemplateHost): string {
  return text
    .split('\n')
    .map((line) => runCommand(line, variables, host))
    .join('|');
}

/** What is being made for others to share, innermost last: the counters that it looked up, and whether it counted itself. */
const fences: { readonly reads: Map<string, unknown>; hasCounted: boolean }[] = [];

function counterOf(name: string, host: TemplateHost): unknown {
  const value = host.counters?.()?.get(name);
  for (const { reads } of fences) if (!reads.has(name)) reads.set(name, value);
  return value;
}

/** As Liquid's context: what is shared found the same counters, also where a text, as an excerpt, sees none of the site's. */
function fencing(host: TemplateHost): RenderContext {
  const context: Pick<RenderContext, 'fenced' | 'findsAgain'> = {
    fenced(run, isShared) {
      const fence = { reads: new Map<string, unknown>(), hasCounted: false };
      fences.push(fence);
      try {
        const result = run();
        return { result, reads: !fence.hasCounted && isShared() ? fence.reads : undefined };
      } finally {
        fences.pop();
      }
    },
    findsAgain: (reads) => [...reads].every(([name, value]) => counterOf(String(name), host) === value),
  };
  return context as RenderContext;
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
    case 'post':
      return String(host.urlOfPost(argument));
    case 'site':
      return String(site.get(argument));
    case 'layout':
      return member(variables.get('layout'), argument);
    case 'file':
      return host.readRelative(argument, '')?.text ?? 'no file';
    case 'time':
      return String((site.get('time') as Time).formatAs?.(argument));
    case 'clock':
      return String((site.get('time') as Time).epochMs);
    case 'now':
      return String((host.now() as Time).formatAs?.(argument));
    case 'moment':
      return String((host.now() as Time).epochMs);
    case 'chance':
      host.noteChance();
      return 'by chance';
    case 'warn':
      host.warn('Odd.', 'test/odd');
      return 'warned';
    case 'counter':
      return String(counterOf(argument, host));
    case 'count': {
      for (const fence of fences) fence.hasCounted = true;
      const counters = host.counters?.() ?? new Map<unknown, unknown>();
      const value = Number(counters.get(argument) ?? 0);
      counters.set(argument, value + 1);
      return String(value);
    }
    case 'content':
      return String(variables.get('content'));
    case 'include': {
      const source = host.readInclude(argument);
      return source === undefined ? 'no include' : runCommands(source.text, variables, host);
    }
    case 'cached':
      return host.memo(argument, () => runCommand(`include ${argument}`, variables, host), fencing(host));
    default:
      return line;
  }
}
