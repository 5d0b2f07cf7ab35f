import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sanitizeUrl } from '../../src/core/route.js';
import { codeFrame } from '../../src/core/text/code-frame.js';
import { fnmatch, matchesEntry } from '../../src/core/text/fnmatch.js';
import { nearest } from '../../src/core/text/nearest.js';
import { slugify } from '../../src/core/text/slug.js';
import { escapePath, unescapePath } from '../../src/core/text/url-escape.js';
import { mergeHashes } from '../../src/core/values/merge.js';
import { parseJson } from '../../src/core/values/parse-json.js';
import { cpuTime } from '../cpu-time.js';
import { encode } from './encode.js';

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

interface SlugFixture {
  slugs: [text: string, mode: string | null, cased: boolean, slug: string][];
  urls: [path: string, escaped: string, unescaped: string][];
  sanitized: [url: string, clean: string][];
}
const { slugs, urls, sanitized } = fixture<SlugFixture>('slugs.json');

test('slugs as Jekyll', () => {
  const wrong = slugs.flatMap(([text, mode, cased, slug]) => {
    const found = slugify(text, { mode: mode ?? undefined, cased });
    return found === slug ? [] : [{ text, mode, cased, found, slug }];
  });
  expect(wrong).toEqual([]);
});

test('Jekyll 3 drops what is neither letter nor digit to it', () => {
  expect(slugify('e\u0301te\u0301', { compat: '3.10' })).toBe('e-te');
  expect(slugify('e\u0301te\u0301')).toBe('e\u0301te\u0301');
});

test('URLs are escaped, unescaped and cleaned as Jekyll does', () => {
  for (const [path, escaped, unescaped] of urls) {
    expect([path, escapePath(path), unescapePath(path)]).toEqual([path, escaped, unescaped]);
  }
  for (const [url, clean] of sanitized) expect([url, sanitizeUrl(url)]).toEqual([url, clean]);
});

test('globs as File.fnmatch', () => {
  const cases = fixture<[string, string, boolean][]>('fnmatch.json');
  const wrong = cases.filter(([pattern, text, matches]) => fnmatch(pattern, text) !== matches);
  expect(wrong).toEqual([]);
});

test('entries match by glob, by prefix, and folders with a slash behind', () => {
  const matches = (pattern: string, entry: string, isFolder = false): boolean =>
    matchesEntry([pattern], entry, () => isFolder);
  expect(matches('vendor', '/vendor-x/a')).toBe(true);
  expect(matches('vendor/', '/vendor')).toBe(false);
  expect(matches('vendor/', '/vendor', true)).toBe(true);
  expect(matches('*.tmp', '/a/b.tmp')).toBe(true);
  expect(matches('/a', '/a')).toBe(true);
});

test('JSON keeps order, types of numbers and odd keys', () => {
  const value = parseJson(
    '{"b": [1, 1.0, -2.50, 12345678901234567890], "2": "x\\u00e9\\"", "__proto__": null, "a": {}}',
  );
  expect(encode(value)).toEqual({
    $h: [
      ['b', [1, { $f: '1.0' }, { $f: '-2.5' }, 12345678901234567000]],
      ['2', 'xé"'],
      ['__proto__', null],
      ['a', { $h: [] }],
    ],
  });
  for (const text of ['{"a": 1,}', 'a: b', '[1 2]', '"a', '', '['.repeat(100_000)])
    expect(parseJson(text)).toBeUndefined();
});

test('hashes merge deep; nil keeps what was there', () => {
  const base = new Map<unknown, unknown>([
    ['a', new Map([['x', 1]])],
    ['b', 1],
  ]);
  const over = new Map<unknown, unknown>([
    ['c', null],
    ['b', null],
    ['a', new Map([['y', 2]])],
  ]);
  expect(encode(mergeHashes(base, over))).toEqual({
    $h: [
      [
        'a',
        {
          $h: [
            ['x', 1],
            ['y', 2],
          ],
        },
      ],
      ['b', 1],
      ['c', null],
    ],
  });
});

test('a frame shows the lines around a place', () => {
  const frame = codeFrame('one\ntwo\nthree\nfour\nfive', { line: 3, column: 3 }, { around: 1 });
  expect(frame).toBe('  2 | two\n> 3 | three\n    |   ^\n  4 | four');
  expect(codeFrame('x', { line: 9, column: 1 })).toBe('');
});

test('the nearest word', () => {
  expect(nearest('serv', ['build', 'serve', 'new'])).toBe('serve');
  expect(nearest('biuld', ['build', 'serve'])).toBe('build');
  expect(nearest('xyz', ['build', 'serve'])).toBeUndefined();
});

test('a long text of JSON takes time for each of its strings once, backslashes or none', () => {
  const textOf = (word: string, rows: number): string =>
    JSON.stringify(Array.from({ length: rows }, (_, id) => ({ id, name: word, text: 'x'.repeat(150) })));
  for (const word of ['plain', 'a "quoted" one', 'back\\slash']) {
    const rows = parseJson(textOf(word, 3)) as Map<string, unknown>[];
    expect(rows.map((row) => row.get('name'))).toEqual([word, word, word]);
  }
  const text = `${textOf('plain', 20_000).slice(0, -1)},"\\\\"]`;
  expect(cpuTime(() => parseJson(text))).toBeLessThan(1_000);
});
