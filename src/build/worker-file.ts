import { existsSync } from 'node:fs';

/** A bundled thread's file (`worker`) beside the bundled program; undefined where the program runs from its sources (in tests). */
export function workerFile(name: string): URL | undefined {
  for (const place of [`./${name}.js`, `../${name}.js`]) {
    const file = new URL(place, import.meta.url);
    if (file.pathname.includes('/dist/') && existsSync(file)) return file;
  }
  return undefined;
}
