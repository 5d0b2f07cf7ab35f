import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

test.skipIf(process.platform === 'win32')(
  'a safe build includes nothing that links lead to out of the page’s folder',
  async () => {
    mkdirSync(join(folder, 'pages/below'), { recursive: true });
    writeFileSync(join(folder, 'beside.txt'), 'beside');
    writeFileSync(join(folder, 'pages/below/inner.txt'), 'inner');
    symlinkSync('below/inner.txt', join(folder, 'pages/inner.txt'));
    symlinkSync('../beside.txt', join(folder, 'pages/beside.txt'));
    const build = async (file: string, safe: boolean): Promise<unknown> => {
      writeFileSync(join(folder, 'pages/page.html'), `---\n---\n{% include_relative ${file} %}`);
      const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), safe });
      const { diagnostics } = await builder.build();
      await builder.close();
      return diagnostics[0]?.message ?? readFileSync(join(folder, '_site/pages/page.html'), 'utf8');
    };
    expect(await build('inner.txt', true)).toBe('inner');
    expect(await build('beside.txt', false)).toBe('beside');
    // As Jekyll says it.
    expect(await build('beside.txt', true)).toBe(
      `Could not locate the included file 'beside.txt' in any of ["${join(folder, 'pages')}"]. ` +
        'Ensure it exists in one of those directories and is not a symlink as those are not allowed in safe mode.',
    );
  },
);
