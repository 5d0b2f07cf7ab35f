import { expect, test, vi } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import type { Plugin } from '../../src/core/plugin.js';
import { timeToS } from '../../src/core/time/strftime.js';
import { Time } from '../../src/core/time/time.js';
import type { Site } from '../../src/core/types.js';
import { Float, isDrop, Range, toHash } from '../../src/core/values/values.js';
import { adaptPlugin } from '../../src/plugins/user/adapt.js';
import { checkShape } from '../../src/plugins/user/check-shape.js';
import { fromPlain, toPlain, toView, withChanges } from '../../src/plugins/user/plain.js';
import { definePlugin, type UserPlugin } from '../../src/plugins/user/types.js';
import { createPage, createPost, createSite, createTools, renderTag } from './helpers.js';

const origin = { path: '_plugins/own.js', file: '/site/_plugins/own.js' };
const adapt = (plugin: UserPlugin): Plugin[] => adaptPlugin(definePlugin(plugin), origin, 'v1');

/** All generators in their order, as a build runs them. */
async function generateAll(plugin: UserPlugin, site: Site, tools = createTools()): Promise<Site> {
  let result = site;
  const plugins = adapt(plugin).sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  for (const each of plugins) result = (await each.generate?.(result, tools)) ?? result;
  return result;
}

test('Ruby values are plain ones to plugins, and come back as they were', () => {
  const time = new Time(0, 5, 'UTC');
  const hash = toHash({ a: { b: [1] }, time });
  const view = toView(hash) as { a: { b: number[] }; time: Date };
  expect(view.a.b[0]).toBe(1);
  expect({ ...view.a }).toEqual({ b: [1] });
  expect('a' in view).toBe(true);
  expect(view.time.getTime()).toBe(0);
  expect(fromPlain(view)).toBe(hash);
  expect(fromPlain(view.time)).toBe(time);
  expect([toPlain(new Float(1)), toPlain(new Range(1, 3))]).toEqual([1, [1, 2, 3]]);
  expect(fromPlain({ x: [undefined, { y: true }] })).toEqual(toHash({ x: [null, { y: true }] }));
});

