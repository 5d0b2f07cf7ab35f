import { parentPort } from 'node:worker_threads';
import { loadCompiled } from '../core/compiled-code.js';

const isTraining = process.env.UTTERSON_TRAINING !== undefined;
const compiled = loadCompiled('thread', import.meta.url, isTraining);
if (compiled === undefined) await import('./thread.js');
// A thread is told of no end.
else if (isTraining) parentPort?.on('message', () => setTimeout(() => compiled.keep(), 20));
