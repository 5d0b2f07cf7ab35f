import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { followEdits } from './follow-little.js';
import { editsWith, start } from './little-edits.js';
import { createLittleBuilder, type LittleSite } from './little-site.js';

// So that a little site has many documents.
await vi.hoisted(async () => {
  const { replaceModule } = await import('../replaced-modules.js');
  replaceModule('render/evidence/max-noted.ts', () => ({ maxNoted: 1 }));
});

it('what reads many documents is rendered again where a clean build makes something else', async () => {
  const focus = ['posts title', 'pages title', 'posts url', 'posts keys', 'pages keys', 'cached deep'];
  await fc.assert(
    fc.asyncProperty(fc.array(editsWith(focus), { minLength: 1, maxLength: 12 }), async (edits) => {
      for await (const { warm, cold } of followEdits(edits)) {
        expect(warm.result.failed).toBe(cold.result.failed);
        if (!cold.result.failed) expect(warm.outputs).toEqual(cold.outputs);
      }
    }),
    { numRuns: Number(process.env.SEQUENCES ?? 200) },
  );
});

it('a page that reads a member of many documents depends on that member of all, and on no other', async () => {
  const builder = createLittleBuilder();
  const posts = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`${id}.md`, { title: id, body: 'text' }]));
  const site: LittleSite = { ...start, posts, pages: { list: { title: 'List', body: 'posts title' } } };
  await builder.build(site);
  const d = posts['d.md']!;
  expect((await builder.build({ ...site, posts: { ...posts, 'd.md': { ...d, body: 'more' } } })).rendered).toBe(1);
  const changed = await builder.build({ ...site, posts: { ...posts, 'd.md': { ...d, title: 'other' } } });
  // The post, whose text is another again, and the list.
  expect(changed.rendered).toBe(2);
  expect(changed.outputs.list).toBe('<other,c,b,a>');
});
