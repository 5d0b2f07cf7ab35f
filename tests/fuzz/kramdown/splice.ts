import { Chance } from './generate.js';

/** How a passage becomes the content of something else. */
const containers: readonly ((lines: readonly string[]) => string[])[] = [
  (lines) => lines.map((line) => `> ${line}`),
  (lines) => lines.map((line) => `>${line}`),
  (lines) => ['> quote', ...lines],
  (lines) => hang('* ', '  ', lines),
  (lines) => hang('- ', '  ', lines),
  (lines) => hang('-   ', '    ', lines),
  (lines) => hang('1. ', '   ', lines),
  (lines) => hang('10) ', '    ', lines),
  (lines) => hang('+\t', '\t', lines),
  (lines) => ['Term', '', ...hang(':   ', '    ', lines)],
  (lines) => ['Term', ...hang(': ', '  ', lines)],
  (lines) => ['[^n]', '', ...hang('[^n]: ', '    ', lines)],
  (lines) => ['* item', '', ...lines.map((line) => (line === '' ? '' : `  ${line}`))],
  (lines) => ['1. item', '', ...lines.map((line) => (line === '' ? '' : `\t${line}`)), '', '2. other'],
  (lines) => ['<div markdown="1">', ...lines, '</div>'],
  (lines) => ['<div markdown="1">', '', ...lines.map((line) => `  ${line}`), '', '</div>'],
  (lines) => ['<div>', ...lines, '</div>'],
  (lines) => ['<p markdown="1">', ...lines, '</p>'],
  (lines) => ['<details markdown="block"><summary>S</summary>', '', ...lines, '', '</details>'],
  (lines) => ['<table><tr><td markdown="1">', ...lines, '</td></tr></table>'],
  (lines) => ['<td markdown="span">', ...lines, '</td>'],
  (lines) => ['<section><p>', ...lines, '</p></section>'],
  (lines) => ['<span>', ...lines, '</span>'],
  (lines) => ['text <b markdown="0">', ...lines, '</b> more'],
  (lines) => ['{::comment}', ...lines, '{:/comment}'],
  (lines) => ['{::nomarkdown}', ...lines, '{:/}'],
  (lines) => ['{::options parse_block_html="true" /}', '', ...lines],
  (lines) => lines.map((line) => `    ${line}`),
  (lines) => ['```', ...lines, '```'],
  (lines) => ['~~~ ruby', ...lines, '~~~'],
  (lines) => ['<!--', ...lines, '-->'],
  (lines) => lines.map((line) => `| ${line} |`),
  (lines) => ['| a | b |', '|---|:-:|', ...lines.map((line) => `| ${line} | x |`), '{: .t}'],
  (lines) => [`[${lines.join('\n')}](/url "title")`],
  (lines) => [`**${lines.join('\n')}**`],
  (lines) => [`*[${lines[0] ?? ''}]: ${lines[1] ?? ''}`, ...lines],
  (lines) => ['$$', ...lines, '$$'],
  (lines) => [`# ${lines.join(' ')} {#id}`],
  (lines) => [lines.join(' '), '==='],
];

function hang(first: string, rest: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? first + line : line === '' ? '' : rest + line));
}

const margins = [
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '\t',
  '     ',
  ' \t',
  '  \t',
  '> ',
  '>',
  '* ',
  '- ',
  '1. ',
  ': ',
  '# ',
  '| ',
];
const ends = [
  ' ',
  '  ',
  '\t',
  '\\',
  '\\\\',
  '{:.e}',
  '{: .a #b c="d"}',
  '<br />',
  '<br>',
  ' {#h}',
  '|',
  '\r',
  ' #',
  '\u00a0',
];
const between = [
  ...[
    '',
    '',
    '',
    '  ',
    '\t',
    '^',
    '{: .y}',
    '{:.z #w}',
    ' ^',
    '{:toc}',
    '{:.no_toc}',
    '***',
    '---',
    '===',
    '<hr/>',
    '\u00a0',
    '\u2028',
  ],
  ...[
    '* TOC',
    '{::options auto_ids="false" /}',
    '{:footnotes}',
    '[^1]: note',
    '[^1]',
    '[id]: /url "t"',
    '[id]: <u v>',
    '*[HTML]: Hyper',
  ],
  ...[
    '{:a: .b title="x"}',
    '{:a}',
    '{: a}',
    '</div>',
    '</p>',
    '<p>',
    '<div>',
    '<br/>',
    '<!-- x -->',
    '<?pi?>',
    '<![CDATA[x]]>',
    '$$',
    '```',
    '~~~',
  ],
  ...[
    '<script>',
    '</script>',
    '<pre>',
    '</pre>',
    '<style>',
    '</style>',
    '{::comment}',
    '{:/comment}',
    '{:/}',
    '|---|---|',
    '|:-|-:|',
    '|===|',
  ],
];
const chars = [
  ...[...'*_`~[](){}<>"\'|:#-+.!^$&\\=/ \t1aé\n@%;,?'],
  ...[
    '{:',
    '}',
    '</',
    '**',
    '***',
    '__',
    '$$',
    '](',
    '][',
    '![',
    '&#',
    '--',
    '---',
    '...',
    '<<',
    '>>',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\ufeff',
  ],
  ...[
    '\u202e',
    'שלום',
    'مرحبا',
    '👩‍👩‍👧',
    '日本',
    '\r\n',
    '\r',
    '\f',
    '\v',
    '\u0085',
    '\u3000',
    '``',
    '~~',
    '\\`',
    '\\*',
    '\\|',
    '&amp;',
    '&nbsp;',
    '&#38;',
  ],
  ...[
    '<b>',
    '</b>',
    '<i>',
    '<a href="x">',
    '</a>',
    '<img src=x>',
    '<br>',
    '<code>',
    '</code>',
    '<u',
    '/>',
    '<http://x.y>',
    '<a@b.c>',
    'http://x.y/z',
  ],
  ...[
    '[^1]',
    '[x][id]',
    '[id]',
    '![i](s "t")',
    '{:.c}',
    '{: #i .c k="v"}',
    '`a`{:.ruby}',
    '{::nomarkdown}',
    '{:/}',
    "'",
    '"',
    "''",
    '""',
    "'s",
    "'90s",
  ],
];

