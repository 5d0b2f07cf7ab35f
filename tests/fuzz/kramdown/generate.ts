// Makes texts of kramdown's syntax, at random but the same for the same seed.

/** A source of chance that gives the same numbers for the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** A whole number below a limit. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % limit;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  isTrue(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const words =
  `a I the word it's don't "quoted" 'single' HTML 80s '90s café naïve x_y foo_bar_baz snake 1.5 --- -- ... C++ 5" 6' rock'n'roll
(paren) [bracket] {brace} <b>bold</b> <span class="a">span</span> <br> <br/> <img src="a.png"> &amp; &copy; &lt; & < > && << >> «x» $5 $$x^2$$
\\* \\_ \\\` \\[ \\# ~~gone~~ ~ ^ | \\| = + - * _ : ; ! ? #hash @user https://example.com <https://example.com> <me@example.com> *em* **strong**
_em_ __strong__ ***both*** *a **b** c* **a *b* c** \`code\` \`\`co\`de\`\` \` [link](http://x.y) [link](http://x.y "title") [l](<a b>) [ref][id] [id]
[id][] ![img](a.png) ![img](a.png "t"){: .c} [a [b] c](d) [x](a(b)c) [^1] [^2] [^none] *em*{: .cls #id} \`x\`{:.ruby} {::comment}c{:/} {::nomarkdown}<i>{:/}
{: .alone} <em>*x*</em> <code>*x*</code> <!-- c --> </b> <div> "*em*" '_em_' "." "?" ("x") 'tis "a 'b' c" a"b a'b -> => <- \\\\ \\
[ ] [x] 1. 2) - * > # 10€ 日本語 ü É — – … emoji😀 \u00a0 tab\tx it’s <a href="x">*y*</a> <kbd>k</kbd> http://a_b_c.d *a*b a*b*c **a**b _a_b 2*3*4
[a]: ] [ ![ ]( ) <foo> <foo/> <http:x> &#169; &#xA9; &nbsp; &unknown; &quot; *[HTML] {{ x }} {% x %}`
    .split(/[ \n]+/)
    .concat(['  ', '   ']);

function inline(chance: Chance, max = 8): string {
  const count = 1 + chance.below(max);
  const parts: string[] = [];
  for (let i = 0; i < count; i++) parts.push(chance.pick(words));
  return parts.join(chance.isTrue(92) ? ' ' : '');
}

const lineEnds = ['', '', '', '', '', '', '  ', '\\', ' \\\\', ' '];

function lines(chance: Chance, max = 3): string[] {
  const count = 1 + chance.below(max);
  return Array.from({ length: count }, () => inline(chance) + chance.pick(lineEnds));
}

const indent = (text: readonly string[], by: string): string[] => text.map((line) => (line === '' ? line : by + line));

const lists = [
  '{: .cls}',
  '{: #an-id}',
  '{: key="val" .a .b}',
  '{:toc}',
  '{:.no_toc}',
  '{: ref}',
  '{:ref: .x k="v"}',
  '{:',
  '{: }',
];

function listBlock(chance: Chance, depth: number): string[] {
  const result: string[] = [];
  const isOrdered = chance.isTrue(40);
  const gap = chance.pick([' ', ' ', ' ', '  ', '   ', '    ', '\t']);
  const isLoose = chance.isTrue(30);
  const margin = ' '.repeat(chance.pick([0, 0, 0, 0, 1, 2, 3]));
  const count = 1 + chance.below(4);
  for (let i = 0; i < count; i++) {
    const marker = isOrdered ? `${chance.pick(['1', '2', '10', '007'])}.` : chance.pick(['*', '-', '+', '*', '-']);
    const task = chance.isTrue(8) ? chance.pick(['[ ] ', '[x] ', '[X]  ']) : '';
    const ial = chance.isTrue(6) ? '{:.item} ' : '';
    const content = depth > 0 && chance.isTrue(40) ? blocks(chance, depth - 1, 2) : lines(chance, 2);
    const by = ' '.repeat(chance.pick([marker.length + gap.length, marker.length + gap.length, 2, 4, 3, 1, 0]));
    const [first = '', ...rest] = content;
    result.push(`${margin}${marker}${gap}${ial}${task}${first}`, ...indent(rest, margin + by));
    if (isLoose || chance.isTrue(10)) result.push('');
  }
  if (chance.isTrue(10)) result.push(chance.pick(lists));
  return result;
}

function table(chance: Chance): string[] {
  const columns = 1 + chance.below(4);
  const row = (): string => {
    const cells = Array.from({ length: columns + chance.pick([0, 0, 0, 1, -1]) }, () => inline(chance, 2));
    return chance.pick([`| ${cells.join(' | ')} |`, cells.join(' | '), `| ${cells.join('|')}`, `|${cells.join('|')}|`]);
  };
  const separator = (): string => {
    const cells = Array.from({ length: columns }, () => chance.pick(['---', ':--', '--:', ':-:', '-', '---']));
    return chance.pick([`|${cells.join('|')}|`, `|${cells.join('+')}|`, cells.join(' | '), `| ${cells.join(' | ')} |`]);
  };
  const result: string[] = [];
  if (chance.isTrue(80)) result.push(row());
  if (chance.isTrue(80)) result.push(separator());
  for (let i = chance.below(4); i >= 0; i--) result.push(row());
  if (chance.isTrue(10)) result.push(chance.pick(['|===', '|=', '|---']), row());
  return result;
}

function html(chance: Chance, depth: number): string[] {
  const tag = chance.pick([
    'div',
    'div',
    'p',
    'section',
    'details',
    'table',
    'pre',
    'script',
    'style',
    'ul',
    'span',
    'Custom',
    'DIV',
    'td',
    'h2',
  ]);
  const attribute = chance.pick([
    '',
    '',
    '',
    ' class="x"',
    ' markdown="1"',
    ' markdown="block"',
    ' markdown="span"',
    ' markdown="0"',
    ' id=y data-a="b c"',
  ]);
  const content = depth > 0 && chance.isTrue(50) ? blocks(chance, depth - 1, 2) : lines(chance, 2);
  const close = chance.isTrue(92) ? `</${tag}>` : '';
  if (chance.isTrue(30))
    return [`<${tag}${attribute}>${content.join('\n')}${close}${chance.isTrue(20) ? inline(chance, 2) : ''}`];
  if (chance.isTrue(30)) return [`<${tag}${attribute}>`, '', ...content, '', close];
  return [`${' '.repeat(chance.below(3))}<${tag}${attribute}>`, ...content, close];
}

function leaf(chance: Chance): string[] {
  switch (chance.below(22)) {
    case 0:
      return [
        `${'#'.repeat(1 + chance.below(6))}${chance.pick([' ', ' ', ' ', '', '  '])}${inline(chance, 4)}${chance.pick(['', '', ' #', ' ##', ' {#own-id}'])}`,
      ];
    case 1:
      return [inline(chance, 3), chance.pick(['===', '---', '=', '-', '-----  '])];
    case 2:
      return indent(lines(chance), chance.pick(['    ', '\t', '     ', '      ']));
    case 3: {
      const fence = chance.pick(['```', '~~~', '````', '~~~~', '```']);
      const info = chance.pick(['', '', ' ruby', 'js', ' c++ ', 'foo', ' a b', 'text']);
      return [
        `${' '.repeat(chance.pick([0, 0, 0, 2, 4]))}${fence}${info}`,
        ...lines(chance),
        '',
        inline(chance),
        chance.pick([fence, fence, fence, '```', '']),
      ];
    }
    case 4:
      return [chance.pick(['***', '---', '* * *', '- - -', '___', '  ---', '----------'])];
    case 5:
      return table(chance);
    case 6:
      return [
        inline(chance, 2),
        `${chance.pick([': ', ':   ', ': ', ' : '])}${inline(chance, 4)}`,
        ...(chance.isTrue(40) ? [`: ${inline(chance, 3)}`] : []),
      ];
    case 7:
      return [
        `[^${chance.pick(['1', '2', 'n'])}]: ${inline(chance)}`,
        ...(chance.isTrue(40) ? ['', `    ${inline(chance)}`] : []),
      ];
    case 8:
      return [
        `[${chance.pick(['id', 'ref', 'a', 'Some Id'])}]: ${chance.pick(['http://x.y', '<http://x y>', '/p "T"', "/p 'T'", '/p\n  "T"'])}`,
      ];
    case 9:
      return [chance.pick(['*[HTML]: Hyper Text', '*[the]:', '*[80s]: eighties'])];
    case 10:
    case 11:
      return [chance.pick(lists)];
    case 12:
      return ['$$', inline(chance, 3), '$$'];
    case 13:
      return [
        chance.pick([
          '^',
          '<!-- comment -->',
          '<!-- two\n\nlines -->',
          '{::comment}\nx\n{:/comment}',
          '{::options parse_block_html="true" /}',
          '{::nomarkdown}\n<b>*x*</b>\n{:/}',
          '* TOC\n{:toc}',
          '1. x\n{:toc}',
          '{::options auto_ids="false" /}',
        ]),
      ];
    default:
      return lines(chance, 4);
  }
}

/** Blocks one after another, mostly with blank lines between. */
export function blocks(chance: Chance, depth: number, max: number): string[] {
  const result: string[] = [];
  const count = 1 + chance.below(max);
  for (let i = 0; i < count; i++) {
    if (i > 0 && chance.isTrue(75)) result.push('');
    const kind = depth > 0 ? chance.below(100) : 100;
    if (kind < 20) result.push(...listBlock(chance, depth));
    else if (kind < 28) result.push(...indent(blocks(chance, depth - 1, 2), '> '));
    else if (kind < 40) result.push(...html(chance, depth));
    else result.push(...leaf(chance));
  }
  return result;
}

