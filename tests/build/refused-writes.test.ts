import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { createOnceBuilder } from '../../src/build-once.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import { backupFolderName, moveAway, nothing } from '../../src/output/undo/backup.js';
import { createUndo } from '../../src/output/undo/undo.js';
import { writeFile } from '../../src/output/write-file.js';
import { type Refused, refuseChanges } from './refusing-fs.mjs';

vi.setConfig({ testTimeout: 180_000 });
process.env.JEKYLL_BUILD_REVISION = 'r1';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-refused-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const source = join(root, 'source');
const destination = join(root, 'deep/site');
const flags = { source, destination, quiet: true };

function write(folder: string, path: string, text: string | undefined): void {
  rmSync(join(folder, path), { recursive: true, force: true });
  if (text === undefined) return;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

type Tree = Record<string, readonly [time: number, ...unknown[]]>;

/** All there is below a folder: kinds, bytes, modes and times. */
function look(folder: string): Tree {
  const all: Tree = {};
  const add = (path: string): void => {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (stats === undefined) return;
    const { mtimeMs: time, mode } = stats;
    if (stats.isSymbolicLink()) all[path] = [time, readlinkSync(join(folder, path))];
    else if (!stats.isDirectory()) all[path] = [time, mode, readFileSync(join(folder, path), 'latin1')];
    else {
      all[`${path}/`] = [time, mode];
      for (const name of readdirSync(join(folder, path))) add(path === '' ? name : `${path}/${name}`);
    }
  };
  add('');
  return all;
}

/** The destination and the folder that it is in, whose time may be another. */
function lookAround(): Tree {
  const { '/': _around, ...all } = look(dirname(destination));
  return all;
}

/** Node 20 sets no times finer than microseconds. */
function isSame([time, ...one]: Tree[string], [otherTime, ...other]: Tree[string] = [0]): boolean {
  return Math.abs(time - otherTime) < 0.002 && JSON.stringify(one) === JSON.stringify(other);
}

/** Paths of what is not the same. */
function differing(one: Tree, other: Tree): string[] {
  const paths = Object.keys({ ...one, ...other });
  return paths.filter((path) => one[path] === undefined || !isSame(one[path], other[path]));
}

/** Paths and bytes alone. */
function filesOf(all: Tree): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).flatMap(([path, one]) => (path.endsWith('/') ? [] : [[path, one.at(-1)]])),
  );
}

async function buildWith(make: typeof createBuilder | typeof createOnceBuilder): Promise<BuildResult> {
  const builder = await make(flags);
  const result = await builder.build();
  await builder.close();
  return result;
}

/** The files of a build into a folder of its own. */
async function cleanFiles(): Promise<Record<string, unknown>> {
  const clean = join(root, 'clean');
  rmSync(clean, { recursive: true, force: true });
  const builder = await createBuilder({ ...flags, destination: clean, disable_disk_cache: true });
  await builder.build();
  await builder.close();
  return filesOf(look(clean));
}

const page = (text: string, permalink?: string): string =>
  `---\nlayout: base\n${permalink === undefined ? '' : `permalink: ${permalink}\n`}---\n${text}\n`;

const site: Readonly<Record<string, string>> = {
  '_config.yml':
    'title: Refused\ntime: 2024-06-01 12:00:00 +0000\nkeep_files: [kept]\nfeed: {}\nplugins: [jekyll-feed]\n',
  '_layouts/base.html': 'first {{ content }}\n',
  '_posts/2024-01-01-a.md': page('A'),
  '_posts/2024-01-02-b.md': page('B'),
  'index.html': page('{% for p in site.posts %}{{ p.url }} {% endfor %}'),
  'some/deep/page.md': page('Deep'),
  'thing.md': page('Thing', '/thing'),
  'copied.txt': 'copied',
  'folder/one.bin': 'one',
  'folder/two.bin': 'two',
};

