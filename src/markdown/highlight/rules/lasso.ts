import type { Language } from '../language.js';
import { MarkupFeed } from '../markup-feed.js';
import { type Modes, type Rule, words } from '../rule.js';
import { RuleReader } from '../rule-reader.js';
import { lassoExceptions, lassoKeywords, lassoMethods, lassoTraits, lassoTypes } from './lasso-words.js';
import { anyCase, blank, leave, rule, space, wordEnd } from './pieces.js';

const anyOf = (list: string): string => `(?:${list.split(' ').map(anyCase).join('|')})`;
const lassoMark = `\\?(?:${anyCase('lasso')}(?:${anyCase('script')})?|=)`;
const id = '[a-zA-Z_][\\w.]*';
const member = `${id}(?:=(?!=))?`;
const operator = '[-+*\\/%]';
const define = `(${anyCase('define')})(${blank}+)(${id})`;
const access = `(${anyOf('public protected private provide')})(${blank}+)`;

const wordClass = words(
  { kn: 'namespace_using', ne: lassoExceptions, kt: lassoTypes, nd: lassoTraits, k: lassoKeywords, nb: lassoMethods },
  'nx',
);

/** The end of a string, before whose mark an odd number of backslashes means the mark itself. */
function stringEnd(quote: string): Exclude<Rule[3], string | undefined> {
  const end = new RegExp(String.raw`[^${quote}\\]*(?:\\[\s\S][^${quote}\\]*)*${quote}`, 'y');
  return (code, at) => {
    end.lastIndex = at;
    return end.test(code) ? end.lastIndex : -1;
  };
}

/** The end of an element whose inside is no HTML. */
function elementEnd(name: string): Exclude<Rule[3], string | undefined> {
  const end = new RegExp(`${name}>`, 'gi');
  return (code, at) => {
    end.lastIndex = at;
    return end.test(code) ? end.lastIndex : -1;
  };
}

const gaps: readonly Rule[] = [
  space,
  rule('\\/\\/[^\\n]*\\n', 'c1'),
  [/\/\*\*!/u, 'cd', undefined, '*/'],
  [/\/\*/u, 'cm', undefined, '*/'],
];

