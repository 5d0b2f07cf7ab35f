// Documents as people write them, broken at random: lines are moved, indented and put into containers, characters changed.
import { Chance } from './generate.js';

/** Passages that use every construct once, as they stand in posts and manuals. */
const passages = [
  `# Getting *started* with "Tools" & more {#start}

Install it -- then run \`tool init\`. It's the '90s way...  
Next line\\
and another \\\\
line. See [the docs](http://example.com/a_b "Docs") or <http://x.org/?a=1&b=2>.
{: .lead #intro title="a \\"b\\" c"}

## Getting *started* with "Tools" & more

Setext *title* here
===================

Another \`title\` &amp; so --- on
---`,
  `1. First *item*
2. Second item
   with a second line

   and a paragraph
   {: .inner}

   ~~~ ruby
   puts "hi"
   ~~~
10. Tenth

    > quoted in item
    > more

- [ ] task one
- [x] task two
  - nested [X] three
  * other marker

* {:.item} with a list
* {: #it .x} another
	* tab nested
		* deeper

	para in tab`,
  `Term *one*
Term two
: Definition with \`code\`
: Second one

  with a paragraph

{:.t} Third
: Def

  * list in def

:   another

{:auto_ids-x-}
Apple
: Fruit`,
  `| Name | Value *x* | \`a|b\` |
|:-----|:---------:|------:|
| one  | two \\| x  | 3 |
|------|
| four | five |
|======|
| foot | er | \\|
{: .table #tbl}

a | b
c | <code>x|y</code>

|---
| a
|---`,
  `Text with a note[^1] and another[^note], again[^1] and none[^zzz].

[^1]: The note with *text*.
[^note]:
    A paragraph in it with its own[^in].

        code in note

    * list at end
{: .fn}

[^in]: > quoted "note"

The HTML spec and the W3C. HTML-like xHTML.

*[HTML]: Hyper Text "Markup"
*[W3C]:
{: .abbr title="own"}`,
  `<div class="a" markdown="1">
Text *in* div

- list
- two
</div>

<p markdown="span">This *is* span</p>

<table>
  <tr><td markdown="1">* a *b*</td><td>*raw*</td></tr>
</table>

<details><summary>Sum *x*</summary>
<b>Bold *x*</b> &nbsp; &copy; <br> text
</details>

<script>
if (a < b && c) { "x" }
</script>
<!-- a comment -- here -->
<pre><code class="language-ruby">x &lt; 1</code></pre>
Text <span markdown="0">*a*</span> <em class='x'>*a* "q"</em> <img src="a.png"/> <input disabled> <del markdown="1">*a*</del>`,
  `Inline math $$a_1 + b < c$$ and \\$$no$$.

$$
\\begin{align*}
x &= y
\\end{align*}
$$

$$ one $$

    indented code
	tab code
  lazy

^

    more code
{: .language-js}

\`\`\` js?start_line=3
let a = "b";
\`\`\`

~~~~
~~~
~~~~

text \`x = 1\`{:.language-ruby} text`,
  `* TOC
{:toc .x}

## One {#one}
## Two
{:.no_toc}
### Three [link](x) note[^t]
# Four

1. list
{:toc}

[^t]: t

{:refdef: style="text-align: center;" .c}
![Alt *text*](img.png "T"){: .right width="10"}
{: refdef}

![Fig](f.png){:standalone .fig #f}

[ref]: <http://example.com/x y> 'Title'
{: .reflink}
[Other Ref]: /path
  "Second line title"

A [ref], [text][ref], [x][Other ref] and ![i][ref]{:.i}.`,
  `> Quote with "quotes" and 'single' marks
continued lazily
> > nested
> - list

> {: .q}

* * *

___

{::comment}
hidden *x*
{:/comment}

{::nomarkdown}
<b>*x*</b>
{:/}

Text {::comment}c{:/} and {::nomarkdown type="latex"}\\LaTeX{:/} and {::options auto_ids="false" /}.

{::options parse_block_html="true" /}

<div>
*block* html
</div>

<< quote >> \\<< x \\>> ~~strike~~ **bold _em_** ***both*** _a_b_ 2*3*4 snake_case __init__ a&b &lt; &#8364; &#x20AC; &unknown;`,
];

const containers: readonly ((lines: readonly string[]) => string[])[] = [
  (lines) => lines.map((line) => `> ${line}`),
  (lines) => lines.map((line, index) => (index === 0 ? `* ${line}` : line === '' ? '' : `  ${line}`)),
  (lines) => lines.map((line, index) => (index === 0 ? `1.  ${line}` : line === '' ? '' : `    ${line}`)),
  (lines) => lines.map((line, index) => (index === 0 ? `-\t${line}` : line === '' ? '' : `\t${line}`)),
  (lines) => ['Term', ...lines.map((line, index) => (index === 0 ? `: ${line}` : line === '' ? '' : `  ${line}`))],
  (lines) => lines.map((line, index) => (index === 0 ? `[^n]: ${line}` : line === '' ? '' : `    ${line}`)),
  (lines) => ['<div markdown="1">', ...lines, '</div>'],
  (lines) => ['<section>', ...lines, '</section>'],
  (lines) => ['<ul><li markdown="block">', ...lines, '</li></ul>'],
  (lines) => lines.map((line) => `    ${line}`),
];