type Edit = { readonly path: string; readonly text: string | undefined };
const edits = (path: string, ...texts: readonly (string | undefined)[]): fc.Arbitrary<Edit> =>
  fc.constantFrom(...texts).map((text) => ({ path, text }));

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  edits('_layouts/base.html', 'second, and longer, {{ content }}\n', '{{ content }}', 'third {{ content }}\n'),
  edits('_posts/2024-01-01-a.md', undefined, page('Other A'), page('A', '/2024/other/')),
  edits('_posts/2024-01-03-c.md', page('C'), page('C'.repeat(5000)), undefined),
  edits('some/deep/page.md', undefined, page('Other'), page('Deep', '/some'), page('Deep', '/some/deep')),
  // A file where a folder was, and the other way round.
  edits('thing.md', page('Thing', '/thing/in/it.html'), page('Thing', '/thing'), page('Thing', '/folder'), undefined),
  edits('copied.txt', 'copied anew', 'short', undefined),
  edits('folder/one.bin', 'another one', undefined),
  edits('folder', undefined, 'a file now'),
  edits('more/new.txt', 'new', undefined),
  edits('kept/file.txt', 'from the site'),
);

/** What others do in the destination between two builds. */
const mischiefs = {
  none() {},
  strangeFile: (folder: string) => write(folder, 'strange.txt', 'strange'),
  keptFile: (folder: string) => write(folder, 'kept/own.txt', 'kept'),
  hollowFolders: (folder: string) => void mkdirSync(join(folder, 'hollow/in'), { recursive: true }),
  linkForFile(folder: string) {
    rmSync(join(folder, 'index.html'), { force: true });
    symlinkSync(join(source, '_config.yml'), join(folder, 'index.html'));
  },
  folderForFile(folder: string) {
    rmSync(join(folder, 'copied.txt'), { force: true });
    mkdirSync(join(folder, 'copied.txt/in'), { recursive: true });
  },
  linkForFolder(folder: string) {
    rmSync(join(folder, 'some'), { recursive: true, force: true });
    symlinkSync(root, join(folder, 'some'));
  },
  allGone: (folder: string) => rmSync(folder, { recursive: true, force: true }),
};
const makers = { createOnceBuilder, createBuilder };

const codes = fc.constantFrom('ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE');
const once: fc.Arbitrary<Refused> = fc.record({ from: fc.nat(30), count: fc.constant(1), code: codes });

/** What it says that it could not put back. */
function refusedPaths({ diagnostics }: BuildResult): string[] {
  return diagnostics
    .filter(({ code }) => code === 'output/not-as-before')
    .flatMap(({ message }) => /too: (.*)\.$/.exec(message)![1]!.split(', '));
}

interface Round {
  readonly edits: readonly Edit[];
  readonly mischief: keyof typeof mischiefs;
  readonly refused: Refused;
  readonly maker: keyof typeof makers | 'preview';
  readonly first: readonly string[];
}

const anyRound = (refused: fc.Arbitrary<Refused>): fc.Arbitrary<Round> =>
  fc.record({
    edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
    mischief: fc.constantFrom('none', 'none', ...(Object.keys(mischiefs) as (keyof typeof mischiefs)[])),
    refused,
    maker: fc.constantFrom('createOnceBuilder', 'createBuilder', 'preview'),
    first: fc.subarray(['index.html', '2024/01/01/a.html', 'thing', 'some/deep/page.html']),
  });

/** A page is written early where a link was, which is no more when the rest is planned. */
const linkUnderEarlyPage: readonly Round[] = [
  {
    edits: [{ path: 'copied.txt', text: 'copied anew' }],
    mischief: 'none',
    refused: { from: 0, count: 1, code: 'ENOSPC' },
    maker: 'createOnceBuilder',
    first: [],
  },
  {
    edits: [{ path: 'folder/one.bin', text: 'another one' }],
    mischief: 'linkForFolder',
    refused: { from: 9, count: 1, code: 'ENOSPC' },
    maker: 'createOnceBuilder',
    first: ['some/deep/page.html'],
  },
];

