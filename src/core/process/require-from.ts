import { loadRelaxed } from './engine.js';

/**
 * Node's `require` as a file has it. What makes one is loaded with the first, as most builds need none.
 *
 * @param file its path or address
 */
export function requireFrom(file: string): NodeJS.Require {
  const { createRequire } = loadRelaxed(() => process.getBuiltinModule('node:module'));
  return createRequire(file);
}
