import type { Task } from '../../core/process/thread-pool.js';
import type { BatchConverter, ConvertTask } from '../../markdown/batch.js';
import { type FolderTimesTask, lookUpFolderTimes } from '../../output/folder-times.js';
import { type WriteTask, writeBatch } from '../../output/write-batch.js';

/** All tasks of one pool belong to one site. */
let converter: Promise<BatchConverter> | undefined;

async function loadConverter({ settings }: ConvertTask): Promise<BatchConverter> {
  const { createBatchConverter } = await import('../../markdown/batch.js');
  return createBatchConverter(settings);
}

/**
 * Carries out a task: writing files, looking up times of folders, or converting texts. The converter is loaded with the
 * first task that needs it.
 */
export async function carryOut(task: Task): Promise<unknown> {
  if (task.kind === 'write') return writeBatch(task as WriteTask);
  if (task.kind === 'folder-times') return lookUpFolderTimes(task as FolderTimesTask);
  converter ??= loadConverter(task as ConvertTask);
  return (await converter)(task as ConvertTask);
}