let refusals = 0;

/** Builds what cannot be written, and what can; `check` is given what there was before and after the former. */
async function run(
  rounds: readonly Round[],
  check: (before: Tree, after: Tree, result: BuildResult) => void,
): Promise<void> {
  for (const folder of [source, dirname(destination)]) rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(site)) write(source, path, text);
  let preview: Builder | undefined;
  try {
    for (const { edits, mischief, refused, maker, first } of rounds) {
      const make = maker === 'preview' ? undefined : makers[maker];
      for (const { path, text } of edits) {
        if (!existsSync(join(source, dirname(path))) || lstatSync(join(source, dirname(path))).isDirectory())
          write(source, path, text);
      }
      // A preview trusts what it wrote.
      if (make !== undefined) {
        await preview?.close();
        preview = undefined;
      }
      const builder = make === undefined ? (preview ??= await createBuilder(flags)) : await make(flags);
      if (existsSync(destination) && builder !== preview) mischiefs[mischief](destination);
      const before = lookAround();
      const system = refuseChanges(dirname(destination), refused);
      let result: BuildResult;
      try {
        result = await builder.build({ first });
        if (builder !== preview) await builder.close();
      } finally {
        system.end();
      }
      if (!result.ok) {
        refusals++;
        expect(result.diagnostics[0]?.code).toBe('output/refused');
        check(before, lookAround(), result);
      }
      const good = builder === preview ? await preview.build({ first }) : await buildWith(make!);
      expect(good.ok).toBe(true);
      const { 'kept/own.txt': _own, ...files } = filesOf(look(destination));
      expect(files).toEqual(await cleanFiles());
    }
  } finally {
    await preview?.close();
  }
}

describe('a build that the system refuses to write', () => {
  test('leaves the destination as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRound(once), { minLength: 1, maxLength: 4 }), (rounds) =>
        run(rounds, (before, after, result) => {
          expect(differing(before, after)).toEqual([]);
          expect(refusedPaths(result)).toEqual([]);
        }),
      ),
      { numRuns: 25, examples: [[[...linkUnderEarlyPage]]] },
    );
    expect(refusals).toBeGreaterThan(15);
  });

  test('says what is not as it was, where that is refused too', async () => {
    refusals = 0;
    let named = 0;
    const fromThenOn = fc.record({ from: fc.nat(30), count: fc.integer({ min: 2, max: 100 }), code: codes });
    await fc.assert(
      fc.asyncProperty(fc.array(anyRound(fromThenOn), { minLength: 1, maxLength: 4 }), (rounds) =>
        run(rounds, (before, after, result) => {
          const isFile = (path: string): boolean => !path.endsWith('/') && !path.includes('/.utterson-');
          const lost = differing(before, after).filter(isFile);
          const said = refusedPaths(result);
          named += said.length;
          // What is in a folder that could not be made again goes by its name.
          expect(said.length === 10 ? [] : lost.filter((path) => !said.includes(path.slice('site/'.length)))).toEqual(
            [],
          );
        }),
      ),
      { numRuns: 15 },
    );
    expect(refusals).toBeGreaterThan(10);
    expect(named).toBeGreaterThan(5);
  });
});

