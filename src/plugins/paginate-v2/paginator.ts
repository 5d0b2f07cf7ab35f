import type { Document } from '../../core/types.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import { referencesTo } from '../values.js';

/** The addresses of a series of pages. */
export interface Series {
  /** `/blog/`, or with the name of its file. */
  readonly first: string;
  /** The pattern of the others: `/blog/page:num/`. */
  readonly other: string;
  readonly total: number;
  /** The name of index pages with its extension; '' and `.html` where the site has no `indexpage`. */
  readonly indexName: string;
  readonly extension: string;
}

/** The name and extension of a series' files, as `indexpage` and `extension` say. */
export function fileParts(config: Hash): { indexName: string; extension: string } {
  const index = config.get('indexpage');
  const extension = config.get('extension');
  const dotted = extension === null || extension === undefined ? '' : toS(extension).replace(/^(?!\.)/, '.');
  return { indexName: index === null || index === undefined ? '' : toS(index).split('.')[0]!, extension: dotted };
}

/** Puts numbers into `:num` and `:max`. */
export function fillNumbers(pattern: string, number: number, total: number): string {
  return pattern.replace(':num', String(number)).replace(':max', String(total));
}

function fullPath(url: string, index: string, extension: string): string {
  if (url.endsWith('/')) return url + index + extension;
  return url.includes('.') ? url : url + index;
}

/** `paginator.page_path` of a page of the series. */
export function pagePath(series: Series, number: number): string {
  const pattern = number === 1 ? series.first : series.other;
  return fillNumbers(fullPath(pattern, series.indexName || 'index', series.extension || '.html'), number, series.total);
}

/** The `paginator` of a page, without its trail. */
export function createPaginator(series: Series, number: number, perPage: number, documents: readonly Document[]): Hash {
  const { total, indexName, extension } = series;
  const named = (url: string): string => (indexName === '' ? url : fullPath(url, indexName, extension));
  const [first, other] = [named(series.first), named(series.other)];
  const pathOf = (page: number): string => fillNumbers(page === 1 ? first : other, page, total);
  const previous = number === 1 ? null : number - 1;
  const next = number === total ? null : number + 1;
  return new Map<unknown, unknown>([
    ['per_page', perPage],
    ['posts', referencesTo(documents.slice((number - 1) * perPage, number * perPage))],
    ['total_posts', documents.length],
    ['total_pages', total],
    ['page', number],
    ['page_path', pagePath(series, number)],
    ['previous_page', previous],
    ['previous_page_path', previous === null ? null : pathOf(previous)],
    ['next_page', next],
    ['next_page_path', next === null ? null : fillNumbers(other, next, total)],
    ['first_page', 1],
    ['first_page_path', pathOf(1)],
    ['last_page', total],
    ['last_page_path', fillNumbers(other, total, total)],
    ['page_trail', null],
  ]);
}

/** A step of a trail: `paginator.page_trail`. */
export interface TrailStep {
  readonly path: string;
  readonly title: unknown;
}

/** The pages around each page, `before` and `after` it, as many at the ends as in the middle. */
export function trailOf(steps: readonly TrailStep[], number: number, before: number, after: number): Hash[] {
  const length = before + after + 1;
  let start = Math.max(number - before - 1, 0);
  const end = Math.min(start + length, steps.length);
  if (end - start < length) start = Math.max(start - (length - (end - start)), 0);
  return steps.slice(start, end).map(
    ({ path, title }, index) =>
      new Map<unknown, unknown>([
        ['num', start + index + 1],
        ['path', path],
        ['title', title],
      ]),
  );
}
