import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeLazy } from '../../scripts/lazy-languages.mjs';
import { languageRules } from '../../src/markdown/highlight/rules/table.js';

it('a bundle evaluates each language when it is first asked for', () => {
  const path = fileURLToPath(new URL('../../src/markdown/highlight/rules/table.ts', import.meta.url));
  const lazy = makeLazy(readFileSync(path, 'utf8'));
  expect(lazy).not.toMatch(/^import \{/m);
  const names = [...lazy.matchAll(/^ {2}get '?([\w-]+)'?\(\) \{ return require\('\.\/[\w-]+\.js'\)\.\w+; \},$/gm)];
  expect(names.map(([, name]) => name)).toEqual(Object.keys(languageRules));
});
