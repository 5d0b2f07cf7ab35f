import { accessSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { isTraining, relaxEngine } from './engine.js';

/** Which file of the bundle holds which part of the program; none where it runs from its sources. */
const files = JSON.parse(process.env.UTTERSON_CODE ?? '{}') as Readonly<Record<string, string>>;

/** What was loaded of a part. */
interface Loaded {
  readonly exports: unknown;
  readonly script: Script;
  /** The file of its bytecode. */
  readonly kept: string;
  /** Whether there was any when it was loaded. */
  readonly isKept: boolean;
}

const parts = new Map<string, Loaded>();

/**
 * Loads a part of the bundled program together with the bytecode that was made of it, which spares parsing and compiling.
 * Undefined where there is none for this version of V8 and none can be kept, or `UTTERSON_BYTECODE=0` says so.
 *
 * @param name the part's name
 * @param here the bundle's folder
 * @param keeps whether the process keeps bytecode in the end where there is none
 */
export function loadCompiled<T>(name: string, here: string, keeps: boolean): T | undefined {
  if (files[name] === undefined || process.env.UTTERSON_BYTECODE === '0') return undefined;
  const isUseful = isTraining || existsSync(keptFile(name, here)) || (keeps && isWritable(partFile(name, here)));
  return isUseful ? (loadPart(name, here) as T) : undefined;
}

/** Whether bytecode may be written beside a part. */
function isWritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
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
    // Bytecode keeps the name: the path would be that of the machine which made it.
    filename: `${prefix}${files[name]}`,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const module = { exports: {} };
  // That of the bundle's own file finds what is installed as well: making another would load much of Node's loader of modules.
  const requirePart = (id: string): unknown =>
    id.startsWith(prefix) ? loadPart(id.slice(prefix.length), here) : require(id);
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, requirePart, module, path, dirname(path));
  parts.set(name, { exports: module.exports, script, kept, isKept: cachedData !== undefined });
  return module.exports;
}

/** Whether a part was loaded that there is no bytecode of. */
export function lacksBytecode(): boolean {
  return [...parts.values()].some(({ isKept }) => !isKept);
}

/** Keeps the bytecode of what was compiled so far, of the parts that there was none of, for the processes to come; in training, of all. */
export function keepBytecode(): void {
  const { pid } = process;
  const { threadId } = process.getBuiltinModule('node:worker_threads');
  relaxEngine();
  for (const { script, kept, isKept } of parts.values()) {
    if (isKept && !isTraining) continue;
    const part = `${kept}.${pid}-${threadId}`;
    try {
      writeFileSync(part, script.createCachedData());
      renameSync(part, kept);
    } catch (error) {
      // Without it, each process compiles for itself.
      if (isTraining) throw error;
    }
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
