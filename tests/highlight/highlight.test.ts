import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrammar } from '../../src/markdown/highlight/grammars.js';
import { createHighlighter } from '../../src/markdown/highlight/highlighter.js';
import { applyOptions } from '../../src/markdown/highlight/html.js';
import { lexers } from '../../src/markdown/highlight/lexers.js';
import { readKramdownOptions } from '../../src/markdown/markdown.js';
import { createSiteMarkdown } from '../../src/markdown/site-markdown.js';
import { leavingOut, textOfSpans } from './classes.js';
import { listSamples, readText } from './samples.js';

const highlighter = createHighlighter();
const settings = { dialect: 'kramdown', kramdown: readKramdownOptions(new Map([['guess_lang', true]])) } as const;

describe('classes are those of Rouge', () => {
  it.each(listSamples())('$language', ({ language, path, expectedPath }) => {
    const code = readText(path);
    const html = highlighter.highlight(code, language);
    const expected = readText(expectedPath);
    expect(html).toBe(expected);
    if (!leavingOut.has(language)) expect(textOfSpans(html)).toBe(code);
  });
});

describe('PHP that does not begin with its mark', () => {
  it.each([
    ['x y;\n$a <?php b', 'n">x</span>'],
    ['EOT;\n$a = 1; ?>\n<b>', 'no">EOT</span>'],
    ['x <?php a', '^x <span class="cp">&lt;?php</span>'],
  ])('%j is read as Rouge reads it', (code, start) => {
    const html = highlighter.highlight(code, 'php');
    expect(html.startsWith(start.startsWith('^') ? start.slice(1) : `<span class="${start}`)).toBe(true);
  });
});

describe('lines that end with a carriage return', () => {
  it.each([
    ['yaml', '...\r\nd: 1\r\n- \r\n', 's">...</span>^\nna">d</span>pi">:</span> m">1</span>^\npi">-</span> \r\n'],
    ['yaml', 'a: |\r\n  b\r\n\r\n', 'na">a</span>pi">:</span> pi">|</span>^\n  s">b</span>^\n\r\n'],
    ['ruby', '<<-A\r\nb\r\n  A\r\n', 'o">&lt;&lt;-</span>no">A</span>\rsh">\nb\r\n</span>no">  A\r</span>\n'],
  ])('%s: %j is read as Rouge reads it', (language, code, expected) => {
    const html = highlighter.highlight(code, language);
    expect(html.replaceAll('<span class="err">\r</span>', '^').replaceAll('<span class="', '')).toBe(expected);
  });
});

describe('what is cut off or out of place', () => {
  it.each([
    ['r', '"\\"', 's2">"\\"</'],
    ['nginx', '$_ (x', 'nv">$_</ s">(x</'],
    ['yaml', 'a: > y#z\nb: |v3\n', 'na">a</pi">:</ pi">&gt;</ err">y</c1">#z</\nerr">b</s">: |v3</\n'],
    ['yaml', '|v3', 'pi">|</err">v</pi">3</'],
    ['markdown', '[](x "ut', 'p">[](</sx">x</ err">"ut</'],
    ['php', '09', 'mi">09</'],
    ['ruby', '1 % ?𤳳.a', 'mi">1</ o">%</ sc">?𤳳</p">.</nf">a</'],
    ['ruby', 'a../x/', 'n">a</o">..</sr">/x/</'],
    ['perl', 'q$', 'nv">q</err">$</'],
    ['ruby', 'a ? b ::c : d ? e:f', 'n">a</ p">?</ n">b</ o">::</n">c</ p">:</ n">d</ p">?</ n">e</p">:</n">f</'],
    ['coq', 'Check a.b', 'k">Check</w"> </nn">a</p">.</'],
    ['crystal', "'a\\'", "s1\">'\\'</"],
    ['escape', 'a <!b & c!> d <!e', 'a err">b &amp; c</ d err">e</'],
    ['escape?start=[[&end=]]&lang=ruby', 'x = 1 [[y]] 2', 'n">x</ o">=</ mi">1</ err">y</ mi">2</'],
    [
      'typescript',
      'a:{}b:{}c:{}d:{}e:{}f:{};g:h',
      'nx">a</p">:{}</nl">b</p">:{}</nl">c</p">:{}</nl">d</p">:{}</nl">e</p">:{}</nl">f</p">:{}</err">;</nx">g</p">:</nx">h</',
    ],
    [
      'tsx',
      'a:{}b:{}c:{}d:{}e:{}f:{};g:h',
      'nx">a</p">:{}</nl">b</p">:{}</nl">c</p">:{}</nl">d</p">:{}</nl">e</p">:{}</nl">f</p">:{}</err">;</nx">g</p">:</nx">h</',
    ],
    ['markdown', '```\n#!/bin/bash -e\n# c\n```\n', 'p">```</nl">\n</c">#!/bin/bash -e</\nc"># c</\np">```</\n'],
    ['janet', '``a`b``', 'sh">``a`b``</'],
    ['janet', '```a', 'sh">``</err">`</n">a</'],
  ])('%s: %j is read as Rouge reads it', (language, code, expected) => {
    const html = highlighter.highlight(code, language);
    expect(html.replaceAll('<span class="', '').replaceAll('</span>', '</')).toBe(expected);
  });
});

