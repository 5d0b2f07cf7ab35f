import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { isTraining } from './engine.js';

/** Which file of the bundle holds which part of the program; none where it runs from its sources. */
const files = JSON.parse(process.env.UTTERSON_CODE ?? '{}') as Readonly<Record<string, string>>;

/** A part of the program that was loaded. */
export interface CompiledPart<T> {
  readonly exports: T;
  /** Keeps the code that was compiled so far, of all parts that were loaded, for the processes to come. */
  keep(): void;
}

/** What was loaded of a part. */
interface Loaded {
  readonly exports: unknown;
  readonly script: Script;
  /** The file of its bytecode. */
  readonly kept: string;
}

const parts = new Map<string, Loaded>();

/**
 * Loads a part of the bundled program together with the bytecode that was made of it when it was bundled, which spares
 * parsing and compiling. Undefined where there is none for this version of V8, or `UTTERSON_BYTECODE=0` says so.
 *
 * @param name the part's name
 * @param here the bundle's folder
 */
export function loadCompiled<T>(name: string, here: string): CompiledPart<T> | undefined {
  if (files[name] === undefined || process.env.UTTERSON_BYTECODE === '0') return undefined;
  if (!isTraining && !existsSync(keptFile(name, here))) return undefined;
  return { exports: loadPart(name, here) as T, keep };
}

/** Parts ask for others by `utterson:` and their names. */
const prefix = 'utterson:';

function loadPart(name: string, here: string): unknown {
  const loaded = parts.get(name);
  if (loaded !== undefined) return loaded.exports;
  const path = partFile(name, here);
  const kept = keptFile(name, here);
  const cachedData = readBytes(kept);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // That of the bundle's own file finds what is installed as well: making another would load much of Node's loader of modules.
  const requirePart = (id: string): unknown =>
    id.startsWith(prefix) ? loadPart(id.slice(prefix.length), here) : require(id);
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, requirePart, module, path, dirname(path));
  parts.set(name, { exports: module.exports, script, kept });
  return module.exports;
}

function keep(): void {
  for (const { script, kept } of parts.values()) {
    writeFileSync(`${kept}.part`, script.createCachedData());
    renameSync(`${kept}.part`, kept);
  }
}

function partFile(name: string, here: string): string {
  return join(here, 'parts', `${files[name]}.script`);
}

/** The name of a part's file changes with its text, of which V8 compares no more than the length. */
function keptFile(name: string, here: string): string {
  return `${partFile(name, here)}.${process.versions.v8}-${process.arch}.bin`;
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
