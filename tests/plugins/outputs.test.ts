import { afterEach, expect, test, vi } from 'vitest';
import { toHash } from '../../src/core/values/values.js';
import { coffeescript } from '../../src/plugins/coffeescript.js';
import { avatar } from '../../src/plugins/github/avatar.js';
import { githubMetadata } from '../../src/plugins/github/github-metadata.js';
import { jemoji } from '../../src/plugins/github/jemoji.js';
import { mentions } from '../../src/plugins/github/mentions.js';
import { octicons } from '../../src/plugins/github/octicons.js';
import { findHeadings, withAnchors } from '../../src/plugins/toc/headings.js';
import { toc } from '../../src/plugins/toc/toc.js';
import { createPage, createSite, renderTag } from './helpers.js';

afterEach(() => vi.unstubAllEnvs());

const mention = (output: string, data: object = {}, config: object = {}): string =>
  mentions.transform!({ document: createPage('a.html', data), output }, createSite({ config }));

test('mentions link names in texts', () => {
  expect(mention('<body>\n<p>@ann, a@b.c <code>@no</code> (@bob) @x/y @mention</p></body>')).toBe(
    '<body>\n<p><a href="https://github.com/ann" class="user-mention">@ann</a>, a@b.c <code>@no</code> (<a href="https://github.com/bob" class="user-mention">@bob</a>) @x/y @mention</p></body>',
  );
  expect(mention('<p>@ann</p>', {}, { 'jekyll-mentions': { base_url: 'https://x.y/~' } })).toContain(
    'href="https://x.y/~ann"',
  );
  expect(mention('<p>@ann</p>', { 'jekyll-mentions': 'https://own' })).toContain('href="https://own/ann"');
  expect(mention('<p>@ann</p>', { 'jekyll-mentions': false })).toBe('<p>@ann</p>');
  expect(() => mention('@ann', {}, { 'jekyll-mentions': 5 })).toThrow('text or a hash');
});

test('mentions leave other files as they are', () => {
  const document = createPage('a.xml');
  expect(mentions.transform!({ document, output: '@ann' }, createSite({}))).toBe('@ann');
});

test('jemoji shows pictures for names', async () => {
  const plugin = await jemoji();
  const show = (output: string, config: object = {}): string =>
    plugin.transform!({ document: createPage('a.html'), output }, createSite({ config }));
  expect(show('<p>a:zz:+1: <code>:+1:</code> :octocat: :no:</p>', { emoji: { src: '/e' } })).toBe(
    '<p>a:zz<img class="emoji" title=":+1:" alt=":+1:" src="/e/emoji/unicode/1f44d.png" height="20" width="20"> <code>:+1:</code> <img class="emoji" title=":octocat:" alt=":octocat:" src="/e/emoji/octocat.png" height="20" width="20"> :no:</p>',
  );
  expect(show('<p>:heart:</p>')).toContain('src="https://github.githubassets.com/images/icons/emoji/unicode/2764.png"');
  expect(show('<p>12:30:45<br/></p>')).toBe('<p>12:30:45<br/></p>');
});

test('avatar names one of four servers for all its sizes', () => {
  expect(renderTag(avatar, 'avatar', ' hubot size=50 lazy=true ')).toBe(
    '<img class="avatar" alt="hubot" width="50" height="50" data-proofer-ignore="true" src="" data-src="https://avatars2.githubusercontent.com/hubot?v=3&s=50" data-srcset="https://avatars2.githubusercontent.com/hubot?v=3&s=50 1x, https://avatars2.githubusercontent.com/hubot?v=3&s=100 2x, https://avatars2.githubusercontent.com/hubot?v=3&s=150 3x, https://avatars2.githubusercontent.com/hubot?v=3&s=200 4x" />',
  );
  const variables = { page: { author: 'ann' } };
  expect(renderTag(avatar, 'avatar', 'user=page.author', { variables })).toContain(
    'class="avatar avatar-small" alt="ann"',
  );
  vi.stubEnv('PAGES_AVATARS_URL', 'https://avatars.example');
  expect(renderTag(avatar, 'avatar', '@ann')).toContain('src="https://avatars.example/ann?v=3&s=40"');
});

test('octicons draw an icon with its attributes in the gem’s order', async () => {
  const plugin = await octicons();
  expect(renderTag(plugin, 'octicon', ' alert height:32 class:"right left" aria-label:hi ')).toMatch(
    /^<svg height="32" class="octicon octicon-alert right left" aria-label="hi" viewBox="0 0 24 24" version="1.1" width="32" role="img"><path .*<\/svg>$/,
  );
  expect(renderTag(plugin, 'octicon', 'x')).toMatch(
    /^<svg class="octicon octicon-x" viewBox="0 0 16 16" version="1.1" width="16" height="16" aria-hidden="true">/,
  );
  expect(() => renderTag(plugin, 'octicon', 'no-such-icon')).toThrow('no octicon');
});

test('github_edit_link is nothing where site.github is not known', () => {
  expect(renderTag(githubMetadata, 'github_edit_link', '', { page: { path: 'x' } })).toBe('');
});

test('coffeescript compiles as CoffeeScript 1 and says where it cannot', async () => {
  const [converter] = (await coffeescript()).converters!;
  expect(converter!.convert('x = (a) -> a', 'x.coffee')).toBe(
    '(function() {\n  var x;\n\n  x = function(a) {\n    return a;\n  };\n\n}).call(this);\n',
  );
  expect(() => converter!.convert('x = = 1', 'js/x.coffee')).toThrow('js/x.coffee is no CoffeeScript');
  // The compiler's own, which all errors would go through.
  expect(String(Error.prepareStackTrace)).not.toContain('getSourceMapping');
});

const html =
  '<h1 id="a">A</h1><p>x</p><h3>C &amp; c</h3><h2 class="no_toc">N</h2><div class="hide"><h2>H</h2></div><h2>Zwei Ä</h2><h2>Zwei Ä</h2>';

test('toc lists headings by level', () => {
  const context = {
    page: toHash({ toc: true }),
    host: { config: () => toHash({ no_toc_section_class: 'hide', sublist_class: 's' }) },
  };
  expect(toc.filters!.toc_only!(context as never, html)).toBe(
    '<ul id="toc" class="section-nav">\n<li class="toc-entry toc-h1"><a href="#a">A</a>\n<ul class="s">\n<li class="toc-entry toc-h3"><a href="#c--c">C &amp; c</a></li>\n<li class="toc-entry toc-h2"><a href="#zwei-%C3%A4">Zwei Ä</a></li>\n<li class="toc-entry toc-h2"><a href="#zwei-%C3%A4-1">Zwei Ä</a></li>\n</ul>\n</li>\n</ul>',
  );
  const off = { ...context, page: toHash({}) };
  expect(toc.filters!.toc_only!(off as never, html)).toBe('');
  expect(toc.filters!.toc!(off as never, html)).toBe(html);
});

test('toc puts anchors before headings of the levels asked for', () => {
  const options = toHash({ min_level: 2, max_level: 2, no_toc_section_class: ['hide'] });
  expect(findHeadings(html, options).headings).toHaveLength(2);
  expect(withAnchors('<h1>A</h1><h2 id="x">B</h2>', options)).toBe(
    '<h1>A</h1><h2 id="x">\n<a class="anchor" href="#x" aria-hidden="true"><span class="octicon octicon-link"></span></a>B</h2>',
  );
});
