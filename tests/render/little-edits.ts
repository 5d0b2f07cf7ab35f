import fc from 'fast-check';
import type { LittleDocument, LittleSite } from './little-site.js';

/** More than a text that tells itself. */
const manyWords = 'words and words '.repeat(6);

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
  layouts: {
    post: { layout: 'base', body: 'content\npage title' },
    base: { body: `include nav\ncontent\n${manyWords}` },
  },
  includes: { nav: 'pages title', foot: 'data two' },
  data: { one: '1', two: '2' },
  settings: { mood: 'calm' },
  members: { repo: 'here' },
  files: { 'part.txt': 'part' },
  time: { now: 0 },
};

const ids = {
  posts: ['a.md', 'b.md', 'c.md', 'd.md', '_posts/2020-01-05-e.md'],
  pages: ['archive.html', 'feed.xml', 'index.html', 'more.html'],
  layouts: ['post', 'base', 'plain'],
  includes: ['nav', 'foot', 'deep'],
  data: ['one', 'two'],
  settings: ['mood', 'other'],
  members: ['repo', 'more'],
  files: ['part.txt'],
  time: ['now', 'real'],
};
/** Everything that a text can say. */
const commands = [
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
  manyWords,
  'content',
  'posts url',
  'posts keys',
  'pages keys',
  'related content',
  'post 2020-01-05-e',
  'site mood',
  'site repo',
  'layout note',
  'file part.txt',
  'time %Y',
  'clock',
  'now %Y',
  'moment',
  'warn',
];
const lines = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(one, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
const word = fc.constantFrom('A', 'B', 'other');
const layout = fc.constantFrom('post', 'base', 'plain', 'absent');

/** One entry of a part of the site set, or taken out; with `keepsRest`, only what is named of it is another. */
export interface Edit {
  readonly part: keyof LittleSite;
  readonly id: string;
  readonly value: unknown;
  readonly keepsRest?: boolean;
}

function edit(part: keyof LittleSite, value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> {
  return fc.record({
    part: fc.constant(part),
    id: fc.constantFrom(...ids[part]),
    value: fc.option(value, { freq: 4 }),
  });
}

/** A site with an edit made. */
export function apply(site: LittleSite, { part, id, value, keepsRest }: Edit): LittleSite {
  const { [id]: before, ...others } = site[part] as Record<string, unknown>;
  if (keepsRest) return before ? { ...site, [part]: { ...others, [id]: { ...before, ...(value as object) } } } : site;
  return { ...site, [part]: value === null ? others : { ...others, [id]: value } };
}

const day = fc.constantFrom(1, 2, 3);
const document = (line: fc.Arbitrary<string>): fc.Arbitrary<LittleDocument> =>
  fc.record(
    {
      title: word,
      tags: fc.subarray(['x', 'y', 'z']),
      layout,
      day,
      excerpt: word,
      body: fc.oneof({ weight: 9, arbitrary: lines(line) }, fc.constant('')),
    },
    { requiredKeys: ['title', 'body'] },
  );

/** A post of another day, at another place, with another excerpt or with nothing to say. */
const move: fc.Arbitrary<Edit> = fc.record({
  part: fc.constant('posts' as const),
  id: fc.constantFrom(...ids.posts),
  value: fc.oneof(
    fc.record({ day }),
    fc.record({ folder: fc.constantFrom('x', 'y') }),
    fc.record({ excerpt: fc.constantFrom(undefined, 'given') }),
    fc.record({ body: fc.constant('') }),
  ),
  keepsRest: fc.constant(true),
});

/**
 * Any edit of a little site.
 *
 * @param focus what texts say more often than all else
 */
export function editsWith(focus: readonly string[] = []): fc.Arbitrary<Edit> {
  const every = fc.constantFrom(...commands);
  const command = focus.length === 0 ? every : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...focus) }, every);
  // An include that includes itself has no end: only texts that are not includes themselves may include.
  const leaf = command.filter((line) => !/^(include|cached)/.test(line));
  return fc.oneof(
    { weight: 4, arbitrary: edit('posts', document(command)) },
    { weight: 2, arbitrary: edit('pages', document(command)) },
    { weight: 2, arbitrary: move },
    edit(
      'layouts',
      fc.record(
        { layout, note: word, body: lines(command).map((body) => `content\n${body}`) },
        { requiredKeys: ['body'] },
      ),
    ),
    edit('includes', lines(leaf)),
    edit('data', word),
    edit('settings', word),
    edit('members', word),
    edit('files', word),
    edit('time', fc.constantFrom(0, 86_400_000, 400 * 86_400_000)),
  );
}

/** Any edit of a little site. */
export const anyEdit = editsWith();
