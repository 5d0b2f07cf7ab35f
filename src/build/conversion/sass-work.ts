import { isFile, statsOf } from '../../core/files.js';
import { type DocumentState, pendingStates, type World } from '../../render/world.js';
import type { SassRequest, SassResult } from '../../styles/compilation.js';
import { createSass, type Sass } from '../../styles/sass.js';
import { createSassProcess, type SassProcess } from '../../styles/sass-process.js';
import type { SassPlace } from '../../styles/settings.js';
import type { Sheet } from './sheets-ahead.js';

/** Sass for one site: ahead of time in a process of its own, or here and now. */
export interface SassWork extends Sass {
  /** Starts the process, as style sheets will be there. The later it starts, the more of the program's memory the system marks for it. */
  expect(): void;
  /** Hands the style sheets that rendering will ask for to the process. */
  begin(world: World, sheetOf: (state: DocumentState) => Sheet | undefined): void;
  /** Waits for a document's style sheet, if the process has it. */
  ready(state: DocumentState): Promise<void> | undefined;
}

/** Where the process fails or refuses, style sheets are compiled through the library where they are asked for. */
export function createSassWork(options: SassPlace & { readonly settings: unknown }): SassWork {
  const pending = new Map<string, Promise<void>>();
  const sheets = new Map<DocumentState, Promise<void>>();
  const done = new Map<string, Outcome>();
  let ahead: SassProcess | undefined;
  let here: Sass | undefined;
  const sass = (): Sass => (here ??= createSass(options));

  /** Builds that began. */
  let builds = 0;
  const start = async (key: string, text: string, request: SassRequest): Promise<void> => {
    const build = builds;
    const began = Date.now();
    try {
      const result = await ahead?.compile(text, request);
      // The files that a sheet imports may have changed since, where a newer edit cut a build short.
      if (result !== undefined && build === builds) done.set(key, { result, began });
    } catch {
      // An error has its place, and perhaps its remedy, where the sheet is asked for.
    } finally {
      if (build === builds) pending.delete(key);
    }
  };
  const prepare = (): SassProcess | undefined => (ahead ??= createSassProcess(options));
  return {
    expect: () => prepare()?.start(),
    get loadPaths() {
      return sass().loadPaths;
    },
    get hasSourceMap() {
      return sass().hasSourceMap;
    },
    compile(text, request) {
      const key = keyOf(text, request);
      const outcome = done.get(key);
      done.delete(key);
      return outcome !== undefined && isOfFilesAsTheyAre(outcome) ? outcome.result : compileNow(sass(), text, request);
    },
    readsOf: (text, request) => sass().readsOf(text, request),
    begin(world, sheetOf) {
      builds++;
      pending.clear();
      done.clear();
      sheets.clear();
      for (const state of pendingStates(world)) {
        const sheet = state.body.status === 'stale' ? sheetOf(state) : undefined;
        if (sheet === undefined) continue;
        const key = keyOf(sheet.text, sheet.request);
        prepare();
        const work = pending.get(key) ?? start(key, sheet.text, sheet.request);
        pending.set(key, work);
        sheets.set(state, work);
        void work.then(() => sheets.get(state) === work && sheets.delete(state));
      }
    },
    ready: (state) => sheets.get(state),
    close() {
      here?.close();
      ahead?.close();
      ahead = undefined;
    },
  };
}

interface Outcome {
  readonly result: SassResult;
  /** When the compiler began. */
  readonly began: number;
}

/** A file that never comes to rest is read by the next build. */
const maxTries = 3;

/**
 * Compiles a style sheet, again where a file was saved after Sass had read it: what is noted of the file is what is in it
 * afterwards, so no later build would see that the sheet is of something else.
 */
function compileNow(sass: Sass, text: string, request: SassRequest): SassResult {
  for (let tries = 1; ; tries++) {
    const began = Date.now();
    try {
      const result = sass.compile(text, request);
      if (tries === maxTries || isOfFilesAsTheyAre({ result, began })) return result;
    } catch (error) {
      if (tries === maxTries || !sass.readsOf(text, request).some((path) => wasChanged(path, began))) throw error;
    }
  }
}

function isOfFilesAsTheyAre({ result: { loaded, missed }, began }: Outcome): boolean {
  return (
    !loaded.some((path) => !isFile(path) || wasChanged(path, began)) && !missed.some((path) => wasChanged(path, began))
  );
}

/** Clocks of file systems run behind by so much. */
const behindMs = 4;

function wasChanged(path: string, since: number): boolean {
  const stats = statsOf(path);
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) > since - behindMs;
}

function keyOf(text: string, { path, indented, isMapped = true }: SassRequest): string {
  return `${path ?? ''} ${indented} ${isMapped}\n${text}`;
}
