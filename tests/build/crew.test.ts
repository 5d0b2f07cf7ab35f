import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCrew, type OwnedCrew, startThreads } from '../../src/build/crew.js';
import { readyOrder } from '../../src/core/crew.js';

const file = new URL('../../dist/thread.js', import.meta.url);
let crew: OwnedCrew;

beforeEach(() => {
  process.env.UTTERSON_THREADS = '2';
  crew = createCrew(file);
});
afterEach(async () => {
  delete process.env.UTTERSON_THREADS;
  await crew.close();
});

it('starts threads with their first orders, or ahead of them', async () => {
  expect([crew.size, crew.isStarted]).toEqual([2, false]);
  startThreads(crew);
  expect(crew.isStarted).toBe(true);
  expect(await Promise.all([crew.send(0, readyOrder), crew.send(1, readyOrder)])).toEqual([undefined, undefined]);
});

it('leaves the work to whoever asks a thread that is not there, or no more', async () => {
  expect(await crew.send(2, readyOrder)).toBe(undefined);
  expect(crew.isStarted).toBe(false);
  await crew.close();
  expect(await crew.send(0, readyOrder)).toBe(undefined);
  expect(crew.isStarted).toBe(false);
});
