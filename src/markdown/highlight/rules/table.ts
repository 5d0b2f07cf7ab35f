import type { Language } from '../language.js';

/** What is particular to languages, by Rouge's tag. All others have a grammar's classes as they are. */
export const languageRules: Readonly<Record<string, Language>> = {};
