import type { Filter } from '../../core/template.js';
import type { CountedFilter } from '../../liquid/filter-table.js';
import type { Liquid } from '../../liquid/liquid.js';
import { pop, push, sample, shift, unshift } from './arrays.js';
import { dateToLongString, dateToRfc822, dateToString, dateToXmlschema } from './date.js';
import { createExpressionFilters } from './expressions.js';
import { groupBy, sort } from './grouping.js';
import { jsonify } from './json.js';
import { keeping } from './kept-lists.js';
import { slugify } from './slug.js';
import * as text from './text.js';
import { absoluteUrl, cgiEscape, relativeUrl, stripIndex, uriEscape } from './url.js';
import { find, where } from './where.js';

/** Filters with how many values they take besides their input: at least and at most. */
const rows: Readonly<Record<string, readonly [Filter, number, number]>> = {
  absolute_url: [absoluteUrl, 0, 0],
  array_to_sentence_string: [text.arrayToSentenceString, 0, 1],
  cgi_escape: [cgiEscape, 0, 0],
  date_to_long_string: [dateToLongString, 0, 2],
  date_to_rfc822: [dateToRfc822, 0, 0],
  date_to_string: [dateToString, 0, 2],
  date_to_xmlschema: [dateToXmlschema, 0, 0],
  find: [find, 2, 2],
  group_by: [keeping('group_by', groupBy), 1, 1],
  inspect: [text.inspect, 0, 0],
  jsonify: [jsonify, 0, 0],
  markdownify: [text.markdownify, 0, 0],
  normalize_whitespace: [text.normalizeWhitespace, 0, 0],
  number_of_words: [text.numberOfWords, 0, 1],
  pop: [pop, 0, 1],
  push: [push, 1, 1],
  relative_url: [relativeUrl, 0, 0],
  sample: [sample, 0, 1],
  sassify: [text.sassify, 0, 0],
  scssify: [text.scssify, 0, 0],
  shift: [shift, 0, 1],
  slugify: [slugify, 0, 1],
  smartify: [text.smartify, 0, 0],
  sort: [keeping('sort', sort), 0, 2],
  strip_index: [stripIndex, 0, 0],
  to_integer: [text.toIntegerFilter, 0, 0],
  unshift: [unshift, 1, 1],
  uri_escape: [uriEscape, 0, 0],
  where: [where, 2, 2],
  xml_escape: [text.xmlEscape, 0, 0],
};

/** Filters for which it matters what the text that they are given was made of. */
const takingFirst: readonly Filter[] = [text.markdownify, text.smartify];

/** Jekyll's own filters, by the names that templates use; they come before Liquid's of the same name. */
const jekyllFilters: Readonly<Record<string, CountedFilter>> = Object.fromEntries(
  Object.entries(rows).map(([name, [filter, least, most]]) => [name, counted(filter, least, most)]),
);

/** The filters of {@link jekyllFilters}, and those that need a Liquid to read expressions with. */
export function createJekyllFilters(liquid: () => Liquid): Readonly<Record<string, CountedFilter>> {
  const expressions = Object.entries(createExpressionFilters(liquid));
  return {
    ...jekyllFilters,
    ...Object.fromEntries(expressions.map(([name, filter]) => [name, counted(keeping(name, filter), 2, 2)])),
  };
}

function counted(filter: Filter, least: number, most: number): CountedFilter {
  return Object.assign(((context, ...args) => filter(context, ...args)) as Filter, {
    arity: [least + 1, most + 1] as const,
    takesFirst: takingFirst.includes(filter),
  });
}
