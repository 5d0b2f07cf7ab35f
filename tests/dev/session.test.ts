import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Builder, BuildRequest, BuildResult } from '../../src/core/builder.js';
import { type Diagnostic, SiteError } from '../../src/core/diagnostics.js';
import type { PreviewServer } from '../../src/dev/server/server.js';
import { type Session, startSession } from '../../src/dev/session.js';
import { createFakeBuilder, type FakeBuilder } from './fake-builder.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

let site: TemporarySite;
let session: Session;
let builders: FakeBuilder[];
let built: { result: BuildResult; fresh: readonly Diagnostic[] }[];
let failures: unknown[];

/** `refuse` stands for a configuration that no builder can be made of. */
async function start(
  delay = 0,
  refuse: () => boolean = () => false,
  onMade = (): void => {},
  server: Partial<PreviewServer> = {},
  onBuild = (_request: BuildRequest): unknown => undefined,
): Promise<void> {
  site = createTemporarySite({ '_config.yml': 'title: x', 'index.html': 'one', 'b.html': 'b' });
  builders = [];
  built = [];
  failures = [];
  const noServer: PreviewServer = {
    url: '',
    port: 0,
    open: () => {},
    openPages: () => [],
    update: () => {},
    showProblems: () => {},
    markDrafts: () => {},
    restoreWith: () => {},
    change: () => {},
    close: async () => {},
  };
  session = await startSession({
    server: { ...noServer, ...server },
    createBuilder: async (): Promise<Builder> => {
      if (refuse()) throw new SiteError({ code: 'config/yaml', message: 'broken', path: '_config.yml' });
      const builder = createFakeBuilder(site.folder, path.join(site.folder, '_site'), { delay, onBuild });
      builders.push(builder);
      onMade();
      return builder;
    },
    report: {
      changed: () => {},
      built: (result, fresh) => built.push({ result, fresh }),
      failed: (error) => failures.push(error),
    },
  });
}

const calls = (): FakeBuilder['calls'] => builders.flatMap((builder) => builder.calls);

afterEach(async () => {
  await session.stop();
  expect(builders.at(-1)?.isClosed).toBe(true);
  site.remove();
});

it('builds once, then what changes', async () => {
  await start();
  expect(session.first?.written.length).toBe(2);
  const file = site.write('index.html', 'two');
  await until('the build', () => built.length === 2);
  expect(calls()[1]?.changed).toEqual([file]);
  expect(built[1]?.result.written).toEqual(['index.html']);
});

it('hears of a save while the first build reads', async () => {
  const save = (): void => {
    if (calls().length === 1) site.write('b.html', 'saved');
  };
  await start(0, undefined, undefined, undefined, save);
  await until('the second build', () => calls().length === 2);
  expect(calls()[1]?.changed).toEqual([path.join(site.folder, 'b.html')]);
});

it('watches nothing any more, also where it is ended while a new builder is made that watches other files', async () => {
  const watchers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;
  await until('the end of those of other sessions', () => watchers() === 0);
  let ended: Promise<void> | undefined;
  const endMeanwhile = (): void => {
    if (builders.length === 2) ended = session.stop();
  };
  await start(0, undefined, endMeanwhile);
  expect(watchers()).toBeGreaterThan(0);
  rmSync(path.join(site.folder, '_config.yml'));
  await until('the second builder', () => ended !== undefined);
  await ended;
  await until('no watcher', () => watchers() === 0);
});

it('hears of a configuration that comes while others are watched than before', async () => {
  const comes = (): void => {
    if (builders.length === 2) site.write('_config.toml', 'title = "y"');
  };
  await start(0, undefined, comes);
  rmSync(path.join(site.folder, '_config.yml'));
  await until('the builder after', () => builders.length === 3);
  await until('its build', () => calls().length === 3);
});

it('lets a newer edit supersede a build, and loses neither', async () => {
  await start(150);
  const [a, b] = [site.write('index.html', 'two'), ''];
  await until('the first build', () => calls().length === 2);
  const second = site.write('b.html', b);
  await until('an end', () => built.length === 2);
  expect(calls()).toHaveLength(3);
  expect([...(calls()[2]?.changed ?? [])].sort()).toEqual([a, second].sort());
  expect(calls()[1]?.signal?.aborted).toBe(true);
});

it('ends a build now and then where edits never cease', async () => {
  await start(120);
  let round = 0;
  const typing = setInterval(() => site.write('index.html', `round ${round++}`), 60);
  await until('a build', () => built.length > 1);
  clearInterval(typing);
});

