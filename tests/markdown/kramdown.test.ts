import { describe, expect, it } from 'vitest';
import { createMarkdown, readKramdownOptions } from '../../src/markdown/markdown.js';
import { readFixtures, toHash } from './fixtures.js';

for (const { file, fixtures } of readFixtures()) {
  describe(file, () => {
    it.each(fixtures)('$name', ({ text, options, html }) => {
      const kramdown = readKramdownOptions(toHash(options) as Map<unknown, unknown>);
      expect(createMarkdown({ dialect: 'kramdown', kramdown }).render(text).html).toBe(html);
    });
  });
}
