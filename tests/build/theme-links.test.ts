import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilder } from '../../src/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'theme-links-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(process.platform === 'win32')(
  "links among a theme's assets are left out and named, as in Jekyll",
  async () => {
    const assets = join(folder, '_themes/own/assets');
    mkdirSync(join(assets, 'inner'), { recursive: true });
    writeFileSync(join(folder, '_config.yml'), 'theme: own\n');
    mkdirSync(join(folder, '_themes/own/_layouts'));
    writeFileSync(join(folder, '_themes/own/_layouts/default.html'), '{{ content }}');
    writeFileSync(join(assets, 'plain.txt'), 'plain');
    writeFileSync(join(assets, 'inner/deep.txt'), 'deep');
    symlinkSync('plain.txt', join(assets, 'linked.txt'));
    symlinkSync('nowhere.txt', join(assets, 'dead.txt'));
    symlinkSync('inner', join(assets, 'folder'));
    const root = realpathSync(assets);
    const builder = await createBuilder({ source: folder, destination: join(folder, '_site') });
    for (const changed of [undefined, [join(folder, '_config.yml')], [join(assets, 'plain.txt')]]) {
      const { diagnostics } = await builder.build(changed === undefined ? {} : { changed });
      const said = diagnostics.map(({ severity, message }) => `${severity} ${message}`).sort();
      expect(said).toEqual([
        `warning Ignored symlinked asset of the theme: ${join(root, 'dead.txt')}`,
        `warning Ignored symlinked asset of the theme: ${join(root, 'linked.txt')}`,
      ]);
      const written = readdirSync(join(folder, '_site/assets'), { recursive: true }).map(String).sort();
      expect(written).toEqual(['inner', join('inner', 'deep.txt'), 'plain.txt']);
    }
    await builder.close();
  },
);
