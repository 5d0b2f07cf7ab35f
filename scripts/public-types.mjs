import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Removes the declarations of a folder that its `index.d.ts` leads nowhere near: those of the program's own business. */
export function keepPublicTypes(folder) {
  const kept = new Set();
  const keep = (file) => {
    if (kept.has(file)) return;
    kept.add(file);
    for (const [, path] of readFileSync(join(folder, file), 'utf8').matchAll(
      /(?:\bfrom |\bimport\()["'](\..*?)\.js["']/g,
    )) {
      keep(normalize(join(dirname(file), `${path}.d.ts`)));
    }
  };
  keep('index.d.ts');
  for (const name of readdirSync(folder, { recursive: true })) {
    if (name.endsWith('.d.ts') && !kept.has(name)) rmSync(join(folder, name));
  }
}
