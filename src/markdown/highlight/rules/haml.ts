import type { Language } from '../language.js';
import { Montage, readMontage, type Segment } from '../montage.js';
import type { Modes, Rule } from '../rule.js';
import { css } from './css.js';
import { erb } from './erb.js';
import { javascript } from './javascript.js';
import { markdown } from './markdown.js';
import { blank, leave, lineEnd, rule, space } from './pieces.js';
import { ruby } from './ruby.js';
import { rubySeam } from './ruby-reader.js';
import { sass } from './sass.js';

const id = '[\\w:-]+';
/** A character of a line, which goes on in the next where both end with ` |`. */
const dot = String.raw`(?: \|\n(?=[^\n]* \|)|[^\n])`;
const names: readonly Rule[] = [rule(`\\.${id}`, 'nc', '=tag'), rule(`#${id}`, 'nf', '=tag')];
const hole = rule('#\\{', 'si', 'hole');
const text = String.raw`(?:[^#\n]|#[^{\n])+`;
const evaluated: readonly Rule[] = [
  rule('[&!]?==', 'p', 'plain'),
  rule('[&!]?[=!]', 'script', '=rubyLine'),
  [leave[0], '', 'plain'],
];
const rubyInside: readonly Rule[] = [
  rule('\\{', 'ruby', 'rubyInside'),
  rule('\\}', 'ruby', '^'),
  rule('[^{}]+', 'ruby'),
];

/** A string in one line: up to the first quote that is not escaped, else up to the last. */
function quoted(quote: string): Rule {
  const escapes = `[\\\\${quote}]`;
  return rule(`${quote}(?:(?:\\\\${escapes}|\\\\(?!${escapes})|[^${quote}\\\\\\n])*|[^\\n]*)${quote}`, 's', '^');
}

/** The lines of a block, which are indented further than what it belongs to; its mode's name remembers both. */
function block(name: string): Rule[] {
  const [kind, indent] = name.split('|');
  return [rule(`${blank}*\\n`, ''), rule(`${indent}${blank}+`, '', `${kind}:${indent}`), [leave[0], '', '!root']];
}

function comment(kind: string, name: string): (indent: string) => Rule[] {
  return (indent) => [rule(`${dot}+`, name), rule('\\n', '', `!block:${kind}|${indent}`)];
}

/**
 * `ruby` and `html` are code of these languages, `script` a mark before Ruby that has nothing to do with that before; `filterName`
 * begins a block in the language that it names, and `filter` is a line of it.
 */
const modes: Modes = {
  root: [rule(`${blank}*\\n`, ''), rule(`(${blank}*)`, [''], ([indent]) => `content:${indent}`)],
  block,
  content: (indent) => [
    ...names,
    rule(`%${id}`, 'nt', '=tag'),
    rule(`!!!${dot}*\\n`, 'nn', '^'),
    rule(`(\\/)(\\[${dot}*?\\])(${dot}*\\n)`, ['c', 'cs', 'c'], '^'),
    rule(`\\/${dot}*\\n`, 'c', `!block:htmlComment|${indent}`),
    rule(`-#${dot}*\\n`, 'c', `!block:hamlComment|${indent}`),
    rule('-', 'script', '=rubyLine'),
    rule(`:${dot}*\\n`, 'filterName', `!block:filter|${indent}`),
    ...evaluated,
  ],
  tag: [
    ...names,
    rule('\\{', 'script', 'rubyInside'),
    rule(`\\[${dot}*?\\]`, 'ruby'),
    rule('\\(', 'p', 'attributes'),
    rule(`${blank}*\\n`, '', '^'),
    rule('[<>]{1,2}(?=[ \\t=])', 'p'),
    ...evaluated,
  ],
  plain: [rule(text, 'html'), hole, rule('\\n', '', '!root')],
  rubyLine: [
    rule('\\n', '', '^'),
    rule(',[ \\t]*\\n', 'ruby'),
    rule(String.raw` \|[ \t]*\n`, 'se'),
    rule(String.raw`[^\n]*?(?=(?:,${lineEnd}| \|)?[ \t]*${lineEnd})`, 'ruby'),
  ],
  attributes: [space, rule(`${id}${blank}*=`, 'na', 'value'), rule(id, 'na'), rule('\\)', '', '^')],
  value: [
    space,
    rule('[a-z]\\w*', 'nv', '^'),
    rule('@[a-z]\\w*', 'vi', '^'),
    rule('\\$[a-z]\\w*', 'vg', '^'),
    quoted("'"),
    quoted('"'),
  ],
  htmlComment: comment('htmlComment', 'c'),
  hamlComment: comment('hamlComment', 'cp'),
  filter: (indent) => [rule(text, 'filter'), hole, rule('\\n', '', `!block:filter|${indent}`)],
  hole: [rule('\\}', 'si', '^'), ...rubyInside],
  rubyInside,
};

/** Languages of filters. */
const filters: Readonly<Record<string, Language>> = { javascript, ruby, css, sass, markdown, erb };

/** Haml: HTML by its indentation, with Ruby and other languages in it. */
export const haml: Language = {
  read(code, emit) {
    const montage = new Montage(code, rubySeam);
    let rubyCode = montage.begin(ruby);
    let filter: Segment | undefined;
    const begin = (name: string): Segment => {
      const language = filters[name]!;
      const segment = montage.begin(language);
      if (language === ruby) rubyCode = segment;
      return segment;
    };
    const takers: Readonly<Record<string, (end: number, text: string) => void>> = {
      html: (end) => montage.html(end),
      ruby: (end) => montage.add(rubyCode, end),
      script(end) {
        montage.own('p', end);
        begin('ruby');
      },
      filterName(end, text) {
        montage.own('nd', end);
        const name = text.slice(1).trim();
        filter = Object.hasOwn(filters, name) ? begin(name) : undefined;
      },
      filter: (end) => (filter ? montage.add(filter, end) : montage.own('nd', end)),
    };
    readMontage(modes, code, montage, takers, emit);
  },
};
