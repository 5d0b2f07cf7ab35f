import { Chance } from './generate.js';

const attributes = [
  ...['left', ' right', '  center', ' justify', ' inherit'].map((side) => `style="text-align:${side}"`),
  ...[
    'style="color: red; text-align: left"',
    'style="text-align: left;color: red"',
    "style='text-align: right;'",
    'style=""',
    'style',
  ],
  ...[
    'class="a"',
    'class="language-ruby x"',
    'class="highlighter-rouge"',
    'class="x highlighter-coderay y"',
    'CLASS="Z"',
    'id="i"',
  ],
  ...[
    'markdown="1"',
    'markdown="0"',
    'markdown="span"',
    'markdown="block"',
    'colspan=2',
    'title="a&amp;b &lt;"',
    'href="/u"',
  ],
  ...['name="n"', 'data-x="1&quot;"', 'a:b="c"', 'type="math/tex"', 'type="math/tex; mode=display"'],
];
const texts = [
  ...[
    'a',
    'b c',
    ' ',
    '\n',
    '\t',
    '*em*',
    '`c`',
    '$$x$$',
    '[l](/u)',
    '\\*',
    '"q"',
    "'s",
    '--',
    '...',
    '<<',
    '>>',
    'x < y',
    '|',
    '&',
    '日本',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&nbsp;',
    '&copy;',
    '&hellip;',
    '&lsquo;',
    '&#8217;',
    '&#x41;',
    '&bogus;',
    '<!-- c -->',
    '<?pi x?>',
    '<br>',
  ],
];
const spanTags =
  'b i em strong code a span del sup q B CODE tt kbd script textarea label button img input u abbr foo'.split(' ');
const blockTags =
  'div section article details figure form fieldset foo-bar iframe address td body summary noscript video blockquote'.split(
    ' ',
  );
const alone = [
  ...[
    '<hr>',
    '<!-- c -->',
    '<?pi a?>',
    '<div/>',
    '<br />',
    '<img src="a">',
    '<section />',
    '<p/>',
    '</div>',
    '<style>a{}</style>',
  ],
  ...['<textarea>*a*</textarea>', '<!doctype html>', '<html><head><title>T</title></head><body>x</body></html>'],
];
const scripts = ['x < 1', '% <![CDATA[\nx^2 %]]>', '<![CDATA[a]]>', 'a &amp; b', '', '\\alpha'];
const gaps = ['', '', '\n', '\n  ', ' '];

/** HTML by chance: tables with alignments, code with entities, formulas in scripts, tags that are not closed. */
class HtmlMaker {
  constructor(private readonly chance: Chance) {}

  #times(most: number, make: () => string): string {
    return Array.from({ length: this.chance.below(most + 1) }, make).join('');
  }

  #attributes(): string {
    return this.chance.isTrue(55) ? '' : this.#times(2, () => ` ${this.chance.pick(attributes)}`);
  }

  #element(tag: string, inner: string): string {
    return `<${tag}${this.#attributes()}>${inner}</${tag}>`;
  }

  text(): string {
    return this.#times(3, () => this.chance.pick(texts));
  }

  span(depth: number): string {
    const { chance } = this;
    if (depth === 0 || chance.isTrue(40)) return this.text();
    const tag = chance.pick(spanTags);
    const start = `${this.text()}<${tag}${this.#attributes()}`;
    if (chance.isTrue(10)) return `${start}/>${this.text()}`;
    const end = chance.isTrue(92) ? `</${tag}>` : chance.pick(['', '</x>']);
    return `${start}>${this.span(depth - 1)}${end}${this.text()}`;
  }

  #rows(columns: number, tag: string | undefined, shared: string | undefined): string {
    const { chance } = this;
    const cell = (): string => {
      const name = tag ?? chance.pick(['td', 'td', 'td', 'th']);
      const own = shared !== undefined && chance.isTrue(80) ? shared : this.#attributes();
      return `<${name}${own}>${chance.isTrue(90) ? this.span(1) : this.block(1)}</${name}>${chance.pick(gaps)}`;
    };
    const row = (): string => {
      const count = chance.isTrue(90) ? columns : chance.below(4);
      return `<tr>${chance.pick(gaps)}${Array.from({ length: count }, cell).join('')}</tr>${chance.pick(gaps)}`;
    };
    return row() + this.#times(2, row);
  }

  #table(): string {
    const { chance } = this;
    const columns = 1 + chance.below(3);
    const shared = chance.isTrue(40) ? ` ${chance.pick(attributes.slice(0, 8))}` : undefined;
    const part = (name: string, tag: string, percent: number): string =>
      chance.isTrue(percent) ? `<${name}>${this.#rows(columns, tag, shared)}</${name}>${chance.pick(gaps)}` : '';
    const inner = chance.isTrue(60)
      ? part('thead', 'th', 70) + part('tbody', 'td', 90) + part('tfoot', 'td', 30)
      : this.#rows(columns, chance.isTrue(80) ? 'td' : undefined, shared);
    const caption = chance.isTrue(8) ? '<caption>c</caption>' : '';
    return `<table${this.#attributes()}>${chance.pick(gaps)}${caption}${inner}</table>`;
  }

  block(depth: number): string {
    const { chance } = this;
    if (depth === 0) return this.text();
    const gap = chance.pick(gaps);
    const item = (tag: string): string =>
      this.#element(tag, chance.isTrue(50) ? this.span(2) : this.block(depth - 1)) + gap;
    switch (chance.below(10)) {
      case 0:
      case 1:
        return this.#table();
      case 2:
        return this.#element(chance.pick(['h1', 'h2', 'H4', 'p']), this.span(2));
      case 3:
        return this.#element(chance.pick(['ul', 'ol']), gap + this.#times(2, () => item('li')));
      case 4:
        return this.#element('dl', gap + this.#times(2, () => `<dt>${this.span(1)}</dt>${gap}${item('dd')}`));
      case 5:
        return this.#element('pre', chance.isTrue(60) ? this.#element('code', this.text()) : this.span(1));
      case 6:
        return this.#element('script', chance.pick(scripts));
      case 7:
        return chance.pick(alone);
      case 8:
        return this.span(2);
      default:
        return this.#element(chance.pick(blockTags), gap + this.#times(2, () => this.block(depth - 1) + gap));
    }
  }
}

/** A document of HTML, which kramdown takes for its own elements where it is asked to. */
export function generateHtml(seed: number): string {
  const chance = new Chance(seed);
  const maker = new HtmlMaker(chance);
  const gap = chance.pick(['\n', '\n\n', '']);
  const blocks = Array.from({ length: 1 + chance.below(3) }, () => maker.block(3)).join(gap);
  const text = chance.isTrue(7) ? `* a\n\n  ${blocks.replaceAll('\n', '\n  ')}` : blocks;
  return chance.isTrue(4) ? `${text}\n`.replaceAll('\n', '\r\n') : `${text}\n`;
}
