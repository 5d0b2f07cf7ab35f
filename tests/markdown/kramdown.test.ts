import { describe, expect, it } from 'vitest';
import { readPlainOptions } from '../../src/markdown/kramdown/options/options.js';
import { createMarkdown, readKramdownOptions } from '../../src/markdown/markdown.js';
import { readFixtures, toHash } from './fixtures.js';

for (const { file, fixtures } of readFixtures()) {
  describe(file, () => {
    it.each(fixtures)('$name', ({ text, options, html }) => {
      const { alone, ...given } = options;
      const read = alone === true ? readPlainOptions : readKramdownOptions;
      const kramdown = read(toHash(given) as Map<unknown, unknown>);
      expect(createMarkdown({ dialect: 'kramdown', kramdown }).render(text).html).toBe(html);
    });
  });
}
