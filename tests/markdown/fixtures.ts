import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the fixtures. */
export const fixtureFolder = fileURLToPath(new URL('../kramdown', import.meta.url));

/**
 * A text with what kramdown makes of it. In a fixture file: `%%% name {options}`, the text, `%%% html`, the HTML,
 * `%%% end`. The option `alone` is for kramdown without Jekyll. A `␍` stands for a carriage return.
 */
export interface Fixture {
  readonly name: string;
  readonly options: Record<string, unknown>;
  readonly text: string;
  readonly html: string;
}

const pattern = /^%%% (.+?)(?: (\{.*\}))?\n([\s\S]*?)\n?^%%% html\n([\s\S]*?)^%%% end$/gm;

/** The cases of a fixture file. */
export function parseFixtures(content: string): Fixture[] {
  return [...content.matchAll(pattern)].map(([, name, options, text, html]) => ({
    name: name!,
    options: JSON.parse(options ?? '{}') as Record<string, unknown>,
    text: text!.replaceAll('␍', '\r'),
    html: html!,
  }));
}

/** The cases as they stand in a file. */
export function formatFixtures(fixtures: readonly Fixture[]): string {
  return fixtures
    .map(({ name, options, text, html }) => {
      const head = Object.keys(options).length === 0 ? name : `${name} ${JSON.stringify(options)}`;
      return `%%% ${head}\n${text.replaceAll('\r', '␍')}\n%%% html\n${html}%%% end\n`;
    })
    .join('\n');
}

/** Every fixture file with its cases. */
export function readFixtures(): { file: string; path: string; fixtures: Fixture[] }[] {
  return readdirSync(fixtureFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((file) => {
      const path = join(fixtureFolder, file);
      return { file, path, fixtures: parseFixtures(readFileSync(path, 'utf8')) };
    });
}

/** Options as they stand in JSON, as the configuration has them. */
export function toHash(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toHash);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, toHash(inner)]));
}
