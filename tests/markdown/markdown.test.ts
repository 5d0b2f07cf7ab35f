import { describe, expect, it } from 'vitest';
import { createMarkdown, readKramdownOptions, smartify } from '../../src/markdown/markdown.js';

const kramdown = readKramdownOptions(new Map());

describe('smartify', () => {
  // By the real Jekyll.
  const cases: [text: string, html: string][] = [
    ['"a" -- b... <<c>> &amp; &copy; it\'s', '“a” – b… «c» &amp; © it’s'],
    ['<p>"a" <b>"b"</b></p>', '<p>"a" <b>"b"</b></p>'],
    ['<div>"raw"</div>\nafter "x"', '<div>"raw"</div>\nafter “x”'],
    ['*a* `"b"` # "c"\n\n"d"\n', '*a* `”b”` # “c”\n\n“d”'],
    ['<code>"x" -- y</code> "z"', '<code>"x" -- y</code> “z”'],
  ];
  it.each(cases)('%s', (text, html) => expect(smartify(text)).toBe(html));

  it('leaves code without a language as it is where HTML becomes native', () => {
    const native = readKramdownOptions(new Map([['html_to_native', true]]));
    expect(smartify('a <code>"b"</code>', native)).toBe('a <code>"b"</code>');
    expect(smartify('<pre>c</pre>', native)).toBe('<pre><code>c\n</code></pre>');
  });

  it('takes quotation marks from the options', () => {
    const own = readKramdownOptions(new Map([['smart_quotes', 'lsaquo,rsaquo,laquo,raquo']]));
    expect(smartify('"a" \'b\'', own)).toBe('«a» ‹b›');
    expect(smartify('"a"')).toBe('“a”');
    for (const input of ['markdown', 'html']) {
      expect(smartify('"a"', readKramdownOptions(new Map([['input', input]])))).toBe('“a”');
    }
  });
});

describe('zero bytes', () => {
  it('belong to no language', () => {
    const markdown = createMarkdown({ dialect: 'kramdown', kramdown: readKramdownOptions(new Map()) });
    expect(markdown.render('~~~\0\na\n~~~').html).toContain('<div class="language-plaintext highlighter-rouge">');
  });
});

describe('a link definition with a whole image', () => {
  const image = `data:image/png;base64,${'iVBORw0KGgo'.repeat(9000)}=`;
  it.each([
    [`<${image}>`, `<img src="${image}" alt="" />`],
    [`  ${image}  "a "b" c" `, `<img src="${image}" alt="" title="a &quot;b&quot; c" />`],
    [`<${image}>\n  'a'`, `<img src="${image}" alt="" title="a" />`],
  ])('%#', (definition, html) => {
    const kramdown = readKramdownOptions(new Map());
    const { render } = createMarkdown({ dialect: 'kramdown', kramdown });
    expect(render(`![][a]\n\n[a]: ${definition}\n`).html).toBe(`<p>${html}</p>\n\n`);
  });
});

it('takes NUL off the ends of an address, as Ruby does of any text', () => {
  const { render } = createMarkdown({ dialect: 'kramdown', kramdown: readKramdownOptions(new Map()) });
  expect(render('[x](\0a\0)').html).toBe('<p><a href="a">x</a></p>\n');
});

describe('warnings', () => {
  const markdown = createMarkdown({ dialect: 'kramdown', kramdown });
  const cases: [text: string, message: string, line: number][] = [
    ['a\n\n[none] b', "No link definition for link ID 'none' found", 3],
    ['* a\n\n  > b\n  > c [^x]\n', "Footnote definition for 'x' not found", 4],
    ['a\n\n[^u]: b', "Footnote definition for 'u' is unreferenced - ignoring", 3],
    ['a\n\nb\n</i>', "Found invalidly used HTML closing tag for 'i'", 4],
    ['a\n\n<div>\nb', "Found no end tag for 'div' - auto-closing it", 3],
    ['[a]: b\n[a]: c', "Duplicate link ID 'a' - overwriting", 2],
    ['{::foo /}', "Invalid extension with name 'foo' specified - ignoring it", 1],
    ['a\n{: =}', 'No or invalid attributes found in IAL/ALD content:  =', 2],
    ['{::options foo="1" /}', "Unknown kramdown option 'foo'", 1],
    ['{::options template="x" /}', 'Option template may not be set inline', 1],
  ];
  it.each(cases)('%j', (text, message, line) => {
    expect(markdown.render(text).warnings).toContainEqual({ message, line });
  });
  it.each(['# a\n\n*b* [c](d)\n', 'a[^1]\n\n[^2]: b\n[^1]: c[^2]\n'])('are none for a good text: %j', (text) => {
    expect(markdown.render(text).warnings).toEqual([]);
  });
});

