import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tellsChanges } from '../../src/dev/watch/mounts.js';
import { type Watcher, type WatchOptions, watchFolder } from '../../src/dev/watch/watcher.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

let site: TemporarySite;
let watcher: Watcher;
let batches: (readonly string[] | undefined)[];

async function start(
  files: Record<string, string>,
  how: Pick<WatchOptions, 'polling' | 'byLibrary'> = {},
): Promise<void> {
  site = createTemporarySite(files);
  batches = [];
  watcher = await watchFolder({
    paths: [site.folder],
    ignored: [path.join(site.folder, '_site')],
    ...how,
    onChange: (paths) => batches.push(paths?.map((each) => path.relative(site.folder, each).split(path.sep).join('/'))),
  });
}

const rest = (milliseconds = 400): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const reported = (): string[] => [...new Set(batches.flatMap((batch) => batch ?? ['*']))].sort();
/** Waits until nothing is told any more of what was done before: on a busy machine, new folders are told late. */
const settled = async (milliseconds: number): Promise<void> => {
  for (let known = -1; known !== batches.length; ) {
    known = batches.length;
    await rest(milliseconds);
  }
};

afterEach(async () => {
  await watcher.close();
  site.remove();
});

describe.each([
  ['told by the system', {}],
  ['told by chokidar', { byLibrary: true }],
  ['by polling', { polling: true }],
])('watching, %s', (_name, how: Pick<WatchOptions, 'polling' | 'byLibrary'>) => {
  const { polling = false } = how;
  const at = (name: string): string => path.join(site.folder, name);

  it('reports a change, a new file and a removed one', async () => {
    await start({ 'a.md': 'a', 'sub/b.md': 'b' }, how);
    site.write('a.md', 'changed');
    await until('a', () => reported().includes('a.md'));
    site.write('sub/new.md', 'new');
    await until('new', () => reported().includes('sub/new.md'));
    unlinkSync(at('sub/b.md'));
    await until('b', () => reported().includes('sub/b.md'));
    expect(polling || watcher.isPolling).toBe(watcher.isPolling);
  });

  it('reports each save by rename', async () => {
    await start({ 'a.md': 'a' }, how);
    for (let round = 0; round < 3; round++) {
      const before = batches.length;
      writeFileSync(at('a.md.tmp'), `round ${round}`);
      renameSync(at('a.md.tmp'), at('a.md'));
      await until('the save', () =>
        batches.slice(before).some((batch) => batch === undefined || batch.includes('a.md')),
      );
      await rest(polling ? 250 : 50);
    }
  });

  it('reports other bytes whatever their time, and changes behind links', async () => {
    const elsewhere = createTemporarySite({ 'file.md': 'f', 'folder/deep/c.md': 'c' });
    await start({ 'a.md': 'a', 'b.md': 'b' }, how);
    symlinkSync(path.join(elsewhere.folder, 'file.md'), at('link.md'));
    symlinkSync(path.join(elsewhere.folder, 'folder'), at('linked'));
    symlinkSync(site.folder, at('linked/deep/circle'));
    await until('the links', () => batches.includes(undefined));
    const before = statSync(at('a.md'));
    const tells = async (name: string, act: () => void): Promise<void> => {
      await settled(polling ? 450 : 400);
      batches.length = 0;
      act();
      // A folder that is told late even so, in the same moment, tells of everything.
      await until(name, () => reported().includes(name) || reported().includes('*'));
    };
    await tells('a.md', () => {
      writeFileSync(at('a.md'), 'A');
      utimesSync(at('a.md'), before.atime, before.mtime);
    });
    await tells('b.md', () => {
      writeFileSync(at('new.tmp'), 'B');
      utimesSync(at('new.tmp'), 1e9, 1e9);
      renameSync(at('new.tmp'), at('b.md'));
    });
    await tells('link.md', () => elsewhere.write('file.md', 'F'));
    await tells('linked/deep/c.md', () => elsewhere.write('folder/deep/c.md', 'C'));
    elsewhere.remove();
  });

  it('reports a link that leads to nothing, when it comes and when it goes', async () => {
    await start({ 'a.md': 'a' }, how);
    symlinkSync(at('nothing'), at('link'));
    await until('the link', () => reported().includes('link'));
    await settled(polling ? 450 : 400);
    batches.length = 0;
    unlinkSync(at('link'));
    await until('its end', () => reported().includes('link'));
  });

  it('follows the source folder, which goes away and comes back', async () => {
    await start({ 'a.md': 'a', 'sub/b.md': 'b' }, how);
    const away = `${site.folder}-away`;
    renameSync(site.folder, away);
    await until('that it is gone', () => batches.length > 0);
    await settled(400);
    const before = batches.length;
    renameSync(away, site.folder);
    await until('that it is back', () => batches.length > before);
    await settled(400);
    batches = [];
    site.write('sub/b.md', 'changed');
    await until('a change in it', () => reported().some((path) => path === 'sub/b.md' || path === '*'));
  });

  it('keeps silent about what is no part of the site', async () => {
    await start({ 'a.md': 'a', '_site/a.html': 'a', '.git/index': 'x', 'node_modules/x/y.js': 'y' }, how);
    for (const name of ['_site/a.html', '.git/index', 'node_modules/x/y.js', '.a.md.swp', 'a.md~', '#a.md#', '4913']) {
      site.write(name, 'other');
    }
    await rest();
    expect(batches).toEqual([]);
  });
});

