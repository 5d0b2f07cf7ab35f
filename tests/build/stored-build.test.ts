import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBuild } from '../../src/build/saved/read-stored-build.js';
import { makeBlogFolder, readTree } from './site-edits.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const { folder, remove } = makeBlogFolder();
const post = join(folder, '_posts', '2001-01-01-many-50.md');

vi.setConfig({ testTimeout: 120_000 });

function argsOf(destination: string, flags: readonly string[]): string[] {
  return [cli, 'build', '--destination', join(folder, destination), ...flags];
}

function build(destination = '_site', ...flags: string[]): number {
  const output = execFileSync(process.execPath, argsOf(destination, flags), { cwd: folder, encoding: 'utf8' });
  return Number(/(\d+) written/.exec(output)?.[1]);
}

function expectClean(): void {
  build('_clean', '--disable-disk-cache');
  expect(readTree(join(folder, '_site'))).toEqual(readTree(join(folder, '_clean')));
}

function cacheFile(): string {
  const caches = join(folder, '.jekyll-cache', 'utterson');
  const name = readdirSync(caches).find((one) => one.endsWith('.json'));
  return join(caches, name!);
}

const edit = (text: string): void => writeFileSync(post, `---\ntitle: Many 50\n---\n${text}\n`);

/** So old that its time tells a change. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));

beforeAll(async () => {
  writeFileSync(
    join(folder, '_config.yml'),
    `${readFileSync(join(folder, '_config.yml'), 'utf8')}exclude: [_clean, _site]\n`,
  );
  for (let number = 0; number < 80; number++) {
    writeFileSync(join(folder, '_posts', `2001-01-01-many-${number}.md`), `---\ntitle: Many ${number}\n---\nText.\n`);
  }
  edit('First.');
  await settle();
  build();
});
afterAll(remove);

describe('a cache with records behind it', () => {
  it('is appended to where one post changed, and gives the next process all of it', async () => {
    const before = readFileSync(cacheFile());
    for (const text of ['Second.', 'Third, which is longer.']) {
      edit(text);
      await settle();
      expect(build()).toBeLessThan(5);
    }
    expect(build()).toBe(0);
    const after = readFileSync(cacheFile());
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.length).toBeLessThan(before.length * 1.25);
    expectClean();
  });

  it('is as before a record that is damaged, cut off or follows from no other', async () => {
    const before = readFileSync(cacheFile());
    edit('Fifth.');
    await settle();
    build();
    const added = readFileSync(cacheFile()).subarray(before.length);
    edit('Sixth, after all.');
    await settle();
    build();
    const right = readTree(join(folder, '_site'));
    const whole = readFileSync(cacheFile());
    const damaged = Buffer.from(whole);
    damaged[before.length + added.length - 20]! ^= 1;
    const tails = [
      damaged,
      whole.subarray(0, -7),
      Buffer.concat([whole, added]),
      Buffer.concat([before, added, added]),
    ];
    for (const bytes of tails) {
      writeFileSync(cacheFile(), bytes);
      build();
      expect(readTree(join(folder, '_site'))).toEqual(right);
    }
    expect(build()).toBe(0);
    expectClean();
  });

  it('is not held open, as on Windows it could not be rewritten then', () => {
    const [file, away] = [cacheFile(), `${cacheFile()}.away`];
    const [known, gone] = [openBuild(file), openBuild(file)];
    renameSync(file, away);
    expect(gone.rest()).toBeUndefined();
    renameSync(away, file);
    expect(known.rest()?.keys).toBeDefined();
  });

  it('is not harmed by two builds at once', async () => {
    const run = promisify(execFile);
    for (let round = 0; round < 2; round++) {
      edit(`Round ${round}.`);
      await settle();
      const both = [0, 1].map(() => run(process.execPath, argsOf('_site', []), { cwd: folder }));
      await Promise.all(both);
    }
    build();
    expect(build()).toBe(0);
    expectClean();
  });

  it('is rewritten where too much is different', async () => {
    for (let number = 0; number < 80; number++) {
      writeFileSync(join(folder, '_posts', `2001-01-01-many-${number}.md`), `---\ntitle: More ${number}\n---\nMore.\n`);
    }
    await settle();
    const before = readFileSync(cacheFile()).subarray(0, 128);
    expect(build()).toBeGreaterThan(80);
    expect(readFileSync(cacheFile()).subarray(0, 128).equals(before)).toBe(false);
    expect(build()).toBe(0);
    expectClean();
  });
});
