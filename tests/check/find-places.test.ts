import { expect, test } from 'vitest';
import { findPlaces } from '../../src/check/find-places.js';
import { formatPlace } from '../../src/core/diagnostics.js';

const places = (url: string, text: string, prefixes: readonly string[] = []): string[] =>
  findPlaces(url, prefixes, [{ path: 'a.md', text }]).map(formatPlace);

test.each([
  ['/x', 'see [a](/x) and\n<a href="/x">', ['a.md:1:9', 'a.md:2:10']],
  ['/x', '[a]: /x "Title"', ['a.md:1:6']],
  ['/x', 'url: /x\n', ['a.md:1:6']],
  ['/x', 'see /x/y, a/x, /xy and /x.html', []],
  ['/x?a&b', '<a href="/x?a&amp;b">', ['a.md:1:10']],
  ['/%C3%A9', '[a](/é)', ['a.md:1:5']],
  ['/b/x', '[a]({{ "/x" | relative_url }})', ['a.md:1:9']],
  ['/b/x', '[a]({{ site.baseurl }}/x)', ['a.md:1:23']],
  ['/b/x#y', '[a]({{ "/x" | relative_url }}#y)', ['a.md:1:9']],
  ['/', '[a](/)', []],
  ['none', 'of none (none) [a](none)\nnone at all', ['a.md:1:10', 'a.md:1:20']],
  ['none', '[a]: none\nurl: none\n  - none\nb - none', ['a.md:1:6', 'a.md:2:6', 'a.md:3:5']],
])('%s in %j', (url, text, expected) => {
  expect(places(url, text, ['/b'])).toEqual(expected);
});

test('the first text that has it counts', () => {
  const sources = ['none', 'x "/u" y', '"/u"'].map((text, index) => ({ path: `${index}.html`, text }));
  expect(findPlaces('/u', [], sources).map(formatPlace)).toEqual(['1.html:1:4']);
});
