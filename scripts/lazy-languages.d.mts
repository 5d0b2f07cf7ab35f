import type { Plugin } from 'esbuild';

/** The table of languages with a getter in place of each import. */
export declare function makeLazy(source: string): string;
export const lazyLanguages: Plugin;
