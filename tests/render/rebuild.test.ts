import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../src/render/world.js';
import { followEdits } from './follow-little.js';
import { anyEdit, apply, type Edit, editsWith, start } from './little-edits.js';
import { createLittleBuilder, type LittleSite } from './little-site.js';

const anyCount = editsWith(['count n', 'counter n', 'count m']);

describe('a rebuild', () => {
  it.each([
    ['any edits', anyEdit],
    ['edits of what counts', anyCount],
  ])('equals a clean build after %s', async (_, any) => {
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 1, maxLength: 12 }), async (edits) => {
        for await (const { site, warm, cold } of followEdits(edits)) {
          expect(warm.result.failed).toBe(cold.result.failed);
          if (cold.result.failed) continue;
          expect(warm.outputs).toEqual(cold.outputs);
          expect(warm.result.diagnostics).toEqual(cold.result.diagnostics);
          // An excerpt that a text read before is made anew to know whether that text stands, though nobody reads it now.
          expect(warm.rendered).toBeLessThanOrEqual(cold.rendered + Object.keys(site.posts).length);
        }
      }),
      { numRuns: Number(process.env.SEQUENCES ?? 150) },
    );
  });

  it.each<[string, readonly Edit[]]>([
    [
      'where a body counts more, and is the same text',
      [
        { part: 'layouts', id: 'post', value: { body: 'content\ncount n\ncounter n' } },
        { part: 'includes', id: 'foot', value: 'count n' },
        { part: 'pages', id: 'archive.html', value: null },
      ],
    ],
    [
      'where one shows the content of another that came before it, and comes behind it now',
      [
        { part: 'includes', id: 'deep', value: 'content' },
        { part: 'posts', id: 'a.md', value: { title: 'A', day: 1, body: 'cached deep' } },
        { part: 'layouts', id: 'post', value: { body: 'content\ncount n' } },
        { part: 'posts', id: 'b.md', value: { title: 'A', day: 1, body: 'count n' } },
      ],
    ],
  ])('equals a clean build %s', async (_, edits) => {
    for await (const { warm, cold } of followEdits(edits)) expect(warm.outputs).toEqual(cold.outputs);
  });

  it('shares nothing with a body that an excerpt, which has no content, was the first to ask for', async () => {
    const laid = { title: 'A', layout: 'base', body: 'said' };
    const site: LittleSite = {
      ...start,
      includes: { foot: 'content' },
      layouts: { base: { body: 'content' } },
      posts: { 'a.md': laid, 'b.md': { title: 'B', body: 'cached foot' } },
      pages: { list: { title: 'List', body: 'posts excerpt' } },
    };
    const listFirst = createLittleBuilder({ inOrder: (states) => [...states].reverse() });
    const { outputs } = await listFirst.build(site);
    expect(outputs).toEqual({ 'a.md': '<said>', 'b.md': '<<said>>', list: '<<undefined>,<said>>' });
    expect(outputs).toEqual((await createLittleBuilder().build(site)).outputs);
  });

  it.each([
    ['', anyEdit],
    ['that count ', anyCount],
  ])(
    'comes to the same in whatever order documents %sare rendered, though no fact is told who reads it',
    async (_, any) => {
      const edits = fc.array(any, { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(edits, fc.array(fc.nat(), { minLength: 3, maxLength: 7 }), async (changes, ranks) => {
          const site = changes.reduce(apply, start);
          const rank = ({ order }: DocumentState): number => ranks[order % ranks.length]!;
          const one = createLittleBuilder({ inOrder: (states) => [...states].sort((a, b) => rank(a) - rank(b)) });
          const [made, expected] = [await one.build(site), await createLittleBuilder().build(site)];
          expect(made.result.failed).toBe(expected.result.failed);
          expect(made.result.diagnostics).toEqual(expected.result.diagnostics);
          if (!expected.result.failed) expect(made.outputs).toEqual(expected.outputs);
        }),
        { numRuns: Number(process.env.SEQUENCES ?? 100) },
      );
    },
  );

  it('notices a member of the site that comes, where a setting was read or nothing', async () => {
    const builder = createLittleBuilder();
    const settings = { mood: 'calm' };
    const said = { title: 'C', body: 'site mood\nsite more' };
    const without = { ...start, settings, members: {}, posts: { 'c.md': said } };
    expect((await builder.build(without)).outputs['c.md']).toBe('<calm|undefined>');
    const members = { mood: 'glad', more: 'yes' };
    expect((await builder.build({ ...without, members })).outputs['c.md']).toBe('<glad|yes>');
    expect((await builder.build(without)).outputs['c.md']).toBe('<calm|undefined>');
  });

  it('reports the warnings of a shared include for each page that shows it', async () => {
    const builder = createLittleBuilder();
    const page = { title: 'P', body: 'cached foot' };
    const site = { ...start, includes: { foot: 'warn' }, layouts: {}, posts: {}, pages: { a: page, b: page, c: page } };
    const paths = async (little: LittleSite): Promise<unknown[]> =>
      (await builder.build(little)).result.diagnostics.map(({ path }) => path);
    expect(await paths(site)).toEqual(['a', 'b', 'c']);
    expect(await paths({ ...site, pages: { ...site.pages, b: { ...page, body: 'cached foot\nmore' } } })).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('renders nothing where nothing changed', async () => {
    const builder = createLittleBuilder();
    await builder.build(start);
    expect((await builder.build(start)).rendered).toBe(0);
  });

  it('renders one body and what reads it where a body changed', async () => {
    const builder = createLittleBuilder();
    await builder.build(start);
    const changed = {
      ...start,
      posts: { ...start.posts, 'c.md': { ...start.posts['c.md']!, body: 'data one\nmore' } },
    };
    // The post itself, its excerpt and the feed that shows it; not the archive, which shows titles.
    expect((await builder.build(changed)).rendered).toBe(3);
  });

  it('renders no page that shows the excerpt of a post where only the rest of that post changed', async () => {
    const builder = createLittleBuilder();
    const list = { title: 'List', body: 'posts excerpt' };
    const site = (end: string): LittleSite => ({
      ...start,
      posts: { 'c.md': { title: 'C', body: `${'A beginning. '.repeat(10)}\n${end}` } },
      pages: { list },
    });
    await builder.build(site('one'));
    // The post itself and its excerpt.
    expect((await builder.build(site('two'))).rendered).toBe(2);
  });
});
