import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { createCommonMark } from '../../src/markdown/commonmark.js';
import { createMarkdown, readKramdownOptions } from '../../src/markdown/markdown.js';

interface Example {
  readonly number: number;
  readonly section: string;
  readonly text: string;
  readonly html: string;
}

/** The examples of the CommonMark specification. */
function readExamples(): Example[] {
  const path = createRequire(import.meta.url).resolve('commonmark-spec/spec.txt');
  const spec = readFileSync(path, 'utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/^<!-- END TESTS -->[\s\S]*/m, '');
  const examples: Example[] = [];
  let section = '';
  for (const found of spec.matchAll(/^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$|^#{1,6} *(.*)$/gm)) {
    const [, text, html, header] = found;
    if (header !== undefined) section = header;
    else {
      const tabs = (part: string): string => part.replaceAll('→', '\t');
      examples.push({ number: examples.length + 1, section, text: tabs(text!), html: tabs(html!) });
    }
  }
  return examples;
}

describe('the CommonMark specification', () => {
  const examples = readExamples();
  const render = createCommonMark({ options: [], extensions: [] });
  it('has its 652 examples', () => expect(examples).toHaveLength(652));
  it.each(examples)('$number, $section', ({ text, html }) => expect(render(text)).toBe(html));
});

const kramdown = readKramdownOptions(new Map());

function render(text: string, options: string[], extensions: string[]): string {
  return createMarkdown({ dialect: 'CommonMark', kramdown, commonmark: { options, extensions } }).render(text).html;
}

describe('markdown: CommonMark', () => {
  it('has no extensions but those that are asked for', () => {
    expect(render('~~a~~ http://b.c\n', [], [])).toBe('<p>~~a~~ http://b.c</p>\n');
    expect(render('~~a~~ http://b.c\n', [], ['strikethrough', 'autolink'])).toBe(
      '<p><del>a</del> <a href="http://b.c">http://b.c</a></p>\n',
    );
  });

  it('prints tables with align attributes', () => {
    const html = render('| a | b |\n|:-:|---|\n| 1 | 2 |\n', [], ['table']);
    expect(html).toContain('<th align="center">a</th>\n<th>b</th>');
    expect(html).toContain('<td align="center">1</td>\n<td>2</td>');
  });

  it('filters tags', () => {
    expect(render('a <title>b</title>\n\n<script>\nx\n</script>\n', [], ['tagfilter'])).toBe(
      '<p>a &lt;title>b&lt;/title></p>\n&lt;script>\nx\n&lt;/script>\n',
    );
  });

  it('makes punctuation typographic where it is asked to', () => {
    expect(render('"a" -- b\'s --- c... ---- (c)\n', ['SMART'], [])).toBe('<p>“a” – b’s — c… –– (c)</p>\n');
    expect(render('a\nb\n', ['HARDBREAKS'], [])).toBe('<p>a<br />\nb</p>\n');
    expect(render('a\nb\n', ['NOBREAKS'], [])).toBe('<p>a b</p>\n');
  });

  it('wraps code as Jekyll does', () => {
    expect(render('```ruby\na < b\n```\n', [], [])).toBe(
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a &lt; b\n' +
        '</code></pre></div></div>\n',
    );
  });
});

describe('markdown: GFM', () => {
  it('has all extensions', () => {
    const markdown = createMarkdown({ dialect: 'GFM', kramdown });
    expect(markdown.render('~~a~~ http://b.c\n\n|a|\n|-|\n').html).toBe(
      '<p><del>a</del> <a href="http://b.c">http://b.c</a></p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n',
    );
  });
});
