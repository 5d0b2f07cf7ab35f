import type { Language } from '../language.js';
import { words } from '../rule.js';
import { cCompilerWords } from './c.js';
import { cModes } from './c-family.js';

const wordClass = words(
  {
    k: `
      extends implements enum interface struct class module dictionary const optional out throws exception local idempotent sequence
      Object LocalObject Value`,
    kt: 'bool string byte long float double int void short',
    kr: cCompilerWords,
  },
  'n',
);

/** Slice, in which interfaces of ZeroC's Ice are described. */
export const slice: Language = { modes: cModes({ wordClass, caseEnd: ':' }) };
