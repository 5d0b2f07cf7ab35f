import { describe, expect, it } from 'vitest';
import { createMarkdown, type Markdown, readKramdownOptions } from '../../src/markdown/markdown.js';
import { readFixtures, toHash } from './fixtures.js';

function markdownWith(options: Record<string, unknown>): Markdown {
  const kramdown = readKramdownOptions(toHash(options) as Map<unknown, unknown>);
  return createMarkdown({ dialect: 'kramdown', kramdown });
}

const plain = markdownWith({});
const leadOf = (text: string, lead: number): string | undefined => plain.render(text, undefined, lead).lead;

const fixtures = readFixtures().flatMap((file) => file.fixtures.filter(({ options }) => options.alone !== true));
const separators = ['\n', '\n\n', '\n\n\n', '\n \n', '\n\n<!--more-->\n\n', '\n<!--more-->\n', '\n{:.x}\n\n', '\n^\n'];

describe('the beginning of a text', () => {
  it('has the HTML that it would have by itself, whatever is before and after its end', () => {
    let known = 0;
    for (const [index, { text, options }] of fixtures.entries()) {
      const markdown = markdownWith(options);
      for (const [at, separator] of separators.entries()) {
        const after = fixtures[(index * 7 + at * 131 + 1) % fixtures.length]!.text;
        const whole = `${text}${separator}${after}`;
        const blank = text.indexOf('\n\n') + 1;
        for (const length of [text.length, text.length + 1, text.length + separator.length, blank, blank + 1]) {
          const { lead } = markdown.render(whole, undefined, length);
          if (lead === undefined) continue;
          known++;
          const { html, warnings } = markdown.render(whole.slice(0, length));
          expect({ lead, warnings }, JSON.stringify([whole, length])).toEqual({ lead: html, warnings: [] });
        }
      }
    }
    expect(known).toBeGreaterThan(800);
  });

  it('is known where it is paragraphs and headers', () => {
    expect(leadOf('A *b* [c](d).\n\n## E', 13)).toBe('<p>A <em>b</em> <a href="d">c</a>.</p>\n');
    expect(leadOf('A\n\n<!--more-->\nB', 3)).toBe('<p>A</p>\n\n');
    expect(leadOf('## A\n\nB\nC\n\n> D', 9)).toBe('<h2 id="a">A</h2>\n\n<p>B\nC</p>\n');
  });

  it('is not known where the rest of the text has a say, or where it ends within a block', () => {
    expect(leadOf('A [b].\n\n[b]: c', 6)).toBeUndefined();
    expect(leadOf('A b.\n\n*[b]: c', 4)).toBeUndefined();
    expect(leadOf('A[^1]\n\n[^1]: c', 5)).toBeUndefined();
    expect(leadOf('a\n\n: b', 1)).toBeUndefined();
    expect(leadOf('a\nb', 1)).toBeUndefined();
    expect(leadOf('a b\n\nc', 1)).toBeUndefined();
    expect(leadOf('* a\n\n* b', 3)).toBeUndefined();
  });
});
