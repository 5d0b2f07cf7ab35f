import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractExcerpt, standardBlocks } from '../../src/read/documents/excerpt.js';
import { parseFrontMatter, splitFrontMatter } from '../../src/read/documents/front-matter.js';
import { cpuTime } from '../cpu-time.js';

interface Fixture {
  frontMatter: [text: string, parts: [head: string, body: string] | null][];
  excerpts: [body: string, separator: string, excerpt: string][];
}
const { frontMatter, excerpts } = JSON.parse(
  readFileSync(new URL('fixtures/texts.json', import.meta.url), 'utf8'),
) as Fixture;

test('front matter ends where Jekyll ends it', () => {
  const wrong = frontMatter.flatMap(([text, wanted]) => {
    const parts = splitFrontMatter(text);
    const found = parts === undefined ? null : [parts.matter, parts.body];
    return JSON.stringify(found) === JSON.stringify(wanted) ? [] : [{ text, found, wanted }];
  });
  expect(wrong).toEqual([]);
});

test('the YAML of front matter begins with its first line', () => {
  const errorOf = (text: string): string | undefined => parseFrontMatter(text, 'a.md').error?.diagnostic.code;
  expect(parseFrontMatter('---\r\na: 1\r\n---\r\nb', 'a.md')).toMatchObject({ data: new Map([['a', 1]]), body: 'b' });
  expect(errorOf('---\v\n12\n---\n')).toBe('yaml/syntax');
  expect(errorOf('---\n%YAML 1.1\n--- x\n---\n')).toBeUndefined();
  expect(errorOf('---\n---\u00a0\n---\n')).toBe('front-matter/not-a-hash');
  expect(errorOf('---\n# c\n--- x\n---\n')).toBeUndefined();
});

test('excerpts are what Jekyll cuts out', () => {
  const wrong = excerpts.flatMap(([body, separator, wanted]) => {
    const { text } = extractExcerpt(body, separator, standardBlocks);
    return text === wanted ? [] : [{ body, separator, text, wanted }];
  });
  expect(wrong).toEqual([]);
});

test('a megabyte of tags that never end is cut at once', () => {
  const spent = cpuTime(() => {
    for (const piece of ['{% if ', '{% endif ', '{%', '[a]: ', ' [', '\n---x', '---\n ']) {
      const body = `{% if x %}[a]${piece.repeat(1_000_000 / piece.length)}\n\nb`;
      extractExcerpt(body, '\n\n', standardBlocks);
      splitFrontMatter(`---\n${body}`);
    }
  });
  expect(spent).toBeLessThan(5000);
});

test('a plugin’s block is closed too', () => {
  const body = '{% details %}\na\n\nb{% enddetails %}';
  expect(extractExcerpt(body, '\n\n', new Set([...standardBlocks, 'details']))).toEqual({
    text: '{% details %}\na\n{% enddetails %}',
    isModified: true,
  });
  expect(extractExcerpt(body, '\n\n', standardBlocks).isModified).toBe(false);
});

describe('the line of the body', () => {
  test.each([
    ['---\na: 1\n---\nbody', 4],
    ['---\na: 1\n---\n\n\nbody', 6],
    ['---\r\na: 1\r\n---\r\nbody', 4],
    ['---\n---\nbody', 3],
    ['---\na: |\n  ---\n  x\n...\nbody', 6],
    ['body', 1],
  ])('%j begins at %i', (text, line) => {
    const { body, bodyLine } = parseFrontMatter(text, 'a.md');
    expect([body, bodyLine]).toEqual(['body', line]);
  });
});
