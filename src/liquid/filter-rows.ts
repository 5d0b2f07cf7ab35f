import type { Filter } from '../core/template.js';

/** Filters by name: `[filter, least, most]` arguments. */
export type FilterRows = Readonly<Record<string, readonly [Filter, number, number]>>;