const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(\s*)([*+-])(?=\s)/, ['$1*', '$1+', '$1-', '$11.', '$1:', '$1>']],
  [/^(\s*)(\d+\.)(?=\s)/, ['$1*', '$1-', '$10.', '$1123.', '$11)', '$11']],
  [/^(\s*)(#+)/, ['$1#', '$1##', '$1######', '$1#######', '$1', '$1\\#']],
  [/\*\*/, ['*', '__', '_', '***', '']],
  [/`+/, ['`', '``', '```', '']],
  [/^```.*$/, ['```', '~~~', '````', '``` ruby', '```{.ruby}', '```ruby?x=1', '    ', '']],
  [/\|/, ['\\|', '||', '', '`|`', '&#124;']],
  [/\]\(/, ['][', '] (', ']( ', ']:', ']']],
  [/"/, ["'", '', '""', '\\"', '”']],
  [/'/, ['"', '', "''", '’']],
  [
    /<(\/?)(\w+)/,
    ['<$1div', '<$1span', '<$1P', '<$1pre', '<$1td', '<$1custom-x', '< $1$2', '<$1$2 markdown="1"', '&lt;$1$2'],
  ],
  [/>/, ['/>', ' >', '', '>>', ' markdown="span">', ' class=x>']],
  [/&/, ['&amp;', '&', '&#x26;', '&&']],
  [/\.\.\.|…/, ['...', '....', '. . .', '..']],
  [/--+/, ['-', '--', '---', '----']],
  [/ +/, ['  ', '\t', '', '\n', '\u00a0']],
  [/:/, [': ', '::', ' :', '\\:']],
];

function changeLines(lines: string[], chance: Chance, others: () => string[]): void {
  if (lines.length === 0) return;
  const at = chance.below(lines.length);
  switch (chance.below(13)) {
    case 0:
      lines.splice(at, 1 + chance.below(3));
      break;
    case 1:
      lines.splice(at, 0, chance.pick(between));
      break;
    case 2:
      lines.splice(at, 0, lines[chance.below(lines.length)]!);
      break;
    case 3:
      lines[at] = chance.pick(margins) + lines[at]!;
      break;
    case 4: {
      const margin = chance.pick(margins);
      for (let i = at; i < Math.min(lines.length, at + 1 + chance.below(6)); i++) lines[i] = margin + lines[i]!;
      break;
    }
    case 5:
      lines[at] = chance.isTrue(50) ? lines[at]!.trimStart() : lines[at]!.replace(/^(?: {1,2}|\t|[*+>-])/, '');
      break;
    case 6:
      lines[at] += chance.pick(ends);
      break;
    case 7:
      lines.splice(at, 2, lines.slice(at, at + 2).join(chance.pick(['', ' '])));
      break;
    case 8: {
      const size = 1 + chance.below(6);
      lines.splice(at, size, ...chance.pick(containers)(lines.slice(at, at + size)));
      break;
    }
    case 9: {
      const other = others();
      lines.splice(at, chance.below(3), ...chance.pick(containers)(other));
      break;
    }
    case 10:
      lines.splice(at, 0, ...others());
      break;
    case 11: {
      const [mark, instead] = chance.pick(swaps);
      const from = lines.findIndex((line, index) => index >= at && mark.test(line));
      if (from >= 0) lines[from] = lines[from]!.replace(mark, chance.pick(instead));
      break;
    }
    default: {
      const [moved] = lines.splice(at, 1);
      lines.splice(chance.below(lines.length + 1), 0, moved!);
    }
  }
}

function changeChars(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  return text.slice(0, at) + (chance.isTrue(75) ? chance.pick(chars) : '') + text.slice(at + chance.below(3));
}

/** A few lines of one of the texts. */
function pickLines(texts: readonly string[], chance: Chance, most: number): string[] {
  const lines = chance.pick(texts).split(/\r?\n/);
  const from = chance.below(lines.length);
  return lines.slice(from, from + 1 + chance.below(most)).map((line) => line.slice(0, 1500));
}

/** A part of one of real texts, with mistakes in it and parts of others put among or into its blocks. */
export function spliceTexts(texts: readonly string[], seed: number): string {
  const chance = new Chance(seed);
  const lines = pickLines(texts, chance, 40);
  for (let i = chance.below(8); i > 0; i--) changeLines(lines, chance, () => pickLines(texts, chance, 6));
  let text = lines.join(chance.isTrue(96) ? '\n' : '\r\n');
  for (let i = chance.below(6); i > 0; i--) text = changeChars(text, chance);
  if (chance.isTrue(80)) text += '\n';
  return text.replace(/\p{Surrogate}/gu, '');
}
