import { existsSync } from 'node:fs';

/** The file that threads of a kind start with, beside the bundled program; undefined where that runs from its sources, as in tests. */
export function workerFile(name: string): URL | undefined {
  for (const place of [`./${name}.js`, `../${name}.js`]) {
    const file = new URL(place, import.meta.url);
    if (file.pathname.includes('/dist/') && existsSync(file)) return file;
  }
  return undefined;
}
