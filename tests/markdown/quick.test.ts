import { describe, expect, it } from 'vitest';
import { type PrintBlock, printQuickly } from '../../src/markdown/kramdown/quick/blocks.js';
import { QuickSpans } from '../../src/markdown/kramdown/quick/spans.js';
import { createMarkdown, type Markdown, readKramdownOptions } from '../../src/markdown/markdown.js';
import { readFixtures, toHash } from './fixtures.js';

function markdownWith(options: Record<string, unknown>): Markdown {
  const kramdown = readKramdownOptions(toHash(options) as Map<unknown, unknown>);
  return createMarkdown({ dialect: 'kramdown', kramdown });
}

const quick = markdownWith({});
/** A link that no text knows of has every text read as a tree. */
const tree = markdownWith({ link_defs: { '\u0001': ['/nowhere'] } });

/** What texts are put together of: everything that means something, and all that it may stand next to. */
const pieces =
  `word|a|b c| |  |⏎|⏎|⏎⏎|⏎⏎|*|**|_|__|***|\`|\`\`|[x](y)|[a *b* c](http://e.com/x_y)|![i](j.png)|[|](u)|]|(|)|"|'|'s
"q"|...|..|--|---|- |* |1. |2. |+ |# |## |### x|> |> > |<b>x</b>|<!-- c -->⏎⏎|<div>⏎x⏎</div>⏎|<br>|&|&amp;|& |&#38;|¦|\\*|\\|\\\\|~~|~|$|$$
¦ a ¦ b ¦⏎¦---¦---¦⏎¦ c ¦ d ¦⏎|é|“|日本|:|!|{|}|^|=|===⏎|---⏎|***⏎|\`\`\`⏎code⏎\`\`\`⏎|\`\`\`ruby⏎x⏎⏎y⏎\`\`\`⏎|    |⇥|  - n|  c|.|1|-|<|>|>>|<<
<http://e.com>|@x|'90s|"*a*"|it's|(“a”)|a_b_c|[ ] t|[x] t|s|"s|⏎: |⏎⏎: d
[x][y]|[y]|⏎⏎[y]: /u "t"⏎⏎|[^1]|⏎⏎[^1]: a *note*⏎⏎|{: .a}|⏎{: #b}⏎|⏎⏎*[word]: w⏎⏎|{:c: .d}⏎|{::options smart_quotes="39,39,34,34" /}|{:.e}|{::comment}x{:/}|* toc⏎{:toc}⏎⏎`
    .split(/[|\n]/)
    .map((piece) => piece.replaceAll('⏎', '\n').replaceAll('¦', '|').replaceAll('⇥', '\t'));
const fillers = ['word ', 'some text ', ' and', 'x', '. The '];

function generate(seed: number): string {
  let state = (seed * 2_654_435_761) >>> 0;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  let text = '';
  for (let left = 2 + below(24); left > 0; left--) {
    text += pieces[below(pieces.length)];
    if (below(3) === 0) text += fillers[below(fillers.length)];
    if (below(8) === 0) text += '\n\n';
  }
  return text;
}

function expectSame(text: string): void {
  const lead = text.indexOf('\n\n', text.length % 40) + (text.length % 3);
  const { lead: quickLead, ...made } = quick.render(text, undefined, lead);
  expect(made, JSON.stringify(text)).toEqual(tree.render(text));
  if (quickLead !== undefined)
    expect(quickLead, JSON.stringify([text, lead])).toBe(tree.render(text.slice(0, lead)).html);
}

describe('a text that is printed without a tree', () => {
  it('comes to what it does with one, whatever stands next to what', () => {
    for (let seed = 0; seed < 12_000; seed++) expectSame(generate(seed));
  });

  it('comes to what it does with one, whatever is before and after it', () => {
    const texts = readFixtures().flatMap(({ fixtures }) => fixtures.map(({ text }) => text));
    for (const [index, text] of texts.entries()) {
      const other = texts[(index * 131 + 7) % texts.length]!;
      for (const between of ['\n', '\n\n', '\n\n# x\n\n', '\n\n- x\n', '\n\n> x\n\n'])
        expectSame(text + between + other);
    }
  });

  it('comes to the same when it is printed once more', () => {
    const text = '| a |\n|---|\n| b |\n\n```\nc\n```\n\ntext <b>d</b>\n\n| e |\n|---|\n| f |\n';
    const { html } = tree.render(text);
    expect([quick.render(text).html, quick.render(text).html]).toEqual([html, html]);
  });

  it('is one where it is what most posts are', () => {
    const options = readKramdownOptions(new Map());
    const withTree: string[] = [];
    const printBlock: PrintBlock = (text, pos) => {
      withTree.push(text.slice(pos, text.indexOf('\n', pos)));
      return undefined;
    };
    const text = [
      '## A *title*, "quoted"',
      "Text with *stress*, **much *more* of it**, `code`, a [link *with* `code`](/a_b?c=d&e), it's --- well... so",
      'on  \nand ![an image](/i.png), 2 * 3 & snake_case.',
      '- One "item"\n- [two](b)\n- *three*',
      '1. One\n2. Two',
      '> Quoted\n> text\n>\n> - with a list',
      '<!--more-->',
      'Title\n=====',
      '* * *',
      'End \\*.',
    ].join('\n\n');
    const made = printQuickly(`${text}\n`, 0, { options, spans: new QuickSpans('<code>'), printBlock });
    expect(withTree).toEqual([]);
    expect(made?.html).toBe(tree.render(text).html.replaceAll(/<code class="[^"]*">/g, '<code>'));
  });
});
