import { parentPort, workerData } from 'node:worker_threads';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { createSass, type SassRequest, type SassResult } from './sass.js';
import type { SassPlace } from './settings.js';

/** A style sheet to compile, or the word that no more will come. */
export type SassOrder = { readonly id: number; readonly text: string; readonly request: SassRequest } | 'close';

/** What came of it. `failure` is a bug's stack, where it is neither CSS nor an error of the author's. */
export interface SassDone {
  readonly id: number;
  readonly result?: SassResult;
  readonly error?: Diagnostic;
  readonly failure?: string;
}

/** A thread that compiles style sheets while pages are rendered. */
const sass = createSass(workerData as SassPlace & { readonly settings: unknown });

function compile(id: number, text: string, request: SassRequest): SassDone {
  try {
    return { id, result: sass.compile(text, request) };
  } catch (error) {
    if (error instanceof SiteError) return { id, error: error.diagnostic };
    return { id, failure: String((error as Error).stack ?? error) };
  }
}

parentPort?.on('message', (order: SassOrder) => {
  if (order === 'close') {
    sass.close();
    parentPort?.close();
  } else parentPort?.postMessage(compile(order.id, order.text, order.request));
});
