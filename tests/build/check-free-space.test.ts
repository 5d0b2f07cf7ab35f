import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { BuildResult } from '../../src/core/builder.js';

const disk = await vi.hoisted(async () => {
  const { replaceModule } = await import('../replaced-modules.js');
  const told = { blocks: 0 };
  replaceModule<typeof import('../../src/output/free-space.js')>('output/free-space.ts', () => ({
    freeSpace: () => ({ free: told.blocks * 1000, block: 1000 }),
  }));
  return told;
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-room-'));
  disk.blocks = 1_000_000_000;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, length: number): void {
  writeFileSync(join(folder, name), `---\n---\n${'x'.repeat(length)}`);
}

async function buildWith(create: typeof createBuilder | typeof createOnceBuilder): Promise<BuildResult> {
  const builder = await create({ source: folder, destination: join(folder, '_site') });
  const result = await builder.build();
  await builder.close();
  return result;
}

const noRoom = { severity: 'error', code: 'output/no-room', hint: expect.stringContaining('stays as it is') };

test('a site that the disk has no room for is not begun to be written', async () => {
  write('a.html', 10);
  write('gone.html', 10);
  await buildWith(createBuilder);
  write('a.html', 20);
  write('new.html', 2500);
  rmSync(join(folder, 'gone.html'));
  disk.blocks = 1;
  expect((await buildWith(createBuilder)).diagnostics).toMatchObject([noRoom]);
  expect(readdirSync(join(folder, '_site')).sort()).toEqual(['a.html', 'gone.html']);
  expect(readFileSync(join(folder, '_site/a.html'), 'utf8')).toBe('x'.repeat(10));
  // What goes makes room.
  disk.blocks = 2;
  expect(await buildWith(createBuilder)).toMatchObject({ ok: true, written: ['a.html', 'new.html'] });
});

test('nor is one page of it that grew', async () => {
  write('a.html', 10);
  write('b.html', 10);
  await buildWith(createOnceBuilder);
  write('a.html', 2500);
  disk.blocks = 1;
  expect((await buildWith(createOnceBuilder)).diagnostics).toMatchObject([noRoom]);
  expect(readFileSync(join(folder, '_site/a.html'), 'utf8')).toBe('x'.repeat(10));
  disk.blocks = 2;
  expect(await buildWith(createOnceBuilder)).toMatchObject({ ok: true, written: ['a.html'] });
  expect(readFileSync(join(folder, '_site/a.html'), 'utf8')).toBe('x'.repeat(2500));
});
