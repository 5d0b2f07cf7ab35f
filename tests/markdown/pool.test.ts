import { expect, test } from 'vitest';
import type { Task, ThreadPool } from '../../src/core/process/thread-pool.js';
import { type ConvertTask, claim } from '../../src/markdown/batch.js';
import { createConversionPool } from '../../src/markdown/pool.js';
import { shareResults } from '../../src/markdown/shared-results.js';
import type { MarkdownSettings } from '../../src/markdown/site-markdown.js';

const jobsOf = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ path: `${number}.md`, text: `${number}`.padEnd(100_000, '.') }));
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** A pool of one thread that is given texts and answers when it is told to. */
function createPool() {
  const tasks: { readonly task: ConvertTask; readonly answer: (result: unknown) => void }[] = [];
  const threads: ThreadPool = {
    size: 1,
    isStarted: true,
    send: (_, task: Task) => new Promise((answer) => tasks.push({ task: task as ConvertTask, answer })),
  };
  const pool = createConversionPool(threads, {} as MarkdownSettings, () => undefined);
  return { pool, tasks };
}

const begin = (task: ConvertTask): boolean[] => task.jobs.map((_, index) => claim(task.claims, index));
const done = (task: ConvertTask) =>
  shareResults(task.jobs.map(({ path }) => ({ html: `<p>${path}</p>`, warnings: [], unknownLanguages: [] })));

test('texts lie ahead of a thread that is not heard, up to a limit, as many more as it is seen to have begun', async () => {
  const { pool, tasks } = createPool();
  pool.submit(jobsOf(...range(0, 4000)));
  const ahead = tasks.length;
  expect(ahead).toBeGreaterThan(1000);
  expect(ahead).toBeLessThan(4000);
  for (const { task } of tasks.slice(0, 1500)) begin(task);
  expect(tasks.length).toBe(ahead);
  pool.submit(jobsOf(4000));
  expect(tasks.length).toBe(Math.min(4001, ahead + 1500));
  // In their order.
  expect(tasks.map(({ task }) => task.jobs[0]!.path)).toEqual(range(0, tasks.length).map((number) => `${number}.md`));
  // What it has done is given once; what it has begun is waited for.
  tasks[0]!.answer(done(tasks[0]!.task));
  await pool.pending(jobsOf(0)[0]!);
  expect(pool.take(jobsOf(0)[0]!)?.html).toBe('<p>0.md</p>');
  expect(pool.take(jobsOf(0)[0]!)).toBeUndefined();
  expect(pool.pending(jobsOf(1)[0]!)).toBeInstanceOf(Promise);
});

test('texts are taken from the end of what a thread has, once none waits for it', () => {
  const { pool, tasks } = createPool();
  pool.submit(jobsOf(...range(0, 4)));
  begin(tasks[0]!.task);
  expect([1, 2, 3, 4].map(() => pool.steal()?.path)).toEqual(['3.md', '2.md', '1.md', undefined]);
});

test('where the thread fails, all texts are the caller’s', async () => {
  const { pool, tasks } = createPool();
  const jobs = jobsOf(...range(0, 4000));
  pool.submit(jobs);
  for (let index = 0; index < tasks.length; index++) tasks[index]!.answer(undefined);
  await Promise.resolve();
  for (const job of jobs) {
    await pool.pending(job);
    expect(pool.take(job)).toBeUndefined();
  }
});
