import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { gatherBuild, gatherMeanwhile } from '../../src/build/gather-build.js';
import { loadSite } from '../../src/build/load-site.js';
import { createPipeline } from '../../src/build/pipeline.js';
import { renderSite } from '../../src/render/render-site.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-gather-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('what is put together while others work is the same, and they are heard', async () => {
  mkdirSync(join(folder, '_posts'));
  writeFileSync(join(folder, 'index.html'), '---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}');
  for (let number = 0; number < 500; number++) {
    const text = `---\ntitle: Post ${number}\n---\n*Text* {{ page.previous.title }}\n`;
    writeFileSync(join(folder, '_posts', `2024-01-01-p${number}.md`), text);
  }
  const loaded = await loadSite({ source: folder, quiet: true });
  const crew = { size: 0, isStarted: false, send: () => Promise.resolve(undefined) };
  const pipeline = await createPipeline(loaded, crew);
  try {
    const { site } = await pipeline.read(undefined);
    pipeline.adopt(site, true);
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
    expect(meanwhile).toEqual(gatherBuild(pipeline));
  } finally {
    pipeline.close();
  }
});
