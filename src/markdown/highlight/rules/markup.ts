import type { Language, Part } from '../language.js';
import type { Rule } from '../rule.js';

const nameRest = String.raw`[\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·-]*`;
const xmlName = String.raw`[\p{L}:_]${nameRest}`;
const htmlName = String.raw`[\p{L}:_-]${nameRest}`;

const comment: readonly Rule[] = [
  [/[^-]+/u, 'c'],
  [/-->/u, 'c', '^'],
  [/-/u, 'c'],
];

/** XML. */
export const xml: Language = {
  modes: {
    root: [
      [/[^<&]+/u, ''],
      [/&\S{0,200}?;/u, 'ni'],
      [/<!\[CDATA\[[^\n]*?\]\]>/u, 'cp'],
      [/<!--/u, 'c', 'comment'],
      [/<\?[^\n]*?\?>/u, 'cp'],
      [/<![^>]*>/u, 'cp'],
      [new RegExp(String.raw`<\s*${xmlName}`, 'u'), 'nt', 'tag'],
      [new RegExp(String.raw`<\s*\/\s*${xmlName}\s*>`, 'u'), 'nt'],
    ],
    comment,
    tag: [
      [/\s+/u, ''],
      [new RegExp(String.raw`${xmlName}\s*=`, 'u'), 'na', 'value'],
      [/\/?\s*>/u, 'nt', '^'],
    ],
    value: [
      [/\s+/u, ''],
      [/"[\s\S]*?"|'[\s\S]*?'|[^\s>]+/u, 's', '^'],
    ],
  },
};

const htmlText: readonly Rule[] = [
  [/[^<&]+/u, ''],
  [/&\S{0,200}?;/u, 'ni'],
  [/<![dD][oO][cC][tT][yY][pP][eE] [\s\S]*?>/u, 'cp'],
  [/<!\[CDATA\[[\s\S]*?\]\]>/u, 'cp'],
  [/<!--/u, 'c', 'comment'],
  [/<\?[\s\S]*?\?>/u, 'cp'],
  [/<\s*(?:script|style)\s*/u, 'nt', 'tag'],
  [/<\/(?=\s*\/?)/u, 'nt', 'end'],
  [/</u, 'nt', 'start'],
];

/** The contents of `script` and `style` are the other language's; the tags around them are HTML. */
export function htmlParts(code: string): Part[] {
  const parts: Part[] = [];
  const element = /<\s*(script|style)\b[^>]*>/g;
  let at = 0;
  for (let open = element.exec(code); open; open = element.exec(code)) {
    const start = element.lastIndex;
    const close = new RegExp(`<\\s*/\\s*${open[1]}\\s*>`, 'g');
    close.lastIndex = start;
    const end = close.exec(code);
    const stop = end ? end.index : code.length;
    if (insideComment(code, open.index, at)) continue;
    parts.push(
      { text: code.slice(at, start) },
      { text: code.slice(start, stop), language: open[1] === 'script' ? 'javascript' : 'css' },
    );
    at = end ? close.lastIndex : stop;
    if (end) parts.push({ text: end[0], name: 'nt' });
    element.lastIndex = at;
  }
  if (at < code.length) parts.push({ text: code.slice(at) });
  return parts;
}

function insideComment(code: string, at: number, from: number): boolean {
  const open = code.lastIndexOf('<!--', at);
  return open >= from && code.indexOf('-->', open) > at;
}

/** HTML. */
export const html: Language = {
  parts: htmlParts,
  modes: {
    root: htmlText,
    comment,
    end: [
      [/\s+/u, ''],
      [/>/u, 'nt', '^'],
      [new RegExp(htmlName, 'u'), 'nt', '=endClose'],
    ],
    endClose: [
      [/\s+/u, ''],
      [/>/u, 'nt', '^'],
    ],
    start: [
      [/\s+/u, ''],
      [new RegExp(htmlName, 'u'), 'nt', '=tag'],
      [/(?:)/u, '', '=tag'],
    ],
    tag: [
      [/\s+/u, ''],
      [/[\p{L}:_[\]()*.-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·[\]()*-]*\s*=\s*/u, 'na', 'value'],
      [/[\p{L}:_*#-][\p{L}\p{M}\p{N}\p{Pc}\p{Cf}:.·*#-]*/u, 'na'],
      [/\/?\s*>/u, 'nt', '^'],
    ],
    value: [
      [/"/u, 's', '=double'],
      [/'/u, 's', '=single'],
      [/[^\s>]+/u, 's', '^'],
    ],
    double: [
      [/"/u, 's', '^'],
      [/[^"]+/u, 's'],
    ],
    single: [
      [/'/u, 's', '^'],
      [/[^']+/u, 's'],
    ],
  },
};
