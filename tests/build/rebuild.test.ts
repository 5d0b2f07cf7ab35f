import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type CleanBuilds, follow } from './follow-edits.js';
import {
  anyChangerEdit,
  anyCountingEdit,
  anyFoundationEdit,
  anySiteEdit,
  anyStyleEdit,
  blog,
  changers,
  counting,
  styles,
} from './site-edits.js';

/** `SEQUENCES=10000 npx vitest run tests/build/rebuild.test.ts` makes the long run. */
const sequences = Number(process.env.SEQUENCES ?? 120);

/** A file goes whose path pages of a plugin share. */
const movedIndex = [
  { path: 'index.html', text: '---\ntitle: Home\nlayout: base\n---\nHome\n', to: 'blog/index.html' },
  { path: 'links.md', text: '---\n---\n\n# Heading\n' },
];

describe('a rebuild of a whole site', () => {
  const options = { endOnFailure: false };
  const known: CleanBuilds = new Map();

  it('is byte for byte a clean build after any edits, and writes no more than is different', async () => {
    const edit = fc.oneof({ weight: 12, arbitrary: anySiteEdit }, anyFoundationEdit);
    const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made, {}, known)),
      { ...options, numRuns: sequences },
    );
  }, 36_000_000);

  it('is so with Sass', async () => {
    const edits = fc.array(fc.oneof(anyStyleEdit, anySiteEdit), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made, styles, known)),
      { ...options, numRuns: Math.ceil(sequences / 30) },
    );
  }, 36_000_000);

  it('is so with counters that go on from page to page', async () => {
    const edits = fc.array(fc.oneof(anyCountingEdit, anyCountingEdit, anySiteEdit), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made, counting, known)),
      { ...options, numRuns: Math.ceil(sequences / 8) },
    );
  }, 36_000_000);

  it('is so with plugins that make documents of documents', async () => {
    const edits = fc.array(fc.oneof({ weight: 3, arbitrary: anyChangerEdit }, anySiteEdit), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(edits, (made) => follow(made, changers)),
      { ...options, numRuns: Math.ceil(sequences / 15), examples: [[movedIndex]] },
    );
  }, 36_000_000);

  it('is so where the excerpt of a page, which stays as it is, shows what the page is', async () => {
    const page = (rest: string): string => `---\n---\nAll are {{ page.content | size }}.\n\n${rest}`;
    const shown = '---\n---\n{{ site.pages | where: "name", "own.md" | map: "excerpt" }}';
    const companions = {
      '_config.yml': `${blog['_config.yml']}page_excerpts: true\n`,
      'own.md': page('Rest'),
      'shown.txt': shown,
    };
    await follow([{ path: 'own.md', text: page('More of the rest') }], companions);
  });
});
