import type { Language } from '../language.js';
import { type Rule, words } from '../rule.js';
import { lineComment, oneOf, rule, stringBody, wordEnd } from './pieces.js';

const functions = `
  abs absent ceil floor exp ln log2 log10 sqrt round scalar vector sort sort_desc time
  changes clamp_max clamp_min count_scalar delta deriv drop_common_labels histogram_quantile holt_winters idelta increase irate
  label_replace predict_linear rate resets
  day_of_month day_of_week days_in_month hour month year
  ${'avg count max min quantile stddev stdvar sum'.replace(/\S+/g, '$&_over_time')}`;
const aggregations = oneOf('sum min max avg stddev stdvar count count_values bottomk topk');

const strings: readonly Rule[] = [rule('"', 's2', 'double'), rule("'", 's1', 'single'), rule('`[^\\n]*`', 'sb')];
const gap = rule('[ \\t\\r]+', '');
const gaps: readonly Rule[] = [gap, rule(String.raw`\n[\t-\r ]*`, ''), lineComment('#', 'c')];
const label = rule('[a-zA-Z0-9_:-]+', 'na');

const escapeOf = (quote: string): Rule => rule(`\\\\[\\\\abfnrtv${quote}]`, 'se');

/** Prometheus's queries. */
export const prometheus: Language = {
  modes: {
    root: [
      ...strings,
      ...gaps,
      rule('-?[0-9]+\\.[0-9]+', 'mf'),
      rule('-?[0-9]+[smhdwy]?', 'mi'),
      // These words need no end, so other names may begin with them.
      rule(String.raw`[-+*\/%^=<>]|!=|and|or|unless`, 'o'),
      rule(aggregations + wordEnd, 'nf'),
      rule('(ignoring|on)(\\()', ['kp', 'p'], 'labels'),
      rule('(group_left|group_right)(\\()', ['kt', 'p']),
      rule(`(?:bool|offset)${wordEnd}`, 'k'),
      rule(`(?:without|by)${wordEnd}`, 'k', 'labels'),
      rule('[\\w:]+', words({ nb: functions }, 'n')),
      rule('[()[\\].,]', 'p'),
      rule('\\{', 'p', 'filters'),
    ],
    double: stringBody('"', 's2', [escapeOf('"')]),
    single: stringBody("'", 's1', [escapeOf("'")]),
    filters: [gap, rule(',', 'p'), label, rule('![=~]|=~?', 'o'), ...strings, rule('\\}', 'p', '^')],
    labels: [rule('[(,]', 'p'), label, ...gaps, rule('\\)', 'p', '^')],
  },
};
