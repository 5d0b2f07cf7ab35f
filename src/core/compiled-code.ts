import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { relaxEngine } from './engine.js';

/** Which file of the bundle holds which part of the program; none where it runs from its sources. */
const files = JSON.parse(process.env.UTTERSON_CODE ?? '{}') as Readonly<Record<string, string>>;

/** Whether the bundle is being made, and bytecode to be kept. */
export const isTraining = process.env.UTTERSON_TRAINING !== undefined;

/** A part of the program that was loaded. */
export interface CompiledPart<T> {
  readonly exports: T;
  /** Keeps the code that was compiled so far, for the processes to come. */
  keep(): void;
}

/**
 * Loads a part of the bundled program together with the bytecode that was made of it when it was bundled, which spares
 * parsing and compiling. Undefined where there is none for this version of V8, or `UTTERSON_BYTECODE=0` says so.
 *
 * @param name the part's name
 * @param here the bundle's folder
 */
export function loadCompiled<T>(name: string, here: string): CompiledPart<T> | undefined {
  const file = files[name];
  if (file === undefined || process.env.UTTERSON_BYTECODE === '0') return undefined;
  const path = join(here, 'parts', `${file}.script`);
  // The name of the file changes with its text, of which V8 compares no more than the length.
  const kept = `${path}.${process.versions.v8}-${process.arch}.bin`;
  const cachedData = readBytes(kept);
  if (cachedData === undefined && !isTraining) return undefined;
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  // That of the bundle's own file finds what is installed as well: making another would load much of Node's loader of modules.
  run(module.exports, require, module, path, dirname(path));
  return {
    exports: module.exports as T,
    keep() {
      relaxEngine();
      writeFileSync(`${kept}.part`, script.createCachedData());
      renameSync(`${kept}.part`, kept);
    },
  };
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
