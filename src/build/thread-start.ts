import { parentPort, workerData } from 'node:worker_threads';
import { keepBytecode, lacksBytecode, loadCompiled } from '../core/compiled-code.js';
import { keepOrder, type Order, readyOrder } from '../core/crew.js';
import { type EngineState, isTraining, threadIsLoaded } from '../core/engine.js';
import { lazily } from '../core/lazily.js';
import { type LookOrder, looksAsLeft, readManifest } from '../output/manifest.js';
import type { Done } from './crew.js';
import type * as Thread from './thread.js';

/** What most orders are carried out with; a look at the destination needs nothing of it. */
const compiled = lazily(() => loadCompiled<typeof Thread>('thread', import.meta.dirname, true));
const load = lazily(async () => {
  const thread = compiled() ?? (await import('./thread.js'));
  loaded();
  return thread;
});
const loaded = lazily(() => threadIsLoaded(workerData as EngineState | undefined));

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === readyOrder.kind) return void (await load());
  if (order.kind === keepOrder.kind) return keepBytecode();
  if (order.kind !== 'look') return (await load()).carryOut(order);
  loaded();
  const { root, manifest, begun } = order as LookOrder;
  return looksAsLeft(root, readManifest(manifest), begun);
}

let last = Promise.resolve();

parentPort?.on('message', ({ id, order }: { id: number; order: Order }) => {
  last = last.then(async () => {
    let result: unknown;
    try {
      result = await carryOut(order);
    } catch {
      // Whoever sent it does it himself, and meets the error there.
    }
    parentPort?.postMessage({ id, result, hasToKeep: isTraining || lacksBytecode() } satisfies Done);
  });
});
