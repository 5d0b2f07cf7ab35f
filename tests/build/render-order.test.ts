import { describe, expect, it } from 'vitest';
import { type OrderOptions, renderOrder } from '../../src/build/render-order.js';
import type { Site } from '../../src/core/types.js';
import type { ConversionJob } from '../../src/markdown/batch.js';
import type { DocumentState } from '../../src/render/world.js';

function state(path: string, body = '', kind = 'document'): DocumentState {
  return { document: { path, body, kind, data: new Map() } } as unknown as DocumentState;
}

function siteWith(layout = '{{ content }}', include = ''): Site {
  return { layouts: new Map([['post', { body: layout }]]), includes: new Map([['x', { text: include }]]) } as never;
}

interface Elsewhere {
  /** Paths of texts that a thread has begun, and how often each is to be waited for. */
  readonly begun?: Record<string, number>;
  /** Texts that no thread has begun, the last of them first. */
  readonly rest?: ConversionJob[];
  readonly sheets?: readonly string[];
  readonly isOrderSeen?: boolean;
}

/** Walks the order: paths as they come, and `…` for each wait. */
async function walk(states: readonly DocumentState[], elsewhere: Elsewhere, site = siteWith()): Promise<string> {
  const { begun = {}, rest = [], sheets = [], isOrderSeen = false } = elsewhere;
  const posts = new Set(states.filter(({ document }) => document.kind === 'document'));
  const options: OrderOptions = {
    isOrderSeen,
    sass: { ready: ({ document }) => (sheets.includes(document.path) ? Promise.resolve() : undefined) },
    markdown: {
      isShared: posts.size > 0,
      has: (one) => posts.has(one),
      waiting: ({ document: { path } }) => {
        const left = begun[path] ?? 0;
        begun[path] = left - 1;
        return left > 0 ? Promise.resolve() : undefined;
      },
      convertOther: () => rest.pop(),
    },
  };
  const seen: string[] = [];
  for (const next of renderOrder(site, states, options)) {
    if (next instanceof Promise) await next;
    seen.push(next instanceof Promise ? '…' : next.document.path);
  }
  return seen.join(' ');
}

const list = state('list', '{% for post in site.posts %}{{ post.excerpt }}{% endfor %}', 'page');
const feed = state('feed', '{% for post in site.posts %}{{ post.content }}{% endfor %}', 'page');
const posts = [state('a', 'A'), state('b', 'B'), state('c', 'C')];

describe('the order of rendering', () => {
  it('is that of the documents where nothing is to be waited for', async () => {
    expect(await walk([...posts, feed], {})).toBe('a b c feed');
    expect(await walk([feed, list], {})).toBe('feed list');
  });

  it('has pages that need no whole texts while a thread has the next text', async () => {
    expect(await walk([...posts, feed, list], { begun: { b: 3 } })).toBe('a … list … b c feed');
  });

  it('leaves pages at their place where a layout or an include around them shows texts of others', async () => {
    const elsewhere = (): Elsewhere => ({ begun: { a: 2 } });
    const layout = '{% for post in site.posts %}{{ post.content | strip_html }}{% endfor %}';
    expect(await walk([...posts, list], elsewhere(), siteWith(layout))).toBe('… … a b c list');
    expect(await walk([...posts, list], elsewhere(), siteWith('', "{{ other['content'] }}"))).toBe('… … a b c list');
    expect(await walk([...posts, list], elsewhere(), siteWith('{{ page.content }}'))).toBe('… list a b c');
  });

  it('has lists of excerpts at last, where there is something else to do', async () => {
    const rest = [{ path: 'c', text: 'C' }];
    const about = state('about', 'About us', 'page');
    expect(await walk([...posts, list, about], { begun: { b: 3 }, rest })).toBe('a … c … about b c list');
    const inLayout = state('shelf', '', 'page');
    inLayout.document.data.set('layout', 'post');
    const site = siteWith('{% include x %}', '{{ post.excerpt }}');
    expect(await walk([...posts, inLayout, about], { begun: { c: 2 } }, site)).toBe('a b … about c shelf');
  });

  it('has documents whose texts were converted meanwhile; of what is not a whole body, there is nothing to render', async () => {
    const rest = [
      { path: 'b', text: 'an excerpt' },
      { path: 'c', text: 'C' },
    ];
    // The first wait is to hear the thread, the third for what it has to do yet: there is nothing else to do.
    expect(await walk(posts, { begun: { a: 4 }, rest })).toBe('… c … … … a b c');
  });

  it('has pages in step with the texts, the last of them with the first texts', async () => {
    const pages = ['1', '2', '3'].map((path) => state(path, '{{ post.excerpt }}', 'page'));
    for (const { document } of pages) Object.assign(document, { paginator: new Map() });
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => state(path, path));
    const rest = [
      { path: 'e', text: 'e' },
      { path: 'f', text: 'f' },
    ];
    // Two texts were converted from the end when a third of all is behind each end of the list.
    expect(await walk([...six, ...pages], { begun: { b: 3, d: 5 }, rest })).toBe('a … f … e … b c 3 1 … 2 … d e f');
  });

  it('has style sheets last, as their compiler takes its time to start', async () => {
    const sheet = state('sheet', '', 'page');
    expect(await walk([sheet, ...posts, feed], { sheets: ['sheet'] })).toBe('a b c feed … sheet');
  });

  it('stays as it is where somebody may mind', async () => {
    const rest = [{ path: 'c', text: 'C' }];
    expect(await walk([...posts, list], { begun: { a: 1 }, rest, sheets: ['b'], isOrderSeen: true })).toBe(
      '… a … b c list',
    );
  });
});
