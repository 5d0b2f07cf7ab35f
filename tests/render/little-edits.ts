import fc from 'fast-check';
import type { LittleSite } from './little-site.js';

/** A little site to begin with. */
export const start: LittleSite = {
  posts: {
    'a.md': { title: 'A', tags: ['x'], layout: 'post', body: 'hello\nnext title' },
    'b.md': { title: 'B', tags: ['x', 'y'], layout: 'post', body: 'previous content\ninclude nav' },
    'c.md': { title: 'C', body: 'data one' },
  },
  pages: {
    'archive.html': { title: 'Archive', body: 'posts title' },
    'feed.xml': { title: 'Feed', body: 'posts excerpt\nposts content' },
    'index.html': { title: 'Home', layout: 'post', body: 'include nav\ncached foot' },
  },
  layouts: { post: { layout: 'base', body: 'content\npage title' }, base: { body: 'include nav\ncontent' } },
  includes: { nav: 'pages title', foot: 'data two' },
  data: { one: '1', two: '2' },
};

const ids = {
  posts: ['a.md', 'b.md', 'c.md', 'd.md'],
  pages: ['archive.html', 'feed.xml', 'index.html', 'more.html'],
  layouts: ['post', 'base', 'plain'],
  includes: ['nav', 'foot', 'deep'],
  data: ['one', 'two'],
};
const command = fc.constantFrom(
  'page title',
  'page url',
  'posts title',
  'posts content',
  'posts excerpt',
  'posts output',
  'pages title',
  'pages content',
  'related title',
  'next title',
  'next content',
  'previous content',
  'previous output',
  'data one',
  'data two',
  'tags title',
  'url b.md',
  'url more.html',
  'include nav',
  'include gone',
  'include deep',
  'cached foot',
  'cached deep',
  'some words',
  'content',
);
// An include that includes itself has no end: only texts that are not includes themselves may include.
const leaf = command.filter((line) => !/^(include|cached)/.test(line));
const lines = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const word = fc.constantFrom('A', 'B', 'other');
const layout = fc.constantFrom(undefined, 'post', 'base', 'plain', 'absent');
const withLayout = <T extends object>(record: T, name: string | undefined): T & { layout?: string } =>
  name === undefined ? record : { ...record, layout: name };

/** One entry of a part of the site set, or taken out. */
export interface Edit {
  readonly part: keyof LittleSite;
  readonly id: string;
  readonly value: unknown;
}

function edit(part: keyof LittleSite, value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  return fc.record({
    part: fc.constant(part),
    id: fc.constantFrom(...ids[part]),
    value: fc.option(value, { freq: 4 }),
  });
}

/** A site with an edit made. */
export function apply(site: LittleSite, { part, id, value }: Edit): LittleSite {
  const { [id]: _, ...others } = site[part] as Record<string, unknown>;
  return { ...site, [part]: value === null ? others : { ...others, [id]: value } };
}

/** Any edit of a little site. */
export const anyEdit = fc.oneof(
  edit(
    'posts',
    fc
      .tuple(word, fc.subarray(['x', 'y', 'z']), layout, lines(command))
      .map(([title, tags, name, body]) => withLayout({ title, tags, body }, name)),
  ),
  edit(
    'pages',
    fc.tuple(word, layout, lines(command)).map(([title, name, body]) => withLayout({ title, body }, name)),
  ),
  edit(
    'layouts',
    fc.tuple(layout, lines(command)).map(([name, body]) => withLayout({ body: `content\n${body}` }, name)),
  ),
  edit('includes', lines(leaf)),
  edit('data', word),
);