describe('sessions with options', () => {
  it.each([
    [
      'lang=python&prompt=>>>,...',
      '>>> f("""\n... a""")\n# b\n[1]\n',
      'gp">&gt;&gt;&gt;</w"> </n">f</p">(</s">"""\n</gp">...</w"> </s">a"""</p">)</\nc"># b\n</go">[1]\n</',
    ],
    ['prompt=$', 'a > b\n~$ ls\n# $\n', 'go">a &gt; b\n</gp">~$</w"> </nb">ls</\nc"># $\n</'],
    [
      'error=E:,!&output=json&prompt=%',
      '% ls\n[1]\n! x\n',
      'gp">%</w"> </nb">ls</\np">[</mi">1</p">]</w">\n</gr">! x\n</',
    ],
    ['comments=true&lang=no-such', '# a\n> ls\n', 'c"># a\n</gp">&gt;</w"> </nb">ls</\n'],
  ])('console?%s reads %j as Rouge does', (options, code, expected) => {
    const { html } = createSiteMarkdown(settings).render(`~~~ console?${options}\n${code}~~~\n`);
    const spans = html.slice(html.indexOf('<code>') + 6, html.indexOf('</code>'));
    expect(spans.replaceAll('<span class="', '').replaceAll('</span>', '</')).toBe(expected);
  });
});

describe('names of languages', () => {
  it('knows aliases, options and unknown names', () => {
    expect(highlighter.highlight('x = 1', 'rb')).toBe(highlighter.highlight('x = 1', 'ruby'));
    expect(highlighter.highlight('{}', 'json?a=b')).toBe('<span class="p">{}</span>');
    expect(highlighter.highlight('<a> & "b"', 'no-such')).toBe('&lt;a&gt; &amp; "b"');
    expect(highlighter.highlight('<a>\n', undefined)).toBe('&lt;a&gt;\n');
    expect(highlighter.highlight('<a>\n', 'plaintext')).toBe('&lt;a&gt;\n');
  });

  it('names only grammars that Shiki has', () => {
    expect(lexers.filter(([, , grammar]) => grammar !== '' && !readGrammar(grammar)).map(([tag]) => tag)).toEqual([]);
  });
});

describe('code is never changed', () => {
  const scraps = fc.constantFrom(
    '"',
    "'",
    '`',
    '\\',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '&',
    '&amp;',
    '#{',
    '${',
    '$(',
    '<<EOS\n',
    'EOS\n',
    '/*',
    '*/',
    '//',
    '#',
    '--',
    '<!--',
    '-->',
    '<?php',
    '?>',
    '<script>',
    '</script>',
    '<style>',
    '```ruby\n',
    '```\n',
    '---\n',
    '%w[',
    '/a/',
    ':sym',
    '"""',
    "'''",
    'f"',
    'r#"',
    '@"',
    'if',
    'def x',
    'class A',
    'é',
    '😀',
    '\u2028',
    '\0',
    '0x1f',
    '1.5e3',
    ':',
    ';',
    ',',
    '=',
    '=>',
    '|',
    '>',
    '- a',
    'key: |\n  b',
    '!tag',
  );
  const anyCode = fc
    .array(fc.oneof(scraps, fc.string({ maxLength: 6 })), { maxLength: 25 })
    .map((parts) => parts.join(''));
  const languages = [
    ...listSamples().map((sample) => sample.language),
    'jsonc',
    'irb',
    'tsx',
    'properties',
    'conf',
    'abap',
    'apex',
  ];

  it.each(languages.filter((language) => !leavingOut.has(language)))('%s', (language) => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(textOfSpans(highlighter.highlight(code, language))).toBe(code);
      }),
      { numRuns: 30 },
    );
  });
});

describe('Shiki’s own colours', () => {
  it('are CSS variables for both themes', () => {
    const html = highlighter.highlightThemed('<b>1</b>\n', 'html', { light: 'github-light', dark: 'github-dark' });
    expect(html).toContain('<span style="--shiki-light:#22863A;--shiki-dark:#85E89D">b</span>');
    expect(html.endsWith('\n')).toBe(true);
    expect(html.replace(/<[^>]*>/g, '')).toBe('&lt;b&gt;1&lt;/b&gt;\n');
  });

  it('give way to plain text and to GitHub’s themes', () => {
    const themes = { light: 'no-such', dark: 'no-such' };
    expect(highlighter.highlightThemed('a < b', 'no-such', themes)).toBe('a &lt; b');
    expect(highlighter.highlightThemed('a < b', undefined, themes)).toBe('a &lt; b');
    expect(highlighter.highlightThemed('{}', 'json', themes)).toContain('--shiki-light:');
  });
});

describe('line numbers and marks', () => {
  const spans = 'a <span class="s">"b\nc"</span>\nd';

  it('cuts spans at the ends of lines', () => {
    expect(applyOptions(spans, { markLines: [2] })).toBe(
      'a <span class="s">"b</span>\n<span class="hll"><span class="s">c"</span>\n</span>d\n',
    );
    expect(applyOptions('a\nb\n', { markLines: [2] })).toBe('a\n<span class="hll">b\n</span>');
  });

  it('makes the table of the highlight tag', () => {
    expect(applyOptions('a\nb\n', { lineNumbers: true, firstLine: 7 })).toBe(
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">7\n8\n</pre></td><td class="code"><pre>a\nb\n</pre></td></tr></tbody></table>',
    );
    expect(applyOptions('a', { lineNumbers: true, markLines: [1] })).toBe(
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td><td class="code"><pre><span class="hll">a\n</span></pre></td></tr></tbody></table>',
    );
    expect(applyOptions('a', {})).toBe('a');
  });
});