it('makes a new builder when the configuration or a plugin changes', async () => {
  await start();
  site.write('_config.yml', 'title: y');
  await until('the second builder', () => builders.length === 2 && built.length === 2);
  expect(builders[0]?.isClosed).toBe(true);
  expect(builders[1]?.calls[0]?.changed).toBeUndefined();
  site.write('_plugins/a.js', 'export {}');
  await until('the third builder', () => builders.length === 3);
});

it('makes a new builder where too much changed to name it only if what it is made of is among it', async () => {
  await start();
  site.write('new/deep/page.html', 'a page');
  await until('a look at everything', () => calls().length > 1 && calls().at(-1)?.changed === undefined);
  await session.idle();
  expect(builders).toHaveLength(1);
  renameSync(path.join(site.folder, 'new'), path.join(site.folder, 'newer'));
  site.write('_config.yml', 'title: y');
  await until('the second builder', () => builders.length === 2);
  mkdirSync(path.join(site.folder, 'aside'));
  writeFileSync(path.join(site.folder, 'aside/a.js'), 'export {}');
  renameSync(path.join(site.folder, 'aside'), path.join(site.folder, '_plugins'));
  await until('the third builder', () => builders.length === 3);
});

it('keeps the builder it has while the configuration is broken', async () => {
  let isBroken = false;
  await start(0, () => isBroken);
  isBroken = true;
  site.write('_config.yml', 'title: [');
  await until('the failure', () => failures.length === 1);
  expect(builders[0]?.isClosed).toBe(false);
  isBroken = false;
  site.write('_config.yml', 'title: z');
  await until('the second builder', () => built.length === 2);
  expect(builders).toHaveLength(2);
});

it('reports an error once while it stays', async () => {
  await start();
  site.write('index.html', 'BROKEN');
  await until('the error', () => built.length === 2);
  site.write('b.html', 'other');
  await until('the next build', () => built.length === 3);
  site.write('index.html', 'mended');
  await until('the mending', () => built.length === 4);
  expect(built.map(({ fresh, result }) => [fresh.length, result.ok])).toEqual([
    [0, true],
    [1, false],
    [0, false],
    [0, true],
  ]);
});

it('follows deletions and renames', async () => {
  await start();
  rmSync(path.join(site.folder, 'b.html'));
  await until('the removal', () => built.at(-1)?.result.removed.includes('b.html'));
});

it('takes errors from open pages once the builder that found them says that these are right', async () => {
  let isRight = false;
  const shown: number[] = [];
  const server = { showProblems: (problems: readonly unknown[]) => shown.push(problems.length) };
  await start(0, undefined, undefined, server, (request) => isRight && request.onFirst?.([]));
  site.write('index.html', 'BROKEN');
  await until('the error', () => built.length === 2);
  isRight = true;
  site.write('index.html', 'mended');
  await until('the mending', () => built.length === 3);
  expect(shown).toEqual([0, 1, 0, 0]);
  isRight = false;
  site.write('index.html', 'BROKEN');
  await until('the error', () => built.length === 4);
  isRight = true;
  // Another builder, which does not know of the error yet.
  site.write('_config.yml', 'title: y');
  await until('the second builder', () => built.length === 5);
  expect(shown).toEqual([0, 1, 0, 0, 1, 1]);
});

it('waits for a source folder that is gone, and builds nothing meanwhile', async () => {
  await start();
  const away = `${site.folder}-away`;
  renameSync(site.folder, away);
  await until('the failure', () => failures.length > 0);
  await session.idle();
  expect(String(failures[0])).toContain('The source folder is gone');
  expect([existsSync(site.folder), existsSync(path.join(away, '_site/b.html'))]).toEqual([false, true]);
  writeFileSync(path.join(away, 'b.html'), 'changed while it was away');
  const before = built.length;
  renameSync(away, site.folder);
  await until('a build', () => built.length > before);
  // What a builder was made of may have changed as well.
  expect(builders.length).toBeGreaterThan(1);
  expect(readFileSync(path.join(site.folder, '_site/b.html'), 'utf8')).toBe('changed while it was away');
  failures.length = 0;
  site.write('b.html', 'after');
  await until('another', () => readFileSync(path.join(site.folder, '_site/b.html'), 'utf8') === 'after');
  expect(failures).toEqual([]);
});
