import { settings } from './engine-flags.js';
import { largeFrom } from './large-from.js';

/** Whether the bundle is being made, and bytecode to be kept. */
export const isTraining = process.env.UTTERSON_TRAINING !== undefined;

/** From this many bytes of documents on, optimized code pays off; some 4,500 posts. */
const longFrom = 24 * 1024 * 1024;

/** How much there is to do, as far as is known. */
const [little, some, much, most] = [0, 1, 2, 3];

/**
 * What threads know of each other: how many of them are loading (the main thread is one until its build begins); how much
 * there is to do; whether one is setting flags.
 */
export type EngineState = Int32Array;

interface Engine {
  readonly state: EngineState;
  /** Whether what a build begins with is loaded, so that V8 is to be set up for it. */
  isBegun: boolean;
}

const key = Symbol.for('utterson.engine');
/** Only where the process is ours: a program that uses the library has flags of its own. Where all parts of the bundle find it. */
const host = globalThis as { [key]?: Engine };

/**
 * To be called first where the process does nothing but what it is asked on the command line. Where bytecode is made for processes
 * to come, V8 keeps its own flags: one thread might keep its own while another sets them for the build.
 */
export function ownEngine(): void {
  if (isTraining || host[key] !== undefined) return;
  const state = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  state[0] = 1;
  host[key] = { state, isBegun: false };
}

/** Sets V8 up for a build, where the process is ours: all of it, as its flags are every thread's. */
export function tuneEngine(): void {
  const engine = host[key];
  if (engine === undefined) return;
  const { state, isBegun } = engine;
  engine.isBegun = true;
  if (!isBegun) {
    // With the bytecode that Node has of it, which is taken until any thread has set flags.
    if (settings !== undefined) process.getBuiltinModule('node:v8');
    endLoading(state, true);
  } else {
    alone(state, () => {
      if (Atomics.load(state, 0) === 0) setWanted(state);
    });
  }
}

/**
 * To be called with how many bytes of documents the process has to build with, as soon as that is known, even if only
 * roughly; with infinity, where it is to build again and again. Until then it is taken to have hardly anything to do.
 */
export function expectWork(bytes: number): void {
  const work = bytes < longFrom ? some : isLarge(bytes) ? most : much;
  const engine = host[key];
  if (engine === undefined || Atomics.load(engine.state, 1) >= work) return;
  Atomics.store(engine.state, 1, work);
  if (engine.isBegun) tuneEngine();
}

function isLarge(bytes: number): boolean {
  return Number.isFinite(bytes) && bytes >= largeFrom();
}

/** Whether the process has more to do than to look at what is there. */
export function isAtWork(): boolean {
  const engine = host[key];
  return engine !== undefined && Atomics.load(engine.state, 1) > little;
}

/**
 * Gives V8 the flags that it has by itself. It takes bytecode, that of Node's own modules as well, only under the flags
 * under which it was made.
 */
export function relaxEngine(): void {
  setFlags(settings?.usual);
}

/** Loads modules of Node's, if they are not yet loaded, or more of the program, with the bytecode that there is of them. */
export function loadRelaxed<T>(load: () => T): T {
  const engine = host[key];
  if (engine === undefined) return load();
  const { state, isBegun } = engine;
  beginLoading(state, isBegun);
  try {
    return load();
  } finally {
    endLoading(state, engine.isBegun);
  }
}

/** To be called before a thread starts, which is to be given the result: until all are loaded, V8 has its own flags. */
export function expectThread(): EngineState | undefined {
  const engine = host[key];
  if (engine === undefined) return undefined;
  if (settings !== undefined && engine.isBegun && Atomics.load(engine.state, 0) === 0) growYoungSpace();
  beginLoading(engine.state, engine.isBegun);
  return engine.state;
}

/** Bytes that the space for young objects has at first, and those of a list that fills it. */
const [youngSpace, fillerSize] = [2 ** 20, 2 ** 13];

/**
 * Fills the space for young objects, so that it grows as the build's flags say. Under V8's own, while a thread is loaded, it
 * grows so slowly that it is collected ten times meanwhile.
 */
function growYoungSpace(): void {
  for (let filled = 0; filled < youngSpace; filled += fillerSize) new Array(fillerSize / 8).fill(0);
}

/** To be called by a thread once it is loaded, with what it was given. */
export function threadIsLoaded(given: EngineState | undefined): void {
  if (given === undefined) return;
  host[key] = { state: given, isBegun: true };
  // It loads V8's module while its bytecode is still taken.
  relaxEngine();
  endLoading(given, true);
}

/** Counts one more that loads, under V8's own flags; there are no others where no build has begun. */
function beginLoading(state: EngineState, isBegun: boolean): void {
  alone(state, () => {
    Atomics.add(state, 0, 1);
    if (isBegun) relaxEngine();
  });
}

/** Counts one less. After the last of them, a build that has begun has its flags again. */
function endLoading(state: EngineState, isBegun: boolean): void {
  alone(state, () => {
    if (Atomics.sub(state, 0, 1) === 1 && isBegun) setWanted(state);
  });
}

/** How many milliseconds another thread may take to set flags; it may have been ended while it did. */
const maxWait = 20;

/** Sets flags while no other thread does: each sets several, and those of two would be mixed. */
function alone(state: EngineState, set: () => void): void {
  for (let waited = 0; waited < maxWait && Atomics.compareExchange(state, 2, 0, 1) !== 0; waited++) {
    Atomics.wait(state, 2, 1, 1);
  }
  try {
    set();
  } finally {
    Atomics.store(state, 2, 0);
    Atomics.notify(state, 2);
  }
}

function setWanted(state: EngineState): void {
  setFlags(settings?.wanted);
  const work = Atomics.load(state, 1);
  if (work === little) setFlags(settings?.wantedOfLittle);
  if (work >= much) setFlags(settings?.wantedOfLongBuilds);
  if (work === most) setFlags(settings?.wantedOfLargeSites);
}

function setFlags(flags: readonly string[] | undefined): void {
  // Loaded where there are any: it brings all of Node's streams along.
  flags?.forEach(process.getBuiltinModule('node:v8').setFlagsFromString);
}