/** A whole text. */
export function generateText(seed: number): string {
  const chance = new Chance(seed);
  return `${blocks(chance, 3, 6).join('\n')}${chance.isTrue(95) ? '\n' : ''}`;
}

const bits = [
  '\n',
  '\n\n',
  ' ',
  '    ',
  '\t',
  '*',
  '_',
  '`',
  '```\n',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '<div>',
  '</div>',
  '"',
  "'",
  '{:',
  '}',
  '|',
  '- ',
  '1. ',
  '> ',
  '# ',
  ': ',
  '$$',
  '\\',
  '~~',
  '--',
  '!',
  '&',
  '^\n',
];

/** A text with a few pieces of it taken out, doubled, moved or replaced. */
export function mutateText(text: string, seed: number): string {
  const chance = new Chance(seed);
  for (let i = 1 + chance.below(6); i > 0; i--) {
    const at = chance.below(text.length + 1);
    const size = chance.pick([1, 1, 2, 5, 30]);
    switch (chance.below(4)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + size);
        break;
      case 1:
        text = text.slice(0, at) + chance.pick(bits) + text.slice(at);
        break;
      case 2:
        text = text.slice(0, at) + chance.pick(bits) + text.slice(at + size);
        break;
      default: {
        const from = chance.below(text.length + 1);
        text = text.slice(0, at) + text.slice(from, from + size) + text.slice(at);
      }
    }
  }
  // Halves of characters beyond the basic plane are no text.
  return text.replace(/\p{Surrogate}/gu, '');
}

