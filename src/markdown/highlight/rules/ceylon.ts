import type { Language } from '../language.js';
import { blank, oneOf, quotedToLast, rule, wordEnd } from './pieces.js';

/** A line's end and the indentation with which three words of Rouge's lists begin. */
const indented = String.raw`\n {10}`;
const decorators = oneOf(
  'shared abstract formal default actual variable deprecated small literal doc by see throws optional license tagged final native sealed',
);
const keywords = oneOf(
  'break case catch continue else finally for in return switch this throw try while is exists dynamic then outer assert let',
);
const declarations = oneOf('abstracts extends satisfies super given of out assign');
const gaps = [rule('[\\t\\v-\\r ]+', ''), rule('\\/\\/[^\\n]*\\n', 'c1'), rule('\\/\\*', 'cm')];
const string = quotedToLast('"');
const threes = '[0-9]{1,3}(?:_[0-9]{3})+';
const unit = '[kMGTPmunpf]?';

/** Ceylon. */
export const ceylon: Language = {
  modes: {
    root: [
      ...gaps,
      rule(`(?:${decorators}|${indented}(?:late|annotation))${wordEnd}`, 'nd'),
      rule(`(?:${keywords}|${indented}(?:if|nonempty))${wordEnd}`, 'k'),
      rule(declarations + wordEnd, 'kd'),
      rule(`(?:function|value|void|new)${wordEnd}`, 'kt'),
      rule(`(assembly|module|package)(${blank}+)`, ['kn', ''], 'import'),
      rule(`(?:true|false|null)${wordEnd}`, 'kc'),
      rule(`(class|interface|object|alias)(${blank}+)`, ['kd', ''], 'class'),
      rule(`(import)(${blank}+)`, ['kn', ''], 'import'),
      rule(string, 's'),
      rule(String.raw`'\\[^\n]'|'[^\\]'|'\\\{#[0-9a-fA-F]{4}\}'`, 'sc'),
      rule('(\\.)([a-z_]\\w*)', ['o', 'na']),
      rule('[a-zA-Z_]\\w*:', 'nl'),
      rule('(?:\\\\I[a-z]|[A-Z])\\w*', 'nd'),
      rule('[a-zA-Z_]\\w*', 'n'),
      rule('[~^*!%&[\\](){}<>|+=:;,.\\/?`\\-]', 'o'),
      rule(`(?:${threes}|[0-9]+)\\.${threes}${unit}`, 'mf'),
      rule(`(?:${threes}|[0-9]+)\\.[0-9]+(?:[eE][+-]?[0-9]+)?${unit}`, 'mf'),
      rule('#[0-9a-fA-F]{4}(?:_[0-9a-fA-F]{4})+|#[0-9a-fA-F]+', 'mh'),
      rule('\\$[01]{4}(?:_[01]{4})+|\\$[01]+', 'mb'),
      rule(`(?:${threes}|[0-9]+)[kMGTP]?`, 'mi'),
      rule('\\n', ''),
    ],
    class: [...gaps, rule('[A-Za-z_]\\w*', 'nc', '^')],
    import: [rule('[a-z][\\w.]*', 'nn', '^'), rule(string, 's', '^')],
  },
};
