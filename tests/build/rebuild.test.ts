import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type CleanBuilds, follow } from './follow-edits.js';
import {
  anyChangerEdit,
  anyCountingEdit,
  anyFoundationEdit,
  anySiteEdit,
  anyStyleEdit,
  changers,
  counting,
  styles,
} from './site-edits.js';

/** `SEQUENCES=10000 npx vitest run tests/build/rebuild.test.ts` makes the long run. */
const sequences = Number(process.env.SEQUENCES ?? 120);

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
      { ...options, numRuns: Math.ceil(sequences / 15) },
    );
  }, 36_000_000);
});
