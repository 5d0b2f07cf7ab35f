import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Case, type Result, renderCase } from '../fuzz/liquid/engine.js';

const file = new URL('stored-cases.json.gz', import.meta.url);
const cases = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as (Case & Result)[];

describe('templates made by chance', () => {
  test('there are some', () => {
    expect(cases.length).toBeGreaterThan(400);
  });

  test('print what Ruby printed', () => {
    const different = cases.filter(({ template, mode, strict, ...expected }) => {
      return JSON.stringify(renderCase({ template, mode, strict })) !== JSON.stringify(expected);
    });
    expect(different).toEqual([]);
  });
});
