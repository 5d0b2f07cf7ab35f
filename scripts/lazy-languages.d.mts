import type { Plugin } from 'esbuild';

/** The tables of languages, by their names. */
export declare const tables: readonly string[];
/** The tags of the languages in a table. */
export declare function tagsOf(source: string): string[];
/** The table of languages with a getter in place of each import. */
export declare function makeLazy(source: string): string;
export const lazyLanguages: Plugin;
