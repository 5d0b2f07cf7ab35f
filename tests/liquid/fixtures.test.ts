import { describe, expect, test } from 'vitest';
import { renderCase } from '../fuzz/liquid/engine.js';
import { fixtureFiles, readFixtures } from './fixtures.js';

describe.each(fixtureFiles())('%s', (name) => {
  test.each(readFixtures(name))('$title', (fixture) => {
    expect(renderCase(fixture)).toEqual(fixture.expected);
  });
});
