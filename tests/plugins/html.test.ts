import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elementsOf, isWithin, parseHtml, replaceTexts, textOf } from '../../src/plugins/html/html.js';
import { serializeHtml } from '../../src/plugins/html/serialize.js';
import { cpuTime } from '../cpu-time.js';

/** HTML and what Nokogiri (libxml2 2.9.14) makes of it as a fragment. */
const cases = JSON.parse(readFileSync(new URL('html-cases.json', import.meta.url), 'utf8')) as [string, string][];

test.each(cases)('%j is written as libxml2 writes it', (html, expected) => {
  expect(serializeHtml(parseHtml(html))).toBe(expected);
});

test('texts are changed outside ignored elements only', () => {
  const root = parseHtml('<p>a <code>a</code> <em>a</em></p>');
  replaceTexts(root, new Set(['code']), (html) => html.replace('a', '<b>x</b>'));
  expect(serializeHtml(root)).toBe('<p><b>x</b> <code>a</code> <em><b>x</b></em></p>');
});

test('elements know what they stand in', () => {
  const root = parseHtml('<div><pre><b>one</b> two</pre></div>');
  const bold = elementsOf(root).find(({ name }) => name === 'b')!;
  expect(isWithin(bold, new Set(['pre']))).toBe(true);
  expect(isWithin(bold, new Set(['ul']))).toBe(false);
  expect(textOf(root)).toBe('one two');
});

test('a name without its prefix is that of all within', () => {
  const bold = elementsOf(parseHtml('<o:pre><b>one</b></o:pre>')).find(({ name }) => name === 'b')!;
  expect(isWithin(bold, new Set(['pre']))).toBe(true);
});

test('what is nested without end is read and written', () => {
  const html = `${'<b>'.repeat(30_000)}x${'</i>'.repeat(30_000)}`;
  expect(cpuTime(() => serializeHtml(parseHtml(html)))).toBeLessThan(1000);
});

test('an element may have any number of others in it', () => {
  expect(elementsOf(parseHtml(`<div>${'<br>'.repeat(200_000)}</div>`))).toHaveLength(200_001);
});

test.each(['\n', '\r\n', ' ', '<o:p>', '</p>', '</body>', '<body ', '<p a="', '&#'])(
  '100 KB of %j are read in a time that follows their length',
  (piece) => {
    const html = piece.repeat(100_000 / piece.length);
    expect(cpuTime(() => parseHtml(html))).toBeLessThan(1000);
  },
);

test('broken HTML of any size ends', () => {
  const html = `${'<div '.repeat(20_000)}${'<!-- '.repeat(1000)}&#xffffffff;`;
  expect(typeof serializeHtml(parseHtml(html))).toBe('string');
});
