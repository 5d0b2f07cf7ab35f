import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSite } from '../../src/build/load-site.js';
import { writeInBackground } from '../../src/build/outputs/early-writes.js';
import { documentFile } from '../../src/build/outputs/outputs.js';
import { createPipeline, type Pipeline } from '../../src/build/pipeline.js';
import { gatherBuild, gatherMeanwhile, withHashes } from '../../src/build/saved/gather-build.js';
import type { ThreadPool } from '../../src/core/process/thread-pool.js';
import { createDestination } from '../../src/output/destination.js';
import { type BatchWritten, type WriteTask, writeBatch } from '../../src/output/write-batch.js';
import { fingerprint } from '../../src/render/evidence/fingerprint.js';
import { renderSite } from '../../src/render/render-site.js';
import { holdText } from '../../src/render/texts/large-sites.js';
import { textOf } from '../../src/render/world.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-gather-'));
const noThreads: ThreadPool = { size: 0, isStarted: false, send: () => Promise.resolve(undefined) };

beforeAll(() => {
  mkdirSync(join(folder, '_posts'));
  writeFileSync(join(folder, 'index.html'), '---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}');
  for (let number = 0; number < 500; number++) {
    const text = `---\ntitle: Post ${number}\n---\n*Text* {{ page.previous.title }}\n${'and more “of it” '.repeat(number % 9)}`;
    writeFileSync(join(folder, '_posts', `2024-01-01-p${number}.md`), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withPipeline(isBuiltOnce: boolean, run: (pipeline: Pipeline) => Promise<void>): Promise<void> {
  const loaded = await loadSite({ source: folder, quiet: true });
  const pipeline = createPipeline(loaded, { threadPool: noThreads, isBuiltOnce });
  try {
    const { site } = await pipeline.read(undefined);
    pipeline.adopt(site, true);
    await run(pipeline);
  } finally {
    pipeline.close();
  }
}

it('what is put together while others work is the same, and they are heard', async () => {
  await withPipeline(false, async (pipeline) => {
    await renderSite(pipeline.world, {});
    let heard = 0;
    let isOver = false;
    const listen = (): void => {
      heard++;
      if (!isOver) setImmediate(listen);
    };
    setImmediate(listen);
    const meanwhile = await gatherMeanwhile(pipeline);
    isOver = true;
    expect(heard).toBeGreaterThanOrEqual(3);
    expect(meanwhile.head.ids).toHaveLength(501);
    expect(withHashes(pipeline, meanwhile)).toEqual(gatherBuild(pipeline));
  });
});

it('is the same where threads tell what they wrote', async () => {
  let told = 0;
  const threadPool: ThreadPool = {
    size: 1,
    isStarted: true,
    async send(_thread, order) {
      const made: BatchWritten = writeBatch(order as WriteTask);
      told += made.hashes.filter((hash) => hash !== '').length;
      return made;
    },
  };
  const texts: unknown[] = [];
  await withPipeline(true, async (pipeline) => {
    await renderSite(pipeline.world, {});
    texts.push(gatherBuild(pipeline).head.texts);
  });
  await withPipeline(true, async (pipeline) => {
    const { world } = pipeline;
    const destination = createDestination(join(folder, '_out'), undefined, threadPool);
    const ahead = writeInBackground(pipeline, destination)!;
    await renderSite(world, { rendered: ahead.add });
    const gathered = await gatherMeanwhile(pipeline);
    const paths = await ahead.files.finish();
    expect(paths.length).toBeGreaterThan(400);
    // Short texts are their own fingerprints.
    expect(told).toBeGreaterThan(300);
    texts.push(withHashes(pipeline, gathered).head.texts);
    const manifest = destination.manifest();
    for (const [index, path] of manifest.paths.entries()) {
      const text = readFileSync(join(folder, '_out', path), 'utf8');
      expect(manifest.fingerprints[index]).toBe(fingerprint(text));
    }
  });
  expect(texts[1]).toEqual(texts[0]);
});

it('a file is hashed from its own bytes where its page was rendered again meanwhile', async () => {
  await withPipeline(true, async ({ world }) => {
    world.isWrittenInBackground = true;
    const state = world.ordered.find(({ id }) => id.endsWith('-p8.md'))!;
    const { output } = state;
    output.update();
    expect(output.isUnhashed).toBe(true);
    const before = textOf(output);
    const file = documentFile(state);
    holdText(output, 'another');
    expect(output.fingerprint).toBe(fingerprint(before));
    expect(String(file.content())).toBe(before);
    output.fingerprint = '';
    file.setHash!('hash');
    expect([file.fingerprint, output.fingerprint]).toEqual(['#hash', '']);
  });
});
