import { Worker } from 'node:worker_threads';
import { SiteError } from '../core/diagnostics.js';
import type { DocumentState, World } from '../render/world.js';
import { createSass, type Sass, type SassRequest, type SassResult } from '../styles/sass.js';
import type { SassDone, SassOrder } from '../styles/sass-worker.js';
import type { SassPlace } from '../styles/settings.js';

/** Sass for one site: ahead of time in a thread of its own, or here and now. */
export interface SassWork extends Sass {
  /** Hands the style sheets that rendering will ask for to the thread. */
  begin(world: World, requestFor: (state: DocumentState) => SassRequest | undefined): void;
  /** Waits for a document's style sheet, if the thread has it. */
  ready(state: DocumentState): Promise<void> | undefined;
}

/** @param workerFile the compiled `styles/sass-worker.ts`; none where everything is compiled here */
export function createSassWork(
  options: SassPlace & { readonly settings: unknown },
  workerFile: URL | undefined,
): SassWork {
  const pending = new Map<string, Promise<void>>();
  const done = new Map<string, SassDone>();
  const waiting = new Map<number, { readonly key: string; readonly finish: () => void }>();
  let worker: Worker | undefined;
  let here: Sass | undefined;
  let lastId = 0;

  const finish = (id: number, outcome?: SassDone): void => {
    const order = waiting.get(id);
    if (order === undefined) return;
    waiting.delete(id);
    pending.delete(order.key);
    if (outcome !== undefined) done.set(order.key, outcome);
    order.finish();
    if (waiting.size === 0) worker?.unref();
  };
  const start = (file: URL): Worker => {
    const made = new Worker(file, { workerData: options });
    made.on('message', (outcome: SassDone) => finish(outcome.id, outcome));
    // Without the thread, style sheets are compiled where they are asked for.
    made.on('error', () => {
      for (const id of [...waiting.keys()]) finish(id);
    });
    return made;
  };
  return {
    get loadPaths() {
      return (here ??= createSass(options)).loadPaths;
    },
    compile(text, request) {
      const key = keyOf(text, request);
      const outcome = done.get(key);
      done.delete(key);
      return outcome === undefined || outcome.failure !== undefined
        ? (here ??= createSass(options)).compile(text, request)
        : resultOf(outcome);
    },
    begin(world, requestFor) {
      done.clear();
      if (workerFile === undefined) return;
      for (const state of world.ordered) {
        const request = state.body.status === 'stale' ? requestFor(state) : undefined;
        if (request === undefined) continue;
        const text = state.document.body;
        const key = keyOf(text, request);
        if (pending.has(key)) continue;
        worker ??= start(workerFile);
        const id = ++lastId;
        pending.set(key, new Promise((resolve) => waiting.set(id, { key, finish: resolve })));
        worker.ref();
        worker.postMessage({ id, text, request } satisfies SassOrder);
      }
    },
    ready: (state) =>
      pending.size === 0
        ? undefined
        : pending.get(keyOf(state.document.body, { path: state.document.path, indented: false })),
    close() {
      here?.close();
      worker?.postMessage('close' satisfies SassOrder);
      worker?.unref();
      worker = undefined;
    },
  };
}

/** A style sheet's path tells its syntax; texts without a path are only compiled here. */
function keyOf(text: string, { path }: SassRequest): string {
  return `${path ?? ''}\n${text}`;
}

function resultOf({ result, error }: SassDone): SassResult {
  if (error !== undefined) throw new SiteError(error);
  return result!;
}