const soupBits = [
  ...bits,
  ...[
    'a',
    'b',
    ' a ',
    's',
    '1',
    'é',
    '\n    ',
    '\n  ',
    '  \n',
    '\\\n',
    '**',
    '__',
    '``',
    '![',
    '](',
    '](x)',
    '][',
    '[^1]',
    '[^1]: ',
    '[a]: x',
    '\n1.|',
    '\n*|',
    '`a|b`',
    '\0',
  ],
  ...[
    '{:.x}',
    '{: #i}',
    '{:toc}',
    '{::comment}',
    '{:/}',
    '{::nomarkdown}',
    '{:a: .b}',
    '<b>',
    '</b>',
    '<br>',
    '<a href="',
    '<!--',
    '-->',
  ],
  ...[
    '<p markdown="1">',
    '</p>',
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '---',
    '...',
    '<<',
    '>>',
    ' >>',
    '~~~\n',
    '===\n',
    '|-|-|\n',
    '| ',
    ' |\n',
  ],
  ...[
    '* ',
    '+ ',
    '10. ',
    '  - ',
    '    * ',
    '\t',
    '*[a]: b\n',
    '&amp;',
    '&#1;',
    '$',
    '\\',
    '=',
    '-',
    '.',
    ':',
    '#',
    '/',
    ',',
    '{',
    '@',
    'http://',
    '<x@y>',
  ],
];

/** Pieces of syntax without any order. */
export function generateSoup(seed: number): string {
  const chance = new Chance(seed);
  let text = '';
  for (let i = 3 + chance.below(40); i > 0; i--) text += chance.pick(soupBits);
  return text;
}

const spanMarks = [
  '*',
  '*',
  '_',
  '**',
  '[',
  ']',
  '(',
  ')',
  '](x)',
  '{:',
  '}',
  '{:.a}',
  '`',
  '<b>',
  '</b>',
  'm',
  ' ',
  '!',
  '~~',
  '"',
];

/** Marks of spans and hardly anything else, so that they meet within each other. */
export function generateDense(seed: number): string {
  const chance = new Chance(seed);
  let text = '';
  for (let i = 3 + chance.below(18); i > 0; i--) text += chance.pick(spanMarks);
  return text;
}
