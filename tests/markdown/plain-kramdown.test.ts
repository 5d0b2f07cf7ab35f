import { describe, expect, it } from 'vitest';
import { renderKramdown } from '../../src/index.js';

describe('renderKramdown', () => {
  it('has the defaults of kramdown, not those of Jekyll', () => {
    expect(renderKramdown('a `b`\nc').html).toBe('<p>a <code>b</code>\nc</p>\n');
    expect(renderKramdown('a `b`\nc', { input: 'GFM' }).html).toBe('<p>a <code>b</code><br />\nc</p>\n');
  });

  it('takes lists and objects as options', () => {
    const options = { link_defs: { id: ['/url', 'Title'] }, toc_levels: [2], auto_ids: false };
    expect(renderKramdown('# [id]', options).html).toBe('<h1><a href="/url" title="Title">id</a></h1>\n');
  });

  it.each(['{id: ["/\\u00e9", T]} # more', 'id:\n  - "/\\u00e9"\n  - T # more\n', '---\nid: ["/é", T]'])(
    'reads a hash in YAML: %j',
    (link_defs) => {
      expect(renderKramdown('[id]', { link_defs }).html).toBe('<p><a href="/é" title="T">id</a></p>\n');
    },
  );

  it.each(['{id: [:symbol]}', '{id: [2020-01-01]}', '{id: [&x a], other: *x}', '{id: [a', '- a', ''])(
    'refuses what is none, as Ruby does: %j',
    (link_defs) => {
      expect(() => renderKramdown('[id]', { link_defs })).toThrow('Invalid YAML value for option link_defs');
    },
  );

  it('highlights code', () => {
    expect(renderKramdown('~~~ ruby\nx = 1\n~~~').html).toContain('<span class="mi">1</span>');
  });

  it('guesses the language of code where it is asked to', () => {
    const options = { input: 'GFM', syntax_highlighter_opts: { guess_lang: true } };
    const shell = '<span class="c">#!/bin/sh</span>\n<span class="nb">echo </span>a';
    expect(renderKramdown('```\n#!/bin/sh\necho a\n```', options).html).toContain(shell);
    expect(renderKramdown('```guess\n#!/bin/sh\necho a\n```', { input: 'GFM' }).html).toContain(shell);
    expect(renderKramdown('```guess\na b\n```', { input: 'GFM' }).html).toBe(
      '<pre><code class="language-guess">a b\n</code></pre>\n',
    );
  });

  it('gives warnings of odd Markdown', () => {
    expect(renderKramdown('a\n\n[b]').warnings).toEqual([
      { message: "No link definition for link ID 'b' found", line: 3 },
    ]);
  });

  it('refuses what kramdown refuses', () => {
    expect(() => renderKramdown('', { toc_levels: '9' })).toThrow('toc_levels');
    expect(() => renderKramdown('', { footnote_nr: 'one' })).toThrow('footnote_nr');
    expect(() => renderKramdown('', { syntax_highlighter_opts: null })).toThrow('syntax_highlighter_opts');
  });

  it('nests elements that are never closed as deep as kramdown does', () => {
    const cells = '<td>x <span>'.repeat(150);
    const { html } = renderKramdown(`<table>${cells}y</table>\n`);
    expect(html).toContain(`${cells}y&lt;/table&gt;\n${'</span></td>'.repeat(149)}`);
    const speakers = Array.from({ length: 500 }, (_, index) => `who${String.fromCharCode(97 + (index % 26))}`);
    const log = `So ${speakers.map((name) => `<${name}> said`).join(' ')}`;
    const ends = speakers.toReversed().map((name) => `</${name}>`);
    expect(renderKramdown(log).html).toBe(`<p>${log}${ends.join('')}</p>\n`);
  });
});
