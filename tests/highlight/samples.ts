import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** A sample: its language, file and what Rouge makes of it (from `expected/`). */
export interface Sample {
  readonly language: string;
  readonly name: string;
  readonly path: string;
  readonly expectedPath: string;
}

/** All samples of `samples/`, each named after its language. */
export function listSamples(): Sample[] {
  return readdirSync(`${folder}samples`)
    .sort()
    .map((name) => {
      const language = name.replace('.txt', '');
      return { language, name, path: `${folder}samples/${name}`, expectedPath: `${folder}expected/${language}.html` };
    });
}

/** A file's text. */
export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