function pickLines(chance: Chance): string[] {
  const lines = chance.pick(passages).split('\n');
  const from = chance.below(lines.length);
  return lines.slice(from, from + 1 + chance.below(10));
}

const margins = ['', ' ', '  ', '   ', '    ', '\t', '     ', ' \t', '> ', '* ', ': '];

function changeLines(lines: string[], chance: Chance): void {
  for (let i = chance.below(6); i > 0 && lines.length > 0; i--) {
    const at = chance.below(lines.length);
    switch (chance.below(8)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, chance.pick(['', '', '  ', '\t', '^', '{: .y}', '{:.z #w}', ' ^']));
        break;
      case 2:
        lines.splice(at, 0, lines[chance.below(lines.length)]!);
        break;
      case 3:
      case 4:
        lines[at] = chance.pick(margins) + lines[at]!;
        break;
      case 5:
        lines[at] = lines[at]!.trimStart();
        break;
      case 6:
        lines[at] += chance.pick([' ', '  ', '\t', '\\', '\\\\', '{:.e}', '<br />', ' {#h}', '|', '\r']);
        break;
      default:
        lines.splice(at, 2, lines.slice(at, at + 2).join(chance.pick(['', ' '])));
    }
  }
}

const chars = [...'*_`~[](){}<>"\'|:#-+.!^$&\\=/ \t1aé\n', '{:', '}', '</', '**', '$$', '](', '&#', '--', '\u00a0'];

function changeChars(text: string, chance: Chance): string {
  for (let i = chance.below(5); i > 0; i--) {
    const at = chance.below(text.length + 1);
    text = text.slice(0, at) + (chance.isTrue(70) ? chance.pick(chars) : '') + text.slice(at + chance.below(3));
  }
  return text.replace(/\p{Surrogate}/gu, '');
}

/** A document of passages, some in containers, with mistakes in it. */
export function generateRealLike(seed: number): string {
  const chance = new Chance(seed);
  const lines: string[] = [];
  for (let i = 1 + chance.below(4); i > 0; i--) {
    let part = pickLines(chance);
    for (let depth = chance.pick([0, 0, 1, 1, 2, 3]); depth > 0; depth--) part = chance.pick(containers)(part);
    changeLines(part, chance);
    lines.push(...part);
    if (chance.isTrue(70)) lines.push('');
  }
  return changeChars(`${lines.join('\n')}\n`, chance);
}

/** Values that each option may have. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  auto_ids: [false],
  auto_id_prefix: ['p-'],
  auto_id_stripping: [true],
  header_offset: [1, -1, 4, '2'],
  toc_levels: ['2..3', [1, 2], '1,3'],
  footnote_nr: [5],
  footnote_backlink: ['', 'back & "x"', '&#8617;'],
  footnote_backlink_inline: [true],
  footnote_prefix: ['fp-'],
  entity_output: ['numeric', 'symbolic', 'as_input', ':as_char'],
  smart_quotes: [
    'apos,apos,quot,quot',
    'laquo,raquo,bdquo,ldquo',
    '8222,8220,39,39',
    ['sbquo', 'lsquo', 'bdquo', 'ldquo'],
  ],
  typographic_symbols: [{ hellip: '...', ndash: '--', mdash: '---' }, 'laquo_space: <<', { raquo: '&gt;&gt;' }],
  parse_block_html: [true],
  parse_span_html: [false],
  html_to_native: [true],
  link_defs: [{ x: ['http://x'], 'Some Id': ['/s', 'T "t"'] }],
  math_engine: [null],
  syntax_highlighter: [null, 'unknown', 'minted'],
  syntax_highlighter_opts: [
    { default_lang: 'ruby' },
    { css_class: 'hl' },
    { disable: true },
    { span: { disable: true } },
    { block: { line_numbers: true } },
    { line_numbers: true, start_line: 4 },
    { guess_lang: false },
    { formatter: 'HTML', line_numbers: true },
  ],
  remove_line_breaks_for_cjk: [true],
  hard_wrap: [true, false],
  gfm_quirks: ['no_auto_typographic', '', 'paragraph_end,no_auto_typographic'],
  forbidden_inline_options: [['auto_ids', 'parse_block_html']],
  input: ['kramdown', 'kramdown', 'GFM', 'GFM', 'Kramdown', 'markdown', 'html'],
};

/** A few options at random. */
export function generateOptions(seed: number, names = Object.keys(values)): Record<string, unknown> {
  const chance = new Chance(seed);
  const options: Record<string, unknown> = {};
  for (let i = chance.below(5); i > 0; i--) {
    const name = chance.pick(names);
    options[name] = chance.pick(values[name]!);
  }
  return options;
}
