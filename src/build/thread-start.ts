import { parentPort } from 'node:worker_threads';
import { isTraining, loadCompiled } from '../core/compiled-code.js';

const compiled = loadCompiled('thread', import.meta.url);
if (compiled === undefined) await import('./thread.js');
// A thread is told of no end.
else if (isTraining) parentPort?.on('message', () => setTimeout(() => compiled.keep(), 20));
