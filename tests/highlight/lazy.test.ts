import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeLazy } from '../../scripts/lazy-languages.mjs';
import { otherRules } from '../../src/markdown/highlight/rules/other.js';
import { usualRules } from '../../src/markdown/highlight/rules/usual.js';

it.each([
  ['usual', usualRules],
  ['other', otherRules],
])('a bundle evaluates each language when it is first asked for: %s', (file, rules) => {
  const path = fileURLToPath(new URL(`../../src/markdown/highlight/rules/${file}.ts`, import.meta.url));
  const lazy = makeLazy(readFileSync(path, 'utf8'));
  expect(lazy).not.toMatch(/^import \{/m);
  const names = [...lazy.matchAll(/^ {2}get '?([\w-]+)'?\(\) \{ return require\('\.\/[\w-]+\.js'\)\.\w+; \},$/gm)];
  expect(names.map(([, name]) => name)).toEqual(Object.keys(rules));
});

it('no language is in both tables', () => {
  expect(Object.keys(usualRules).filter((tag) => tag in otherRules)).toEqual([]);
});
