import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/check/read-page.js';

const urls = (html: string): string[] => readPage(html).links.map(({ element, url }) => `${element} ${url}`);

describe('links of a page', () => {
  test.each([
    ['<a href="/a/">A</a><A HREF=b>', ['a /a/', 'a b']],
    ['<a href="?x=1&amp;y=2&eacute;">', ['a ?x=1&y=2é']],
    ['<a href="  /a ">', ['a /a']],
    ['<a name="top">', []],
    ['<a href="/a/"><a href="/a/">', ['a /a/']],
    ['<img src=x.png srcset="a.png 1x, b.png 2x,c.png">', ['img x.png', 'img a.png', 'img b.png', 'img c.png']],
    [
      '<source srcset="data:image/png;base64,AAAA 1x, d.png 640w">',
      ['source data:image/png;base64,AAAA', 'source d.png'],
    ],
    ['<video src=v.mp4 poster=p.jpg><track src=t.vtt></video>', ['video v.mp4', 'video p.jpg', 'track t.vtt']],
    ['<script src="/s.js">document.write("<a href=/no>")</script>', ['script /s.js']],
    ['<style>a[href="<a href=/no>"]</style><!-- <a href="/no"> -->', []],
    ['<textarea><a href="/no"></textarea><a href="/yes">', ['a /yes']],
    ['<link rel=preconnect href="//fonts.example"><link rel=stylesheet href=/m.css>', ['link /m.css']],
    ['<svg><use xlink:href="i.svg#a"/></svg>', ['use i.svg#a']],
    [
      '<object data=o.pdf></object><iframe src=f.html></iframe><embed src=e.swf>',
      ['object o.pdf', 'iframe f.html', 'embed e.swf'],
    ],
    ['<p data-src="/no" cite="/no">', []],
    ['<a href>', ['a ']],
    ['<link rel=preload as=image imagesrcset="a.png 1x, b.png 2x">', ['link a.png', 'link b.png']],
    [
      '<style>p { background: url(a.png) }</style><p style="background: url(&quot;b.png&quot;)">',
      ['style a.png', 'p b.png'],
    ],
    ['<meta http-equiv=Refresh content="0; URL=\'/a/\'">', ['meta /a/']],
    ['<meta http-equiv=refresh content="5;url=/a b"><meta http-equiv=refresh content=30>', ['meta /a b']],
    [
      '<meta property="og:image" content="/a.png"><meta name="twitter:image" content=b.png>',
      ['meta /a.png', 'meta b.png'],
    ],
    ['<meta property="og:image:width" content=30><meta name=url content=no>', []],
  ])('of %s', (html, expected) => {
    expect(urls(html)).toEqual(expected);
  });

  test('and what can be linked to', () => {
    const { anchors, base } = readPage(
      '<base href="/x/"><base href="/y/"><h1 id="a b">A</h1><a name=c></a><form name=no>',
    );
    expect([[...anchors!], base]).toEqual([['a b', 'c'], '/x/']);
    expect(readPage('<p>').base).toBeUndefined();
  });
});
