import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { makeFolder } from './site-edits.js';

it('a style sheet is of what its parts are in the end, though one is saved after Sass has read it', async () => {
  const { folder, remove } = makeFolder({
    'index.html': '---\n---\nText',
    'main.scss': '---\n---\n@use "part";',
    '_sass/_part.scss': 'a { b: 1 }',
  });
  const at = (name: string): string => join(folder, name);
  const builder = await createBuilder({ source: folder, destination: at('_site'), disable_disk_cache: true });
  try {
    // Sass, which is a process of its own, has long read the part when the open page is written.
    const onWritten = (paths: readonly string[]): void => {
      if (!paths.includes('index.html')) return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
      writeFileSync(at('_sass/_part.scss'), 'a { b: 2 }');
    };
    await builder.build({ first: ['index.html'], onWritten });
    await builder.build({ changed: [at('_sass/_part.scss')] });
    expect(readFileSync(at('_site/main.css'), 'utf8')).toContain('b: 2');
  } finally {
    await builder.close();
    remove();
  }
});
