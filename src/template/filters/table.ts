import type { Filter } from '../../core/template.js';
import { pop, push, sample, shift, unshift } from './arrays.js';
import { dateToLongString, dateToRfc822, dateToString, dateToXmlschema } from './date.js';
import { groupBy, groupByExp, sort } from './grouping.js';
import { jsonify } from './json.js';
import { slugify } from './slug.js';
import {
  arrayToSentenceString,
  inspect,
  markdownify,
  normalizeWhitespace,
  numberOfWords,
  sassify,
  scssify,
  smartify,
  toIntegerFilter,
  xmlEscape,
} from './text.js';
import { absoluteUrl, cgiEscape, relativeUrl, stripIndex, uriEscape } from './url.js';
import { find, findExp, where, whereExp } from './where.js';

/** Jekyll's own filters, by the names that templates use; they come before Liquid's of the same name. */
export const jekyllFilters: Readonly<Record<string, Filter>> = {
  absolute_url: absoluteUrl,
  array_to_sentence_string: arrayToSentenceString,
  cgi_escape: cgiEscape,
  date_to_long_string: dateToLongString,
  date_to_rfc822: dateToRfc822,
  date_to_string: dateToString,
  date_to_xmlschema: dateToXmlschema,
  find,
  find_exp: findExp,
  group_by: groupBy,
  group_by_exp: groupByExp,
  inspect,
  jsonify,
  markdownify,
  normalize_whitespace: normalizeWhitespace,
  number_of_words: numberOfWords,
  pop,
  push,
  relative_url: relativeUrl,
  sample,
  sassify,
  scssify,
  shift,
  slugify,
  smartify,
  sort,
  strip_index: stripIndex,
  to_integer: toIntegerFilter,
  unshift,
  uri_escape: uriEscape,
  where,
  where_exp: whereExp,
  xml_escape: xmlEscape,
};
