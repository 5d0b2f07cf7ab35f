import type { Language, Part } from '../language.js';
import type { Rule } from '../rule.js';

const any = String.raw`(?:\\[^\n]|[^\\\n])`;
/** Text between two equal marks. */
function marked(marks: readonly string[], name: string): Rule {
  return [new RegExp(marks.map((mark) => `${mark}${any}*?${mark}`).join('|'), 'u'), name];
}

const titles: readonly Rule[] = [
  [new RegExp(`"${any}*?"|'${any}*?'|\\(${any}*?\\)`, 'u'), 'nn'],
  [/\s+(?=["'()])/u, ''],
  [/(?:)/u, '', '^'],
];
const urls: readonly Rule[] = [
  [/[ \t]+/u, ''],
  [new RegExp(`(<)(${any}*?)(>)`, 'u'), ['nt', 'sx', 'nt'], '^'],
  [/\S+/u, 'sx', '^'],
];

/** Front matter and fenced code are of other languages. */
function markdownParts(code: string): Part[] {
  const parts: Part[] = [];
  const front = /^---\s*\n[\s\S]*?\n?^---\s*$\n?/m.exec(code);
  let at = 0;
  if (front && front.index === 0) {
    parts.push({ text: front[0], language: 'yaml' });
    at = front[0].length;
  }
  for (const fence of code.matchAll(/^([ \t]*)(`{3,}(?!`)|~{3,}(?!~))([^\n]*\n)(?:([\s\S]*?)(\n\1)(\2))?/gm)) {
    if (fence.index < at) continue;
    const [whole, indent, mark, info, inside, before, close] = fence as unknown as readonly string[];
    parts.push(
      { text: code.slice(at, fence.index) },
      { text: indent!, name: '' },
      { text: mark!, name: 'p' },
      { text: info!, name: 'nl' },
    );
    if (inside !== undefined) {
      const language = info!.trim();
      parts.push(language === '' ? { text: inside, name: '' } : { text: inside, language, otherwise: 'sb' });
      parts.push({ text: before!, name: '' }, { text: close!, name: 'p' });
    }
    at = fence.index + whole!.length;
  }
  parts.push({ text: code.slice(at) });
  return parts.filter((part) => part.text !== '');
}

/** Markdown. */
export const markdown: Language = {
  parts: markdownParts,
  modes: {
    root: [
      [/\\[^\n]/u, 'se'],
      [/^[\S ]+\n--+\n|^#(?!#|$(?![\s\S]))[^\n]*/u, 'gh'],
      [/^(?:[\S ]+\n==+\n|#+[^\n]*)/u, 'gu'],
      [/\n\n(?:(?: {4}|\t)[^\n]*\n|\n)+/u, 'sb'],
      [new RegExp(`(?:\`(?:${any}|\\n)+?\`|\`\`(?:${any}|\\n)+?\`\`)`, 'u'), 'sb'],
      [/^(?:(?:\s{0,100}-){3,}|(?:\s{0,100}\*){3,})\s{0,100}$/u, 'p'],
      [/^\s{0,100}(?:[-*+](?=\s)|\d+\.)/u, 'p'],
      [/^\s{0,100}>[^\n]*/u, 'gt'],
      [
        new RegExp(`^(\\s{0,100})(\\[)(${any}{1,1000}?)(\\])(\\s*)(:)`, 'u'),
        ['', 'p', 'ss', 'p', '', 'p'],
        'definition',
      ],
      [new RegExp(`(!?\\[)(${any}{0,1000}?|[^\\]]{0,1000}?)(\\])(?=[\\[(])`, 'u'), ['p', 'nv', 'p'], 'link'],
      marked(['\\*\\*', '__'], 'gs'),
      marked(['\\*', '_'], 'ge'),
      [/<[^\n]*?@[^\n]+\.[^\n]+>/u, 'nv'],
      [new RegExp(`<(?:https?|mailto|ftp)://${any}*?>`, 'u'), 'nv'],
      [/[^\\`[*\n&<]+/u, ''],
      [/&\S{0,200};/u, 'ni'],
      [/(<\/?[\p{L}][\w:.-]*)(>)/u, ['nt', 'nt']],
      [/<(?=\/?[\p{L}])/u, 'nt', 'tag'],
      [/<!--[^\n]*?-->/u, 'c'],
      [/[&<[\n]/u, ''],
    ],
    tag: [
      [/\/?[\p{L}][\w:.-]*(?=[\s>/])/u, 'nt', '=attributes'],
      [/(?:)/u, '', '^'],
    ],
    attributes: [
      [/\s+/u, ''],
      [/[\p{L}:_][\w:.-]*\s*=\s*/u, 'na', 'attributeValue'],
      [/[\p{L}:_][\w:.-]*/u, 'na'],
      [/\/?\s*>/u, 'nt', '^'],
      [/(?:)/u, '', '^'],
    ],
    attributeValue: [[/"[^"]*"|'[^']*'|[^\s>]+/u, 's', '^']],
    definition: [...urls.slice(0, 1), [urls[1]![0], urls[1]![1], '=title'], [/\S+/u, 'sx', '=title']],
    title: titles,
    link: [
      [new RegExp(`(\\[)(${any}*?)(\\])`, 'u'), ['p', 'ss', 'p'], '^'],
      [/\(/u, 'p', '=inlineUrl'],
      [/[ \t]+/u, ''],
      [/(?:)/u, '', '^'],
    ],
    inlineUrl: [
      [/[^<\s)]+/u, 'sx', '=inlineTitle'],
      [/\s+/u, ''],
      [new RegExp(`(<)(${any}*?)(>)`, 'u'), ['nt', 'sx', 'nt'], '=inlineTitle'],
      [/\)/u, 'p', '^'],
    ],
    inlineTitle: [[/\)/u, 'p', '^'], [/\s+/u, ''], titles[0]!, titles[2]!],
  },
};
