import { join } from 'node:path';
import { afterAll, inject } from 'vitest';

const source = join(import.meta.dirname, '..', 'src');
const replaced = new Map<string, (real: object) => object>();
/** What has begun, whose importers have it for good. */
const begun = new Set<string>();

/**
 * Puts another module in place of one of the program's, for all who import it. It is to be called in `vi.hoisted`, before any
 * module of the program begins, in a file of tests that has a process of its own (`apart` in `vitest.config.ts`).
 *
 * @param path the module below `src`; one of those that `bundled-program.ts` names
 * @param make is given the real module when it begins
 */
export function replaceModule<Module extends object>(path: string, make: (real: Module) => Module): void {
  if (inject('bundle') === undefined)
    throw new Error('Modules are replaced only where no files are watched: vitest run');
  const file = join(source, path);
  if (begun.has(file)) throw new Error(`${path} has begun`);
  replaced.set(file, make as unknown as (real: object) => object);
  afterAll(() => {
    if (!begun.has(file)) throw new Error(`${path} never began`);
  });
}

Object.assign(globalThis, {
  utterson_replaced(file: string, real: object): object | undefined {
    begun.add(file);
    return replaced.get(file)?.(real);
  },
});
