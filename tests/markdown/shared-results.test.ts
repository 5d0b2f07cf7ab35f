import { describe, expect, it } from 'vitest';
import type { MarkdownResult } from '../../src/markdown/markdown.js';
import { readShared, shareResults } from '../../src/markdown/shared-results.js';

const resultOf = (html: string, lead?: string): MarkdownResult => ({
  html,
  warnings: [{ message: `warning of ${html.length}`, line: 2 }],
  unknownLanguages: ['klingon'],
  ...(lead === undefined ? {} : { lead }),
});

describe('results for another thread', () => {
  it.each([
    ['none', []],
    ['none that was converted', [undefined, undefined]],
    ['empty ones', [resultOf(''), undefined, resultOf('', '')]],
    [
      'those of a batch',
      [resultOf('<p>“ü” 𝒎</p>', '<p>“'), undefined, resultOf('<p>plain</p>'), resultOf('ﬀ'.repeat(9000))],
    ],
    [
      'long ones',
      [resultOf('long '.repeat(100_000)), resultOf('„lang“'.repeat(100_000), 'x'), undefined, resultOf('')],
    ],
  ])('are the same there: %s', (_what, results) => {
    const there = readShared(structuredClone(shareResults(results)));
    expect(there.map((result) => result && { ...result, html: result.html, bytes: undefined })).toEqual(
      results.map((result) => result && { ...result, bytes: undefined }),
    );
    for (const [index, result] of there.entries())
      expect(Buffer.from(result?.bytes ?? []).toString()).toBe(results[index]?.html ?? '');
  });

  it('are not changed by those that come after them', () => {
    const first = readShared(shareResults([resultOf('<p>first</p>')]));
    shareResults([resultOf('<p>other</p>')]);
    expect(first[0]!.html).toBe('<p>first</p>');
  });
});
