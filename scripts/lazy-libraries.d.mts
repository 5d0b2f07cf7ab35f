import type { Plugin } from 'esbuild';

export const lazyLibraries: Plugin;
