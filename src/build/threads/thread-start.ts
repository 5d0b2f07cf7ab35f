import { parentPort, workerData } from 'node:worker_threads';
import { lazily } from '../../core/lazily.js';
import { keepBytecode, lacksBytecode, loadCompiled } from '../../core/process/compiled-code.js';
import { type EngineState, isTraining, threadIsLoaded } from '../../core/process/engine.js';
import { keepBytecodeTask, type Task, warmUpTask } from '../../core/process/thread-pool.js';
import { type CheckTask, checkPortions, readManifest } from '../../output/manifest.js';
import type * as Thread from './thread.js';
import type { Done } from './thread-pool.js';

/** What most tasks are carried out with; a look at the destination needs nothing of it. */
const compiled = lazily(() => loadCompiled<typeof Thread>('thread', import.meta.dirname, true));
const load = lazily(async () => {
  const thread = compiled() ?? (await import('./thread.js'));
  loaded();
  return thread;
});
const loaded = lazily(() => threadIsLoaded(workerData as EngineState | undefined));

async function carryOut(task: Task): Promise<unknown> {
  if (task.kind === warmUpTask.kind) return void (await load());
  if (task.kind === keepBytecodeTask.kind) return keepBytecode();
  if (task.kind !== 'check') return (await load()).carryOut(task);
  loaded();
  const { root, manifest, begun } = task as CheckTask;
  return checkPortions(root, readManifest(manifest), begun);
}

let last = Promise.resolve();

parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  last = last.then(async () => {
    let result: unknown;
    try {
      result = await carryOut(task);
    } catch {
      // Whoever sent it does it himself, and meets the error there.
    }
    parentPort?.postMessage({ id, result, hasToKeep: isTraining || lacksBytecode() } satisfies Done);
  });
});