test('backups that the system refuses to remove are named, and removed by the next build', async () => {
  const buildRefused = async (refused: Refused): Promise<[BuildResult, changes: number]> => {
    for (const folder of [source, dirname(destination)]) rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(site)) write(source, path, text);
    await buildWith(createBuilder);
    write(source, 'folder', undefined);
    write(source, 'folder', 'a file now');
    const system = refuseChanges(dirname(destination), refused);
    try {
      return [await buildWith(createBuilder), system.told.changes];
    } finally {
      system.end();
    }
  };
  const [whole, changes] = await buildRefused({ from: 1e9, count: 0, code: 'EIO' });
  expect([whole.ok, whole.diagnostics]).toEqual([true, []]);
  // The last change of a build is that its backups go.
  const [result] = await buildRefused({ from: changes - 1, count: 1, code: 'EIO' });
  expect([result.ok, result.diagnostics.map(({ code, severity }) => [code, severity])]).toEqual([
    true,
    [['output/left-backups', 'warning']],
  ]);
  const isLeft = (): boolean => readdirSync(destination).includes(backupFolderName);
  expect(isLeft()).toBe(true);
  expect((await buildWith(createBuilder)).diagnostics).toEqual([]);
  expect(isLeft()).toBe(false);
  expect(filesOf(look(destination))).toEqual(await cleanFiles());
});

interface RefusedInThreads {
  readonly main?: Refused;
  readonly helpers?: Refused;
}

describe('a build with threads', () => {
  const posts = 220;
  const build = (refused: RefusedInThreads = {}): { status: number; stderr: string } => {
    const ahead = new URL('refusing-fs.mjs', import.meta.url).href;
    const REFUSED_CHANGES = JSON.stringify({ ...refused, root: dirname(destination) });
    const args = ['--import', ahead, cli, 'build', '--quiet', '--source', source, '--destination', destination];
    const env = { ...process.env, REFUSED_CHANGES, UTTERSON_THREADS: '2', NODE_OPTIONS: '' };
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return { status: status!, stderr };
  };
  const begin = (): void => {
    for (const folder of [source, dirname(destination)]) rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(site)) write(source, path, text);
    for (let post = 0; post < posts; post++) {
      write(source, `_posts/2023-01-01-p${post}.md`, page(`Some *words* of ${post}. `.repeat(40)));
      write(source, `files/${post}.bin`, `${post}`);
    }
  };

  test('leaves all as it was, and the next one that is not refused writes the site', async () => {
    begin();
    expect(build().status).toBe(0);
    const before = lookAround();
    write(source, '_layouts/base.html', 'second {{ content }}');
    for (let post = 0; post < posts; post += 2) write(source, `files/${post}.bin`, `another ${post}`);
    write(source, '_posts/2024-01-01-a.md', undefined);
    const refusals: readonly RefusedInThreads[] = [
      { helpers: { from: 0, count: 4, code: 'EACCES' } },
      { helpers: { from: 9, count: 4, code: 'ENOSPC' } },
      { helpers: { from: 51, count: 4, code: 'EIO' } },
      { main: { from: 20, count: 1, code: 'EDQUOT' } },
    ];
    for (const refused of refusals) {
      // Without what was kept, all is converted and compared, so threads are at hand.
      rmSync(join(source, '.jekyll-cache'), { recursive: true });
      const { status, stderr } = build(refused);
      expect([refused, status, stderr]).toEqual([refused, 1, expect.stringContaining(': refused, ')]);
      expect(stderr).not.toContain('Not as before');
      expect([refused, differing(before, lookAround())]).toEqual([refused, []]);
    }
    expect(build().status).toBe(0);
    expect(filesOf(look(destination))).toEqual(await cleanFiles());
  });

  test('leaves no destination where there was none', async () => {
    begin();
    // What a thread was to write ahead and could not is written by the main thread, of which nothing is refused.
    const { status, stderr } = build({ helpers: { from: 60, count: 1e6, code: 'ENOSPC' } });
    const left = existsSync(dirname(destination)) ? Object.keys(look(dirname(destination))) : [];
    expect({ status, left, stderr }).toEqual({ status: 1, left: [], stderr: expect.stringContaining('ENOSPC') });
    expect(existsSync(dirname(destination))).toBe(false);
    expect(build().status).toBe(0);
    expect(filesOf(look(destination))).toEqual(await cleanFiles());
  });

  test('that was killed is mended by the next one', async () => {
    begin();
    expect(build().status).toBe(0);
    for (const milliseconds of [300, 400, 500]) {
      write(source, '_layouts/base.html', `${milliseconds} {{ content }}`);
      for (let post = 0; post < posts; post++) write(source, `files/${post}.bin`, `${milliseconds} ${post}`);
      const child = spawn(process.execPath, [cli, 'build', '--source', source, '--destination', destination]);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await rest(milliseconds);
      child.kill('SIGKILL');
      await ended;
      // As one that was killed in the middle leaves it.
      write(destination, '.utterson-99999/3', 'old');
      expect(build().status).toBe(0);
      expect(filesOf(look(destination))).toEqual(await cleanFiles());
    }
  });
});

