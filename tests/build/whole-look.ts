import { vi } from 'vitest';
import { replaceModule } from '../replaced-modules.js';

/** A function that is called whenever somebody asks for what looks at a whole site. To be called in `vi.hoisted`. */
export function watchWholeLooks() {
  const look = vi.fn();
  replaceModule<typeof import('../../src/build.js')>('build.ts', (real) => ({
    ...real,
    createBuilder: (...given) => {
      look();
      return real.createBuilder(...given);
    },
  }));
  return look;
}
