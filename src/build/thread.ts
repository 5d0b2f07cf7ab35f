import { parentPort } from 'node:worker_threads';
import type { Order } from '../core/crew.js';
import type { BatchConverter, ConvertOrder } from '../markdown/batch.js';
import { type LookOrder, looksAsLeft, readManifest } from '../output/manifest.js';
import { type WriteOrder, writeBatch } from '../output/write-batch.js';
import type { Done } from './crew.js';

/** A thread of the crew: does what the orders say, each kind's program loaded with its first order. */
let converter: Promise<BatchConverter> | undefined;

async function loadConverter({ settings }: ConvertOrder): Promise<BatchConverter> {
  const { createBatchConverter } = await import('../markdown/batch.js');
  return createBatchConverter(settings);
}

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'write') return writeBatch(order as WriteOrder);
  if (order.kind === 'look') {
    const { root, manifest, begun } = order as LookOrder;
    return looksAsLeft(root, readManifest(manifest), begun);
  }
  // All orders to one crew are of one site.
  converter ??= loadConverter(order as ConvertOrder);
  return (await converter)(order as ConvertOrder);
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
    parentPort?.postMessage({ id, result } satisfies Done);
  });
});
