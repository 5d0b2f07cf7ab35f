import { existsSync } from 'node:fs';

/** The bundled worker beside the bundled program; undefined where the program runs from its sources (in tests). */
export function workerFile(): URL | undefined {
  for (const place of ['./worker.js', '../worker.js']) {
    const file = new URL(place, import.meta.url);
    if (file.pathname.includes('/dist/') && existsSync(file)) return file;
  }
  return undefined;
}
