import type { Language } from '../language.js';
import { Montage, readMontage, type Segment } from '../montage.js';
import type { Modes, Rule } from '../rule.js';
import { coffeescript } from './coffeescript.js';
import { css } from './css.js';
import { erb } from './erb.js';
import { javascript } from './javascript.js';
import { markdown } from './markdown.js';
import { blank, leave, lineEnd, rule } from './pieces.js';
import { ruby } from './ruby.js';
import { rubySeam } from './ruby-reader.js';
import { sass } from './sass.js';
import { scss } from './scss.js';

/** A character of a line, which goes on in the next after a backslash. */
const dot = String.raw`(?:\\\n|[^\n])`;
const called = String.raw`[\w!?@$]+`;
const names: readonly Rule[] = [rule('\\.[\\w-]*', 'nc', '=tag'), rule('#[a-zA-Z][\\w:-]*', 'nf', '=tag')];
const lineStops = rule('\\n', '', '!root');
const hole = rule('#\\{', 'si', 'hole');
const dirtyHtml = String.raw`<\/?[\w\t-\r ='"]+?\/?>`;
const entity = rule('&[^\\t-\\r ]*?;', 'ni');
const rubyInside: readonly Rule[] = [
  rule('\\{', 'ruby', 'rubyInside'),
  rule('\\}', 'ruby', '^'),
  rule('[^{}]+', 'ruby'),
];

/** The lines of a block, which are indented further than what it belongs to; its mode's name remembers both. */
function block(parameter: string): Rule[] {
  const [kind, indent] = parameter.split('|');
  return [rule(`${blank}*\\n`, ''), rule(`${indent}${blank}+`, '', `${kind}:${indent}`), [leave[0], '', '!root']];
}

/**
 * `ruby` and `html` are code of these languages; `filterName` begins a block in the language that it names, and `filter` is a line of
 * it.
 */
const modes: Modes = {
  root: [rule(`${blank}*\\n`, ''), rule(`(${blank}*)`, [''], ([indent]) => `content:${indent}`)],
  block,
  content: (indent) => [
    ...names,
    rule(`\\/${dot}*`, 'c', 'rest'),
    rule(`(doctype)(${blank}+)([^\\n]*)`, ['nn', 'w', ''], '^'),
    rule(`\\w*:${blank}*\\n`, 'filterName', `!block:filter|${indent}`),
    rule(`[|'](?=${blank})`, 'p', `!plain:${indent}`),
    rule('-|==?', 'p', 'rubyLine'),
    rule(`(\\*)(${called}(?:\\([^\\n]*?\\))?)`, ['p', 'ruby'], 'tag'),
    rule(dirtyHtml, 'html', '^'),
    rule('\\w+', 'nt', 'tag'),
  ],
  rest: [lineStops],
  tag: [
    ...names,
    lineStops,
    hole,
    rule('[<>]', 'p'),
    rule(blank, 'w'),
    rule(`(\\*)(${called}|\\{${dot}+?\\})`, ['p', 'ruby']),
    rule(`([\\w-]{1,200})(${blank}*)(=)`, ['na', 'w', 'p'], 'attribute'),
    rule(`(=)(${dot}+)`, ['p', 'ruby']),
    entity,
    rule(dot, ''),
  ],
  attribute: [
    rule(`${blank}*(?:"${dot}*?"|'${dot}*?')`, 's', '^'),
    rule(`${called}\\([^\\n]*?\\)|${called}`, 'ruby', '^'),
    rule(`${blank}+`, 'w'),
  ],
  rubyLine: [
    lineStops,
    rule(`[,\\\\]${blank}*\\n`, 'ruby'),
    rule(' \\|[ \\t]*\\n', 'se'),
    rule(String.raw`[^\n]*?(?=(?:[,\\]${lineEnd}| \|)?[ \t]*${lineEnd})`, 'ruby'),
  ],
  filter: (indent) => [
    rule(String.raw`(?:[^#\n]|#[^{\n]|(?:\\\\)*\\#\{)+`, 'filter'),
    hole,
    rule('\\n', '', `!block:filter|${indent}`),
  ],
  plain: (indent) => [hole, rule(dirtyHtml, 'html'), entity, rule(dot, ''), rule('\\n', '', `!block:plain|${indent}`)],
  hole: [rule('\\}', 'si', '^'), ...rubyInside],
  rubyInside,
};

/** Languages of filters. */
const filters: Readonly<Record<string, Language>> = {
  ruby,
  erb,
  javascript,
  css,
  coffee: coffeescript,
  markdown,
  scss,
  sass,
};

/** Slim: HTML by its indentation, with Ruby and other languages in it. */
export const slim: Language = {
  read(code, emit) {
    const montage = new Montage(code, rubySeam);
    const rubyCode = montage.begin(ruby);
    let filter: Segment | undefined;
    const takers: Readonly<Record<string, (end: number, text: string) => void>> = {
      html: (end) => montage.html(end),
      ruby: (end) => montage.add(rubyCode, end),
      filterName(end, text) {
        montage.own('nd', end);
        const name = text.slice(0, text.indexOf(':'));
        filter = Object.hasOwn(filters, name) ? montage.begin(filters[name]!) : undefined;
      },
      filter: (end) => (filter ? montage.add(filter, end) : montage.own('nd', end)),
    };
    readMontage(modes, code, montage, takers, emit);
  },
};
