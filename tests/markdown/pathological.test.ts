import { describe, expect, it } from 'vitest';
import { createMarkdown, type Markdown, readKramdownOptions } from '../../src/markdown/markdown.js';
import { cpuTime } from '../cpu-time.js';

const size = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));

/** Texts of 100 KB made to cost a parser more than linear time. */
const texts: Record<string, string> = {
  'opening brackets': fill('['),
  'closing brackets': fill(']'),
  'items of a list': fill('- a\n'),
  'comments that are not closed': fill('<!-- a\n\n'),
  'paragraphs between other blocks': fill('a\n\n<b>b</b>\n\n'),
  'nested brackets': '['.repeat(size / 2) + ']'.repeat(size / 2),
  'unclosed brackets and one that closes': `${fill('[a ')}]`,
  'nested images': fill('!['),
  'nested images with one end': `${fill('![')}](x)`,
  'links without an end': fill('[a]('),
  'links with open titles': fill('[a](b "'),
  'links with open angles': fill('[a](<b'),
  'references without an end': fill('[a]['),
  'brackets with parentheses': `${'['.repeat(size / 4)}a${']('.repeat(size / 4)}`,
  'open parentheses': `[a]${fill('(')}`,
  'opening emphasis': fill('*a '),
  'opening strong': fill('**a '),
  'opening underscores': fill('_a '),
  'mixed marks': fill('*a **b _c __d '),
  'emphasis in brackets': fill('*[a '),
  'brackets in emphasis': fill('[*a _b '),
  'runs of asterisks': fill('*'),
  'longer and longer emphasis': Array.from({ length: 440 }, (_, i) => `${'*'.repeat(i)}a `).join(''),
  'quotation marks': fill('"'),
  'nested quotes': fill('>'),
  'nested quotes with text': Array.from({ length: 440 }, (_, i) => `${'>'.repeat(i)} a\n`).join(''),
  'nested lists': Array.from({ length: 440 }, (_, i) => `${' '.repeat(i * 2)}- a\n`).join(''),
  'list marks on one line': fill('- '),
  'numbered marks on one line': fill('1. '),
  'many items': fill('- a\n'),
  'many loose items': fill('- a\n\n'),
  'longer and longer backticks': Array.from({ length: 440 }, (_, i) => `${'`'.repeat(i)}a `).join(''),
  backticks: fill('`a``'),
  'opening fences': fill('```a\n'),
  'a fence of a whole text': fill('~'),
  'a fence of both marks': fill('~`'),
  'a fence of backticks': fill('`'),
  'longer and longer fences': Array.from({ length: 440 }, (_, i) => `${'~'.repeat(i)}\n`).join(''),
  'fences of two characters': fill('~~~`\na\n'),
  'unclosed elements': fill('<div>'),
  'unclosed elements on lines': fill('<div>\n'),
  'unclosed elements with Markdown': fill('<div markdown="1">\n'),
  'unclosed spans': fill('<b>'),
  'spans with brackets': fill('<b>[</b>'),
  'spans with emphasis': fill('<b>*a</b> '),
  'open tags': fill('<a href="'),
  'tags without an end': fill('<a b c '),
  'open comments': fill('<!-- a '),
  'open comments on lines': fill('<!--\n'),
  'open instructions': `<div>${fill('<? a ')}`,
  'angle brackets': fill('<'),
  autolinks: fill('<http://a'),
  'closing tags': fill('</b>'),
  'attribute lists without an end': fill('{:a\n'),
  'attribute lists in text without an end': fill('*a*{:b '),
  'attribute lists with open quotes': `*a*{: ${fill('a="\\"')}}`,
  'attribute lists': fill('*a*{:.b}'),
  'attribute lists with escaped braces': fill('{: \\}x\n'),
  'extensions with escaped braces': fill('{::a \\}x\n'),
  'extensions in text with escaped braces': fill('{::a \\}'),
  'extensions without an end': fill('{::comment} '),
  'extension blocks without an end': fill('{::comment}\n'),
  'open mathematics': fill('$$a\n\n$'),
  dollars: fill('$'),
  'open strikethrough': fill('~~a '),
  'footnote references': fill('[^a] '),
  'footnote definitions': fill('[^a]: b\n'),
  'empty footnotes and blank lines': fill('[^a]:\n\n'),
  'link definitions': fill('[a]: b\n'),
  'one long link definition': `[a]: ${fill('b "c ')}\n`,
  'one long link definition in angles': `[a]: <${fill('b> "c ')}${fill(' ')}b\n`,
  'a link definition of blanks': `[a]: b${fill(' ')}c\n`,
  'table rows': fill('| a | b |\n'),
  'table without its end': `${fill('| a | b |\n')}text\n`,
  'one wide table row': fill('|a'),
  'a long row over short ones': `${'|1. '.repeat(size / 8)}\n${' |\n'.repeat(size / 6)}`,
  'tables with backticks': fill('| ` |\n'),
  'indented lines': fill('    a\n'),
  'indented and lazy lines': fill('    a\nb\n\n'),
  'definition lists': fill('a\n: b\n'),
  'definition lists without end': `a\n${fill(': b\n')}`,
  abbreviations: `*[a]: b\n\n${fill('a ')}`,
  'blank lines': fill('\n'),
  'blanks and a letter': `${' '.repeat(size)}a`,
  'lines of blanks': fill('   \n'),
  'spaces before line ends': fill('a          \n'),
  headers: fill('# a\n'),
  'underlined headers': fill('a\n---\n\n'),
  hashes: `# a${fill('#')} b`,
  ampersands: fill('&'),
  'open entities': fill('&a'),
  backslashes: fill('\\'),
  dots: fill('.'),
  hyphens: fill('-'),
  'hyphens and letters': fill('a--'),
  'angle quotes': fill('<<'),
  'one long word': fill('a'),
  'ends of blocks': fill('^\n'),
  'colons and pipes': fill(':|\n'),
};

/** What CommonMark's extensions look through. */
const extended: Record<string, string> = {
  'one long word of marks': fill('---...'),
  addresses: fill('http://'),
  'addresses and quotation marks': fill("http://a' "),
  'an address with parentheses': `http://a${fill(')')}`,
  'an address with semicolons': `http://a${fill(';')}`,
  'open footnotes': fill('![^'),
};

function needsLessThanASecond(markdown: Markdown, text: string): void {
  // The best of three, as compiling and collecting garbage count too.
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3 && best >= 1000; run++) {
    best = Math.min(
      best,
      cpuTime(() => markdown.render(text)),
    );
  }
  expect(best).toBeLessThan(1000);
}

describe('less than a second', () => {
  const kramdown = readKramdownOptions(new Map());
  const markdown = createMarkdown({ dialect: 'kramdown', kramdown });
  it.each(Object.keys(texts))('for %s', (name) => needsLessThanASecond(markdown, texts[name]!));

  const commonmark = createMarkdown({
    dialect: 'CommonMark',
    kramdown,
    commonmark: { options: ['UNSAFE', 'FOOTNOTES'], extensions: ['autolink', 'strikethrough', 'table'] },
  });
  it.each(Object.keys(extended))("for CommonMark's %s", (name) => needsLessThanASecond(commonmark, extended[name]!));
});
