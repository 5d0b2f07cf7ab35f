import { expect, test } from 'vitest';
import { createLittleBuilder, type LittleSite } from './little-site.js';

const nothing = { includes: {}, data: {}, settings: {}, members: {}, files: {}, time: { now: 0 } };
const site = (title: string): LittleSite => ({
  ...nothing,
  layouts: { post: { layout: 'base', body: 'content\npage title' }, base: { body: 'content\nend' } },
  posts: { '2020-01-01-a': { title, layout: 'post', body: 'body' } },
  pages: { 'b.html': { title: 'B', body: 'content' } },
});

test('a body that shows what a document left depends on all of that document', async () => {
  const builder = createLittleBuilder();
  for (const title of ['one', 'two']) {
    const { outputs } = await builder.build(site(title));
    expect(outputs['b.html']).toBe(`<<body>|${title}>`);
  }
});

test('a body that shows the layout that was left depends on its name', async () => {
  const builder = createLittleBuilder();
  for (const note of ['one', 'two']) {
    const layouts = { one: { note: 'one', body: 'content' }, two: { note: 'two', body: 'content' } };
    const posts = { '2020-01-01-a': { title: 'A', layout: note, body: 'body' } };
    const { outputs } = await builder.build({
      ...nothing,
      layouts,
      posts,
      pages: { 'b.html': { title: 'B', body: 'layout note' } },
    });
    expect(outputs['b.html']).toBe(`<${note}>`);
  }
});
