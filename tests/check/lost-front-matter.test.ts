import { expect, test } from 'vitest';
import { findLostFrontMatter } from '../../src/check/lost-front-matter.js';

test.each([
  ['---\ntitle: A\n---\ntext', undefined],
  ['---\n---\ntext', undefined],
  ['---\ntitle: A\n...\n', undefined],
  ['text\n\n---\n\ntext: a\n---\n', undefined],
  ['\n---\n\nA rule above.\n\n---\n', undefined],
  ['---\ntitle: A\n\ntext\n', { reason: 'endless', offset: 0 }],
  ['---\r\ntitle: A\r\n--\r\n', { reason: 'endless', offset: 0 }],
  ['---\nA rule above.\n', undefined],
  ['\n---\ntitle: A\n---\ntext', { reason: 'late', offset: 1 }],
  ['  ---\r\ntitle: A\r\nlayout: b\r\n---\r\n', { reason: 'late', offset: 2 }],
])('in %j', (text, found) => {
  expect(findLostFrontMatter(text)).toEqual(found);
});
