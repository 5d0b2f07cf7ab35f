import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { ConfigFlags } from '../../src/config/load-config.js';
import type { Builder } from '../../src/core/builder.js';
import { makeFolder, readTree } from './site-edits.js';

vi.setConfig({ testTimeout: 60_000 });

const files = {
  '_config.yml': 'sass: {sourcemap: never}\n',
  '_sass/_parts.scss': '@function any() { @return random(1000000000); }\n',
  'sheet.scss': '---\n---\n@import "parts";\na { b: any(); }\n',
  'named.sass': '---\n---\n@use "sass:string"\na\n  b: string.unique-id()\n',
  'page.html': '---\n---\n{% capture sass %}a { b: unique_id() }{% endcapture %}{{ sass | scssify }}',
  'plain.scss': '---\n---\n.random { b: c; }\n',
};

/** Who builds after one that built before. */
const nexts: readonly [name: string, make: (first: Builder, flags: ConfigFlags) => Promise<Builder>][] = [
  ['the same process', async (first) => first],
  ['one that goes on', (first, flags) => first.close().then(() => createBuilder(flags))],
  ['one that builds once', (first, flags) => first.close().then(() => createOnceBuilder(flags))],
];

it.each(nexts)('style sheets that ask for chance are made anew by %s', async (_, makeNext) => {
  const { folder, remove } = makeFolder(files);
  const flags = { source: folder, destination: join(folder, '_site') };
  let builder = await createBuilder(flags);
  try {
    expect((await builder.build()).ok).toBe(true);
    const before = readTree(flags.destination);
    builder = await makeNext(builder, flags);
    const result = await builder.build();
    expect([...result.written].sort()).toEqual(['named.css', 'page.html', 'sheet.css']);
    const after = readTree(flags.destination);
    for (const path of result.written) expect(after[path]).not.toBe(before[path]);
  } finally {
    await builder.close();
    remove();
  }
});