const lassoRules: readonly Rule[] = [
  ...gaps,
  rule(String.raw`\d*\.\d+(?:[eE][+-]?\d+)?`, 'mf'),
  rule('0[xX][0-9a-fA-F]+', 'mh'),
  rule('\\d+', 'mi'),
  rule(anyOf('infinity nan') + wordEnd, 'm'),
  [/'/u, 's1', undefined, stringEnd("'")],
  [/"/u, 's2', undefined, stringEnd('"')],
  [/`/u, 'sb', undefined, '`'],
  rule(`\\$${id}`, 'nv'),
  rule(`#(?:${id}|\\d+${wordEnd})`, 'vi'),
  rule(`(\\.${blank}*)('${id}')`, ['bp', 'vc']),
  rule(`(${anyCase('self')})(${blank}*->${blank}*)('${id}')`, ['bp', 'o', 'vc']),
  rule(`(\\.\\.?${blank}*)(${member})`, ['bp', 'nx']),
  rule(`(->\\\\?${blank}*|&${blank}*)(${member})`, ['o', 'nx']),
  rule(anyOf('self inherited currentcapture givenblock') + wordEnd, 'bp'),
  rule(`-(?!${anyCase('infinity')})${id}`, 'na'),
  rule(`::${blank}*${id}`, 'nl'),
  rule(`${define}(${blank}*=>${blank}*)(${anyOf('type trait thread')})${wordEnd}`, ['kd', '', 'nc', 'o', 'k']),
  rule(`${define}(${blank}*->${blank}*)(${id}=?|${operator})`, ['kd', '', 'nc', 'o', 'nf'], 'signature'),
  rule(define, ['kd', '', 'nf'], 'signature'),
  rule(`${access}((?:${id}=?|${operator})(?=${blank}*\\())`, ['k', '', 'nf'], 'signature'),
  rule(`${access}(${id})`, ['k', '', 'nf']),
  rule(anyOf('true false none minimal full all void') + wordEnd, 'kc'),
  rule(`(?:${anyOf('local var variable global')}|${anyCase('data')}(?=${blank}))${wordEnd}`, 'kd'),
  rule(`(${id})(${blank}+)(${anyCase('in')})${wordEnd}`, ['n', '', 'k']),
  rule(`(${anyOf('let into')})(${blank}+)(${id})`, ['k', '', 'n']),
  rule(',', 'p', 'comma'),
  rule(anyOf('and or not') + wordEnd, 'ow'),
  rule(`(${id})(${blank}*::${blank}*${id})?(${blank}*=(?![=>]))`, ['n', 'nl', 'o']),
  rule('\\/(?=[\\w.])', 'p', 'word'),
  rule('[\\w.]+', (text) => wordClass(text.toLowerCase())),
  rule(`(=)(${anyOf('bw nbw ew new cn ncn lt lte gt gte eq neq rx nrx ft')})${wordEnd}`, ['o', 'ow']),
  rule(String.raw`:=|[-+*\/%=<>&|!?\\]+`, 'o'),
  rule('[{}():;,@^]', 'p'),
];

/** HTML up to what `open` matches, a bracket or Lasso's mark. */
function markupRules(open: string): Rule[] {
  return [
    rule('[^[<]+', 'html'),
    [/<!--/u, 'html', undefined, '-->'],
    [{ source: `<${anyCase('script')}` }, 'html', undefined, elementEnd('script')],
    [{ source: `<${anyCase('style')}` }, 'html', undefined, elementEnd('style')],
    rule(`<(?!${lassoMark})${open}`, 'html'),
  ];
}

const noProcess = rule('\\[noprocess\\]', 'cp', 'noprocess');
const anglebrackets = rule(`<${lassoMark}`, 'cp', 'anglebrackets');
const modes: Modes = {
  root: [
    rule(`#![^\\t\\n-\\r]+lasso9${wordEnd}`, 'cp', 'lasso'),
    rule('(?=[[<])', '', 'delimiters'),
    rule(`${blank}+`, 'w'),
    rule('', '', '+delimiters+lassofile'),
  ],
  delimiters: [
    rule('\\[no_square_brackets\\]', 'cp', 'nosquarebrackets'),
    noProcess,
    rule('\\[', 'cp', 'squarebrackets'),
    anglebrackets,
    ...markupRules(''),
  ],
  nosquarebrackets: [noProcess, anglebrackets, ...markupRules(`|\\[(?!${anyCase('noprocess')})`)],
  noprocess: [rule('\\[\\/noprocess\\]', 'cp', '^'), rule(`(?:[^[]|\\[(?!\\/${anyCase('noprocess')}))+`, 'html')],
  squarebrackets: [rule('\\]', 'cp', '^'), ...lassoRules],
  anglebrackets: [rule('\\?>', 'cp', '^'), ...lassoRules],
  lassofile: [rule('\\]|\\?>', 'cp', '^'), ...lassoRules],
  lasso: lassoRules,
  word: [rule('[\\w.]+', (text) => wordClass(text.toLowerCase()), '^')],
  signature: [rule('=>', 'o', '^'), rule('\\)', 'p', '^'), rule('[(,]', 'p', 'parameter'), ...lassoRules],
  parameter: [rule('\\)', 'p', '^'), rule(`-?${id}`, 'na', '^'), rule('\\.\\.\\.', 'bp'), ...lassoRules],
  comma: [
    rule(
      `(?:${id}=?|${operator})(?=${blank}*(?:\\((?:[^()]*\\([^()]*\\))*[^)]*\\)${blank}*)?(?:::[\\w.\\t-\\r ]+)?=>)`,
      'nf',
      'signature',
    ),
    ...gaps,
    leave,
  ],
};

/** Lasso, between brackets or marks in HTML, or alone. */
export const lasso: Language = {
  read(code, emit) {
    const feed = new MarkupFeed(emit);
    let at = 0;
    let markupEnd = 0;
    const readMarkup = (): void => {
      if (markupEnd > at) feed.text(code.slice(at, markupEnd));
      at = Math.max(at, markupEnd);
    };
    new RuleReader(modes, code, (name, end) => {
      if (name === 'html') markupEnd = end;
      else {
        readMarkup();
        feed.hole(name, end - at);
        at = end;
      }
    }).read(0, code.length, 'err');
    readMarkup();
    feed.finish();
  },
};
