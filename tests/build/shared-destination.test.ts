import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { readTree } from './site-edits.js';

vi.setConfig({ testTimeout: 60_000 });

const root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-shared-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const source = join(root, 'source');
const destination = join(root, 'site');

function write(path: string, text: string): string {
  const file = join(source, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function buildOnce(flags: Record<string, unknown>): Promise<void> {
  const builder = await createBuilder({ source, destination, quiet: true, ...flags });
  expect((await builder.build()).ok).toBe(true);
  await builder.close();
}

async function clean(flags: Record<string, unknown>): Promise<Record<string, string>> {
  const folder = join(root, 'clean');
  rmSync(folder, { recursive: true, force: true });
  await buildOnce({ ...flags, destination: folder, disable_disk_cache: true });
  return readTree(folder);
}

describe('a destination that a preview and another build share', () => {
  it('is that of the preview again after the next save, and that of the build after the next build', async () => {
    write('_config.yml', 'title: Shared\n');
    write('_drafts/draft.md', '---\ntitle: Draft\n---\nNot yet.\n');
    write('other.html', '---\n---\n{{ site.url }} {{ site.posts.size }}\n');
    write('sub/picture.png', 'bytes');
    const page = write('page.md', '---\n---\nFirst.\n');
    const preview = { url: 'http://localhost:4000', show_drafts: true };
    const published = { url: 'https://example.com' };
    const builder = await createBuilder({ source, destination, quiet: true, ...preview });
    const save = async (text: string): Promise<readonly string[]> => {
      writeFileSync(page, text);
      return (await builder.build({ changed: [page] })).written;
    };
    await builder.build();
    for (const round of ['one', 'two', 'three']) {
      await buildOnce(published);
      expect(readTree(destination)).toEqual(await clean(published));
      expect(await save(`---\n---\n${round}\n`)).toContain('other.html');
      expect(readTree(destination)).toEqual(await clean(preview));
      // What nobody else wrote is not looked at again.
      expect(await save(`---\n---\n${round} more\n`)).toEqual(['page.html']);
    }
    await builder.close();
    await buildOnce(published);
    expect(readTree(destination)).toEqual(await clean(published));
  });

  it('is that of the preview again after the next save where another program wrote it', async () => {
    const folder = join(root, 'foreign');
    const at = (name: string): string => join(folder, name);
    mkdirSync(folder);
    const pages = ['a', 'b', 'c', 'd', 'e'];
    for (const name of pages) writeFileSync(at(`${name}.html`), `---\n---\n${name} {{ site.title }}\n`);
    writeFileSync(at('picture.png'), 'bytes');
    const builder = await createBuilder({ source: folder, destination: at('_site'), disable_disk_cache: true });
    const save = async (text: string): Promise<readonly string[]> => {
      writeFileSync(at('a.html'), `---\n---\n${text}\n`);
      return [...(await builder.build({ changed: [at('a.html')] })).written].sort();
    };
    const overwrite = (names: readonly string[]): void => {
      for (const name of names) writeFileSync(at(`_site/${name}.html`), `foreign ${name}`);
    };
    await builder.build();
    const tree = readTree(at('_site'));
    overwrite(pages);
    writeFileSync(at('_site/foreign.html'), 'foreign');
    expect(await save('one')).toEqual(pages.map((name) => `${name}.html`));
    expect(readTree(at('_site'))).toEqual({ ...tree, 'a.html': 'one\n' });
    expect(await save('two')).toEqual(['a.html']);
    // A few files may be somebody's own doing.
    overwrite(['b', 'c']);
    expect(await save('three')).toEqual(['a.html']);
    // Who works on what is written is not fought for ever.
    for (const round of [1, 2, 3, 4]) {
      overwrite(pages);
      expect(await save(`four ${round}`)).toHaveLength(round <= 2 ? pages.length : 1);
    }
    await builder.close();
  });

  it('is rid of what another program wrote there since a build failed before there was any', async () => {
    const folder = join(root, 'failed');
    const at = (name: string): string => join(folder, name);
    const build = async (text: string): Promise<boolean> => {
      writeFileSync(at('a.html'), text);
      const builder = await createBuilder({ source: folder, destination: at('_site') });
      const { ok } = await builder.build();
      await builder.close();
      return ok;
    };
    mkdirSync(folder);
    expect(await build('---\n---\n{% nothing %}')).toBe(false);
    mkdirSync(at('_site'));
    writeFileSync(at('_site/foreign.html'), 'foreign');
    expect(await build('---\n---\nmended')).toBe(true);
    expect(readTree(at('_site'))).toEqual({ 'a.html': 'mended' });
  });
});
