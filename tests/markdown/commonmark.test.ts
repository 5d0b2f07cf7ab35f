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
  const render = createCommonMark({ options: ['UNSAFE'], extensions: [] });
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
    expect(render('a <title>b</title>\n\n<script>\nx\n</script>\n', ['UNSAFE'], ['tagfilter'])).toBe(
      '<p>a &lt;title>b</title></p>\n&lt;script>\nx\n</script>\n',
    );
  });

  it('makes punctuation typographic where it is asked to', () => {
    expect(render('\'tis "x\n', ['SMART'], [])).toBe('<p>’tis “x</p>\n');
    expect(render('"a" -- b\'s --- c... ---- (c)\n', ['SMART'], [])).toBe('<p>“a” – b’s — c… –– (c)</p>\n');
    expect(render('a\nb\n', ['HARDBREAKS'], [])).toBe('<p>a<br />\nb</p>\n');
    expect(render('a\nb\n', ['NOBREAKS'], [])).toBe('<p>a b</p>\n');
  });

  it('wraps code as Jekyll does', () => {
    expect(render('```ruby\na < b\n```\n', [], [])).toBe(
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code data-lang="ruby">a &lt; b\n' +
        '</code></pre></div></div>\n',
    );
  });
});

/** What jekyll-commonmark 1.4 with commonmarker 0.23 made of these. */
const said: readonly (readonly [text: string, options: string[], extensions: string[], html: string])[] = [
  [
    'a <b>c</b>\n\n<div>\n',
    [],
    [],
    '<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n<!-- raw HTML omitted -->\n',
  ],
  [
    '[a](javascript:x) ![c](FILE:x\'y "t")\n',
    [],
    [],
    '<p><a href="javascript:x">a</a> <img src="FILE:x&#x27;y" alt="c" title="t" /></p>\n',
  ],
  ['~a~ ~~b~~ ~~~c~~~\n', [], ['strikethrough'], '<p><del>a</del> <del>b</del> ~~~c~~~</p>\n'],
  ['~a~ ~~b~~\n', ['STRIKETHROUGH_DOUBLE_TILDE'], ['strikethrough'], '<p>~a~ <del>b</del></p>\n'],
  [
    'www.a.b/c_d, (http://x.y/(z)). v1@b.co [x http://n.o] http://q.r/a\\_b\n',
    [],
    ['autolink'],
    '<p><a href="http://www.a.b/c_d">www.a.b/c_d</a>, (<a href="http://x.y/(z)">http://x.y/(z)</a>). ' +
      '<a href="mailto:v1@b.co">v1@b.co</a> [x http://n.o] <a href="http://q.r/a%5C_b">http://q.r/a\\_b</a></p>\n',
  ],
  [
    '- [ ] a\n- [x] b *c*\n- d\n',
    [],
    ['tasklist'],
    '<ul>\n<li><input type="checkbox" disabled="" /> a</li>\n' +
      '<li><input type="checkbox" checked="" disabled="" /> b <em>c</em></li>\n<li>d</li>\n</ul>\n',
  ],
  [
    'a[^2] b[^n] c[^no]\n\n[^n]: one\n[^2]: two\n\n    - three\n\n[^un]: four\n',
    ['FOOTNOTES'],
    [],
    '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> b<sup class="footnote-ref"><a href="#fn2" id="fnref2">2</a></sup> c[^no]</p>\n' +
      '<section class="footnotes">\n<ol>\n<li id="fn1">\n<p>two</p>\n<ul>\n<li>three</li>\n</ul>\n' +
      '<a href="#fnref1" class="footnote-backref">↩</a>\n</li>\n' +
      '<li id="fn2">\n<p>one <a href="#fnref2" class="footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>\n',
  ],
  ['a\n<x,y>\n', ['LIBERAL_HTML_TAG', 'UNSAFE'], [], '<p>a\n<x,y></p>\n'],
];

describe('what cmark-gfm and its gem print', () => {
  it.each(said)('%j %j %j', (text, options, extensions, html) => expect(render(text, options, extensions)).toBe(html));

  it('names the language of code on the element that is asked for', () => {
    expect(render('- a\n  ```nope x\n  <\n  ```\n', ['GITHUB_PRE_LANG'], [])).toBe(
      '<ul>\n<li>a\n<div class="language-nope highlighter-rouge"><div class="highlight"><pre class="highlight" data-lang="nope">' +
        '<code>&lt;\n</code></pre></div></div>\n</li>\n</ul>\n',
    );
  });
});

describe('markdown: CommonMarkGhPages', () => {
  const settings = { options: ['UNSAFE'], extensions: [], isPages: true };
  const convert = (text: string): string =>
    createMarkdown({ dialect: 'CommonMark', kramdown, commonmark: settings }).render(text).html;

  it('gives headers ids', () => {
    expect(convert('# A *b* c!\n# A b c\n# A b c\n## 12 Äx\n#\n')).toBe(
      '<h1 id="a-embem-c">A <em>b</em> c!</h1>\n<h1 id="a-b-c">A b c</h1>\n<h1 id="a-b-c-1">A b c</h1>\n' +
        '<h2 id="x">12 Äx</h2>\n<h1 id="section"></h1>\n',
    );
  });

  it('wraps code of known languages only', () => {
    expect(convert('```ruby,x\na\n```\n```nope\n"\n```\n\n    b\n')).toBe(
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>a\n</code></pre></div></div>\n' +
        '<pre><code class="language-nope">&quot;\n</code></pre><pre><code>b\n</code></pre>',
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
