import type { Order } from '../core/crew.js';
import type { BatchConverter, ConvertOrder } from '../markdown/batch.js';
import { type WriteOrder, writeBatch } from '../output/write-batch.js';

/** All orders to one crew are of one site. */
let converter: Promise<BatchConverter> | undefined;

async function loadConverter({ settings }: ConvertOrder): Promise<BatchConverter> {
  const { createBatchConverter } = await import('../markdown/batch.js');
  return createBatchConverter(settings);
}

/** Writes or converts as an order says; what converts is loaded with the first such order. */
export async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'write') return writeBatch(order as WriteOrder);
  converter ??= loadConverter(order as ConvertOrder);
  return (await converter)(order as ConvertOrder);
}