describe('gathering', () => {
  it('makes one batch of a save', async () => {
    await start({ 'a.md': 'a' });
    site.write('a.md', 'b');
    await rest();
    expect(batches).toEqual([['a.md']]);
  });

  it('waits for a file that is emptied before it is written', async () => {
    await start({ 'a.md': 'a' });
    site.write('a.md', '');
    await rest(12);
    site.write('a.md', 'whole');
    await until('the batch', () => batches.length > 0);
    expect(batches).toHaveLength(1);
  });

  it('reports the last of several writes', async () => {
    await start({ 'a.md': 'a' });
    let last = 0;
    for (let round = 0; round < 40; round++) {
      site.write('a.md', 'x'.repeat(round + 1));
      last = Date.now();
      await rest(2);
    }
    await rest();
    expect(batches.length).toBeGreaterThan(0);
    expect(Date.now()).toBeGreaterThan(last);
  });

  it('takes a switch of branches as few batches, the last after it', async () => {
    await start(Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`_posts/${index}.md`, 'a'])));
    for (let index = 0; index < 1500; index++) {
      if (index % 3 === 0) unlinkSync(path.join(site.folder, `_posts/${index}.md`));
      else site.write(`_posts/${index}.md`, 'b');
    }
    await until('the batch', () => batches.includes(undefined), 15_000);
    await rest(800);
    expect(batches.length).toBeLessThanOrEqual(6);
  });

  it('reports that a file is gone again that came back with a folder', async () => {
    await start({ 'a.md': 'a', 'one/b.md': 'b' });
    unlinkSync(path.join(site.folder, 'a.md'));
    await until('its end', () => reported().includes('a.md'));
    await rest();
    renameSync(path.join(site.folder, 'one'), path.join(site.folder, 'two'));
    site.write('a.md', 'a');
    await until('the folder', () => batches.includes(undefined));
    await rest();
    batches.length = 0;
    unlinkSync(path.join(site.folder, 'a.md'));
    await until('its end once more', () => reported().includes('a.md'));
  });

  it('reports folders that come, with what is in them, and go', async () => {
    await start({ 'a.md': 'a' });
    mkdirSync(path.join(site.folder, 'new/deep'), { recursive: true });
    site.write('new/deep/b.md', 'b');
    await until('the folder', () => batches.includes(undefined));
    await rest();
    batches.length = 0;
    site.write('new/deep/b.md', 'c');
    await until('the file in it', () => reported().includes('new/deep/b.md'));
    batches.length = 0;
    rmSync(path.join(site.folder, 'new'), { recursive: true, maxRetries: 5 });
    await until('its end', () => batches.length > 0);
  });
});

describe.skipIf(process.platform === 'win32')('mounts', () => {
  const mounts = `overlay / overlay rw 0 0
C:\\134 /mnt/c 9p rw 0 0
host:/x /home/me/my\\040site nfs4 rw 0 0
tmpfs /home/me/my\\040site/inner tmpfs rw 0 0
//nas/x /nas cifs rw 0 0
/dev/sda1 /home ext4 rw 0 0`;

  it.each([
    ['/home/me/blog', true],
    ['/mnt/c/Users/me/blog', false],
    ['/mnt/cc', true],
    ['/home/me/my site/blog', false],
    ['/home/me/my site/inner/blog', true],
    ['/nas', false],
  ])('tells whether changes are told in %s', (folder, tells) => {
    expect(tellsChanges(folder, mounts)).toBe(tells);
  });
});