test('very many bytes are held in a file', () => {
  const folder = join(root, 'held');
  const paths = Array.from({ length: 40 }, (_, index) => `f${index}.txt`);
  const texts = paths.map((path, index) => `${path} `.repeat(100 + index));
  for (const [index, path] of paths.entries()) write(folder, path, texts[index]);
  const before = look(folder);
  const undo = createUndo(folder, { has: () => true, timeOf: () => undefined }, 8000);
  for (let first = 0; first < paths.length; first += 8) {
    const some = paths.slice(first, first + 8);
    const kept = undo.prepareWrites(
      some,
      some.map((path) => statSync(join(folder, path)).size),
    );
    expect(typeof kept.holder === 'number').toBe(first > 0);
    for (const [index, path] of some.entries()) writeFile(folder, path, `new ${path}`, new Set(['']), kept, index);
  }
  expect(readFileSync(join(folder, 'f39.txt'), 'utf8')).toBe('new f39.txt');
  expect(undo.rollBack()?.refused).toEqual([]);
  expect(differing(before, look(folder))).toEqual([]);
});

test('a file that is written at the second order to do so is taken back as well', () => {
  const folder = join(root, 'twice');
  write(folder, 'held.txt', 'as it was');
  write(folder, 'moved/kept.txt', 'in a folder where a file is to be');
  mkdirSync(join(folder, 'in'), { recursive: true });
  const before = look(folder);
  const undo = createUndo(folder, { has: (path) => ['', 'in'].includes(path), timeOf: () => undefined });
  const paths = ['in/new.txt', 'held.txt', 'moved'];
  const sizes = [nothing, 'as it was'.length, 0];
  // One thread came to none of them; the next one only to the last, and was stopped behind it.
  undo.prepareWrites(paths, sizes);
  moveAway(folder, 'moved', undo.prepareWrites(paths, sizes), 2);
  const last = undo.prepareWrites(paths, [nothing, 'as it was'.length, nothing]);
  for (const [index, path] of paths.entries()) writeFile(folder, path, `new ${path}`, new Set(['', 'in']), last, index);
  expect(undo.rollBack()?.refused).toEqual([]);
  expect(differing(before, look(folder))).toEqual([]);
});

test('a file of which one thread wrote a half, and the next one all, is taken back as well', () => {
  const folder = join(root, 'half');
  const undo = createUndo(folder, { has: () => false, timeOf: () => undefined });
  const order = (): Parameters<typeof writeFile> => {
    const backup = undo.prepareWrites(['in/new.txt'], [nothing]);
    return [folder, 'in/new.txt', 'of some length', new Set(), backup, 0];
  };
  const first = order();
  const refused = refuseChanges(folder, { from: 3, count: 1, code: 'ENOSPC' });
  expect(() => writeFile(...first)).toThrow('ENOSPC: refused, write');
  refused.end();
  expect(readFileSync(join(folder, 'in/new.txt'), 'utf8')).toBe('of some');
  writeFile(...order());
  expect(readFileSync(join(folder, 'in/new.txt'), 'utf8')).toBe('of some length');
  expect(undo.rollBack()?.refused).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});