describe('options', () => {
  it('by names that every object has are none', () => {
    const names = ['constructor', 'toString', '__proto__'];
    expect(readKramdownOptions(new Map(names.map((name) => [name, 1])))).toEqual(kramdown);
  });

  it('can be sent to a worker', () => {
    const options = readKramdownOptions(
      new Map<unknown, unknown>([
        ['toc_levels', '2..3'],
        ['syntax_highlighter_opts', new Map<unknown, unknown>([['block', new Map([['line_numbers', true]])]])],
        ['typographic_symbols', new Map([['hellip', '...']])],
        ['link_defs', new Map([['a', ['b']]])],
      ]),
    );
    expect(structuredClone(options)).toEqual(options);
    expect(options.tocLevels).toEqual([2, 3]);
    expect(options.codeBlocks.hasLineNumbers).toBe(true);
    expect(options.codeSpans.hasLineNumbers).toBe(false);
  });

  it.each([
    ['toc_levels', '0..9'],
    ['footnote_nr', 'x'],
    ['smart_quotes', 'a,b'],
    ['smart_quotes', 'lsquo,rsquo,ldqou,rdquo'],
    ['latex_headers', 'section,subsection'],
    ['math_engine_opts', null],
    ['math_engine_opts', 'katex'],
  ])('refuses %s: %s', (name, value) => {
    expect(() => readKramdownOptions(new Map([[name, value]]))).toThrow(name);
  });

  it('takes the highlighter of the site where there is no own', () => {
    expect(readKramdownOptions(new Map(), 'none').syntaxHighlighter).toBe('none');
    expect(readKramdownOptions(new Map([['syntax_highlighter', 'rouge']]), 'none').syntaxHighlighter).toBe('rouge');
  });
});

describe('highlighting', () => {
  const asked: [code: string, language: string | undefined][] = [];
  const markdown = createMarkdown({
    dialect: 'kramdown',
    kramdown,
    highlight: (code, language) => {
      asked.push([code, language]);
      return `<i>${language}</i>`;
    },
  });

  it('is asked for known languages only, and not for plain text', () => {
    asked.length = 0;
    const { html } = markdown.render('```ruby\nx\n```\n\n```unheard-of\ny\n```\n\n`z <`\n');
    expect(asked).toEqual([['x\n', 'ruby']]);
    expect(html).toContain('<pre class="highlight"><code><i>ruby</i></code></pre></div></div>\n');
    expect(html).toContain('<pre><code class="language-unheard-of">y\n</code></pre>\n');
    expect(html).toContain('<code class="language-plaintext highlighter-rouge">z &lt;</code>');
  });
});

describe('a converter', () => {
  it('keeps nothing of one text for the next', () => {
    const markdown = createMarkdown({ dialect: 'kramdown', kramdown });
    const first = markdown.render(
      '# a\n\n[b][c] d[^1]\n\n*[d]: e\n[c]: x\n[^1]: f\n{::options auto_ids="false" /}\n',
    ).html;
    expect(markdown.render('# a\n\n[b][c] d[^1]\n').html).toBe('<h1 id="a">a</h1>\n\n<p>[b][c] d[^1]</p>\n');
    expect(
      markdown.render('# a\n\n[b][c] d[^1]\n\n*[d]: e\n[c]: x\n[^1]: f\n{::options auto_ids="false" /}\n').html,
    ).toBe(first);
  });
});
