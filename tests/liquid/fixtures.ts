import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Case, Result } from '../fuzz/liquid/engine.js';

/** A case of a fixture file: `=== title [mode]`, a template, `--- gives`, what Ruby prints (or `!! why it is refused`). */
export interface Fixture extends Case {
  readonly title: string;
  readonly expected: Result;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The fixture files of this folder, by name without `.txt`. */
export function fixtureFiles(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -4))
    .sort();
}

/** The path of a fixture file. */
export function fixturePath(name: string): string {
  return `${folder}${name}.txt`;
}

/** The cases of a fixture file. */
export function readFixtures(name: string): Fixture[] {
  const text = readFileSync(fixturePath(name), 'utf8');
  return text.split(/^=== /m).slice(1).map(readFixture);
}

function readFixture(text: string): Fixture {
  const [head, expected = ''] = text.split('\n--- gives\n') as [string, string?];
  const end = head.indexOf('\n');
  const title = head.slice(0, end);
  const result = expected.slice(0, -2);
  return {
    title,
    template: head.slice(end + 1),
    mode: /\[lax\]/.test(title) ? 'lax' : /\[strict\]/.test(title) ? 'strict' : 'warn',
    strict: title.includes('[strict variables]'),
    expected: result.startsWith('!! ') ? { error: result.slice(3) } : { output: result },
  };
}

/** A fixture file's text. */
export function writeFixtures(fixtures: readonly Fixture[]): string {
  return fixtures
    .map(({ title, template, expected }) => {
      const result = 'error' in expected ? `!! ${expected.error}` : expected.output;
      return `=== ${title}\n${template}\n--- gives\n${result}\n\n`;
    })
    .join('');
}