test('only what a plugin changed is different afterwards', () => {
  const time = new Time(0, 5, 'UTC');
  const hash = new Map<unknown, unknown>([
    ['keep', time],
    [1, 'number'],
    ['drop', 1],
  ]);
  const plain = toPlain(hash) as Record<string, unknown>;
  expect(withChanges(hash, plain, 'UTC' as never)).toBe(hash);
  delete plain.drop;
  plain.added = { deep: 1 };
  expect(withChanges(hash, plain, 'UTC' as never)).toEqual(
    new Map<unknown, unknown>([
      ['keep', time],
      [1, 'number'],
      ['added', toHash({ deep: 1 })],
    ]),
  );
  const hostile = withChanges(
    new Map(),
    JSON.parse('{"__proto__": {"x": 1}}') as object as Record<string, unknown>,
    'UTC' as never,
  );
  expect(hostile.get('__proto__')).toEqual(toHash({ x: 1 }));
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('filters, tags and blocks work on plain values', () => {
  const [plugin] = adapt({
    filters: {
      names: (items: { name: string }[], options: { glue: string }) => items.map(({ name }) => name).join(options.glue),
      group: () => ({ a: [1] }),
    },
    tags: { hello: ({ markup, page }) => `Hello ${markup}, ${String(page.title)}` },
    blocks: {
      box: ({ body, markup }) => `<${markup}>${body}</${markup}>`,
      code: { raw: true, render: ({ body }) => body.length },
    },
  });
  const context = { source: { path: 'a.md' }, host: { config: () => 'UTC' } } as never;
  expect(plugin!.filters!.names!(context, [toHash({ name: 'a' }), toHash({ name: 'b' })], toHash({ glue: '+' }))).toBe(
    'a+b',
  );
  expect(plugin!.filters!.group!(context, null)).toEqual(toHash({ a: [1] }));
  expect(renderTag(plugin!, 'hello', ' you ', { page: { title: 'T' } })).toBe('Hello you, T');
  const { body, parse } = plugin!.tags!.code!;
  const start = { name: 'code', markup: '', position: { line: 1, column: 1 } };
  expect([body, parse(start)(context, () => 'four')]).toEqual(['raw', '4']);
  expect(plugin!.tags!.box!.body).toBe('block');
});

test('generators change and add documents, data and members', async () => {
  const site = createSite({ posts: [createPost('2024-01-01', 'a', {}, 'one two')], pages: [createPage('gone.html')] });
  const made = await generateAll(
    {
      async generate({ posts, pages, data, addPage, removePage, set }, tools) {
        await Promise.resolve();
        for (const post of posts) post.data.words = post.content.split(' ').length;
        removePage(pages[0]!);
        addPage({ path: 'tags.html', data: { title: tools.slugify('A B') }, content: 'x' });
        data.added = [1];
        set('answer', { deep: 42 });
      },
    },
    site,
  );
  expect(made.collections.get('posts')!.documents[0]!.data.get('words')).toBe(2);
  expect(made.pages.map(({ path, data }) => [path, data.get('title')])).toEqual([['tags.html', 'a-b']]);
  expect(made.data.get('added')).toEqual([1]);
  expect(made.members!.get('answer')).toEqual(toHash({ deep: 42 }));
  expect(site.collections.get('posts')!.documents[0]!.data.has('words')).toBe(false);
});

test('dates of pages that a plugin adds are of the site’s zone', async () => {
  const date = new Date('2024-06-01T00:00:00Z');
  const site = createSite({});
  const config = { ...site.config, timezone: 'Asia/Tokyo' };
  const made = await generateAll(
    { generate: ({ addPage }) => addPage({ path: 'a.html', data: { date } }) },
    { ...site, config },
  );
  expect(timeToS(made.pages[0]!.data.get('date') as Time)).toBe('2024-06-01 09:00:00 +0900');
});

test('hooks run in Jekyll’s order, those of a collection before those of documents', async () => {
  const calls: string[] = [];
  const note = (name: string) => (): void => void calls.push(name);
  await generateAll(
    {
      generate: note('generate'),
      hooks: {
        'site:pre_render': note('site pre'),
        'documents:pre_render': note('documents pre'),
        'posts:pre_render': note('posts pre'),
        'pages:pre_render': note('pages pre'),
        'site:post_read': note('read'),
        'documents:post_init': note('init'),
      },
    },
    createSite({ posts: [createPost('2024-01-01', 'a')], pages: [createPage('p.html')] }),
  );
  expect(calls).toEqual(['init', 'read', 'generate', 'site pre', 'posts pre', 'documents pre', 'pages pre']);
});

test('hooks change settings, contents and outputs', () => {
  const plugins = adapt({
    hooks: {
      'site:after_init': (site) => void (site.config.title = 'New'),
      'pages:post_convert': (page: { content: string }) => void (page.content += '!'),
      'pages:post_render': (page: { output: string }) => void (page.output += '?'),
      'clean:on_obsolete': (paths) => void paths.shift(),
      'site:post_render': ({ pages }) => void (pages[0]!.output += ' end'),
    },
  });
  const site = createSite({ config: { title: 'Old' }, pages: [createPage('p.html')] });
  const rendered = { document: site.pages[0]!, output: 'x' };
  const found = <T>(pick: (plugin: Plugin) => T | undefined): T =>
    plugins.map(pick).find((part) => part !== undefined)!;
  expect(found(({ configure }) => configure)(site.config, createTools()).values.get('title')).toBe('New');
  expect(found(({ transformContent }) => transformContent)(rendered, site)).toBe('x!');
  expect(found(({ transform }) => transform)(rendered, site)).toBe('x?');
  expect(found(({ transform }) => transform)({ ...rendered, document: createPost('2024-01-01', 'a') }, site)).toBe('x');
  expect(found(({ chooseObsolete }) => chooseObsolete)(['/a', '/b'])).toEqual(['/b']);
  expect(found(({ emit }) => emit)(site, () => 'out')).toEqual([{ path: 'p.html', content: 'out end' }]);
});

test('hooks after writing get what was written', async () => {
  const told = vi.fn();
  const plugins = adapt({
    hooks: {
      'posts:post_write': (post: { output?: string }) => told(post.output),
      'site:post_write': async ({ posts }) => told(posts.length),
    },
  });
  const post = createPost('2024-01-01', 'a');
  for (const { afterWrite } of plugins) {
    await afterWrite?.({
      site: createSite({ posts: [post] }),
      documents: [{ document: post, output: 'html' }],
      paths: [],
    });
  }
  expect(told.mock.calls).toEqual([['html'], [1]]);
});

test('commands give an exit code', async () => {
  const lines: string[] = [];
  const [plugin] = adapt({
    commands: {
      hi: {
        description: 'says hi',
        run({ print, arguments: [name] }) {
          print(`hi ${name}`);
          return 3;
        },
      },
    },
  });
  const call = {
    arguments: ['you'],
    options: {},
    config: createSite({}).config,
    print: (line: string) => lines.push(line),
  };
  expect(await plugin!.commands![0]!.run(call)).toBe(3);
  expect(lines).toEqual(['hi you']);
});

test('what a plugin throws is an error of its file, at its line', () => {
  const error = new Error('boom');
  error.stack = 'Error: boom\n    at boom (file:///site/_plugins/own.js?v=1a:7:13)';
  const fail = (): never => {
    throw error;
  };
  const [plugin] = adapt({ filters: { boom: fail, later: async () => 1 } });
  const context = { source: { path: 'a.md' }, host: { config: () => 'UTC' } } as never;
  const thrown = (name: string): SiteError['diagnostic'] => {
    try {
      plugin!.filters![name]!(context, 'x');
    } catch (caught) {
      if (caught instanceof SiteError) return caught.diagnostic;
    }
    throw new Error('nothing was thrown');
  };
  expect(thrown('boom')).toMatchObject({
    message: 'The filter boom of _plugins/own.js failed: boom',
    path: '_plugins/own.js',
    position: { line: 7, column: 13 },
    via: [{ path: 'a.md' }],
  });
  expect(thrown('later').code).toBe('plugin/asynchronous');
});

test('what no template can show is an error of the plugin', () => {
  const circle: { self?: object } = {};
  circle.self = circle;
  const wrong = {
    'a function': () => () => 1,
    'a symbol': () => Symbol('x'),
    'a promise that nothing waits for': () => [Promise.resolve(1)],
    'an invalid date': () => new Date('never'),
    'a value that holds itself': () => circle,
  };
  const context = { source: { path: 'a.md' }, host: { config: () => 'UTC' } } as never;
  const [plugin] = adapt({ filters: wrong });
  for (const what of Object.keys(wrong)) {
    const message = `The filter ${what} of _plugins/own.js failed: it gave ${what}`;
    expect(() => plugin!.filters![what]!(context, 'x')).toThrow(message);
  }
  class Point {
    x = 1;
  }
  const [other] = adapt({ filters: { point: () => new Point(), set: () => new Set([1, 2]) } });
  expect(other!.filters!.point!(context, 'x')).toEqual(toHash({ x: 1 }));
  expect(other!.filters!.set!(context, 'x')).toEqual([1, 2]);
});

test('converters take their extensions', () => {
  const [plugin] = adapt({ converters: [{ extensions: ['.RST'], convert: (text, path) => `${path}:${text}` }] });
  const [converter] = plugin!.converters!;
  expect([converter!.matches('.rst'), converter!.matches('.md'), converter!.outputExtension('.rst')]).toEqual([
    true,
    false,
    '.html',
  ]);
  expect(converter!.convert('x', 'a.rst')).toBe('a.rst:x');
  expect(isDrop(converter)).toBe(false);
  const [without] = adapt({ converters: [{ extensions: ['.rst'], convert: () => undefined as never }] });
  expect(() => without!.converters![0]!.convert('x', 'a.rst')).toThrow('it gave nothing');
});

test('what a plugin leaves that cannot be taken is an error of its file', async () => {
  const site = createSite({ posts: [createPost('2024-01-02', 'one', {}, 'text')] });
  const around: Record<string, unknown> = {};
  around.self = around;
  const wrong: UserPlugin[] = [
    { generate: ({ posts }) => void (posts[0]!.data = null as never) },
    { generate: ({ posts }) => void (posts[0]!.data.around = around) },
    { generate: (all) => all.addPage({} as never) },
    { generate: (all) => all.addPage({ path: 'a.html', data: 'title' as never }) },
    { generate: (all) => void (all.data = [1] as never) },
    // What changes nothing is refused, rather than passed over.
    { generate: (all) => void (all.posts as unknown[]).push({ path: 'a.md' }) },
    { generate: (all) => void (all.config.title = 'x') },
    { hooks: { 'site:post_read': ({ posts }) => void (posts[0]!.data = null as never) } },
    { hooks: { 'posts:post_init': (post: { data: unknown }) => void (post.data = null) } },
  ];
  for (const plugin of wrong) {
    await expect(generateAll(plugin, site)).rejects.toMatchObject({
      diagnostic: { code: 'plugin/error', path: origin.path },
    });
  }
});

test('a content that is no text is made one', async () => {
  const site = createSite({ posts: [createPost('2024-01-02', 'one', {}, 'text')] });
  const bodyOf = async (content: unknown): Promise<unknown> => {
    const changed = await generateAll({ generate: ({ posts }) => void (posts[0]!.content = content as string) }, site);
    return changed.collections.get('posts')?.documents[0]?.body;
  };
  expect(await bodyOf(5)).toBe('5');
  expect(await bodyOf(undefined)).toBe('');
});

test.each([
  [{ converters: [{}] }, '`converters.0` without a function `convert`'],
  [{ converters: [{ convert: String }] }, '`converters.0` without a list `extensions`'],
  [
    { converters: [{ convert: String, extensions: ['rst'] }] },
    "`converters.0` with the extension 'rst', which has to be '.rst'",
  ],
  [{ converters: { convert: String } }, '`converters` as an object, but it has to be a list'],
  [{ filters: 1 }, '`filters` as a number, but it has to be an object'],
  [{ converters: [null] }, '`converters.0` without a function `convert`'],
  [{ blocks: { box: {} } }, '`blocks.box` without a function `render`'],
  [{ blocks: { box: null } }, '`blocks.box` without a function `render`'],
  [{ commands: { go: { description: 'x' } } }, '`commands.go` without a function `run`'],
  [{ priority: 'hihg' }, "`priority` as 'hihg'"],
  [{ tags: { box: 1 } }, '`tags.box` as a number'],
])('%j is no plugin, and it is said why', (plugin, why) => {
  expect(() => checkShape(plugin, origin)).toThrow(why);
});
