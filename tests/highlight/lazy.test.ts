import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeLazy, tables, tagsOf } from '../../scripts/lazy-languages.mjs';
import { otherRules } from '../../src/markdown/highlight/rules/other.js';
import { programRules } from '../../src/markdown/highlight/rules/program.js';
import { systemRules } from '../../src/markdown/highlight/rules/system.js';
import { webRules } from '../../src/markdown/highlight/rules/web.js';

const rulesOf = { web: webRules, system: systemRules, program: programRules, other: otherRules };

it.each(Object.entries(rulesOf))('a bundle evaluates each language when it is first asked for: %s', (file, rules) => {
  const path = fileURLToPath(new URL(`../../src/markdown/highlight/rules/${file}.ts`, import.meta.url));
  const source = readFileSync(path, 'utf8');
  const lazy = makeLazy(source);
  expect(lazy).not.toMatch(/^import \{/m);
  const names = [...lazy.matchAll(/^ {2}get '?([\w-]+)'?\(\) \{ return require\('\.\/[\w-]+\.js'\)\.\w+; \},$/gm)];
  expect(names.map(([, name]) => name)).toEqual(Object.keys(rules));
  expect(tagsOf(source)).toEqual(Object.keys(rules));
});

it('each language is in one table, and each table a piece of the bundle', () => {
  const tags = Object.values(rulesOf).flatMap(Object.keys);
  expect(new Set(tags).size).toBe(tags.length);
  expect(Object.keys(rulesOf)).toEqual(tables);
});
