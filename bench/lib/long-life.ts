import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createBuilder } from '../../src/build.js';
import { createPreviewServer } from '../../src/dev/server/server.js';
import { startSession } from '../../src/dev/session.js';
import { makeEdits, SHAPES } from './edits.js';

const cli = process.env.UTTERSON_CLI ?? join(import.meta.dirname, '../../dist/cli.js');

/** Makes so many edits in one session; prints memory and descriptors, and whether the site is that of a clean build. */
export async function liveLong(site: string, edits: number): Promise<void> {
  const flags = { source: site, destination: join(site, '_site'), serving: true };
  const builder = await createBuilder(flags);
  const server = await createPreviewServer({ destination: builder.config.destination, port: 0 });
  let built = 0;
  const session = await startSession({
    createBuilder: async () => builder,
    server,
    report: { changed: () => {}, built: () => built++, failed: (error) => console.error(error) },
  });
  const kinds = Object.values(makeEdits(site, SHAPES.jekyll, site));
  for (let edit = 0; edit < edits; edit++) {
    const kind = kinds[edit % 20 === 0 ? 2 : edit % 50 === 1 ? 3 : edit % 3 === 0 ? 4 : edit % 2]!;
    const before = built;
    kind.write(`bench-${edit % 55}-end`);
    for (let waited = 0; built === before && waited < 500; waited++) await pause(2);
    await session.idle();
    if (edit === 100 || edit === edits - 1 || edit % 500 === 499) console.log(describe(edit + 1));
  }
  await pause(500);
  await session.idle();
  await session.stop();
  console.log(await differsFromClean(site, flags.destination));
}

function describe(edits: number): string {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, rss } = process.memoryUsage();
  const descriptors = existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0;
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  return `after ${edits} edits: heap ${megabytes(heapUsed)}, resident ${megabytes(rss)}, ${descriptors} descriptors`;
}

/** Kills builds at so many random moments; after each, the next build must give the site of a clean one. */
export async function killOften(site: string, times: number): Promise<void> {
  const destination = join(site, '_site');
  const build = ['build', '--quiet', '--source', site, '--destination', destination];
  const began = performance.now();
  spawnSync(process.execPath, [cli, ...build], { stdio: 'inherit' });
  const longest = performance.now() - began;
  let wrong = 0;
  for (let time = 0; time < times; time++) {
    if (time % 2 === 0) rmSync(destination, { recursive: true, force: true });
    if (time % 4 === 0) rmSync(join(site, '.jekyll-cache'), { recursive: true, force: true });
    makeEdits(site, SHAPES.jekyll, site)[['a', 'b', 'c', 'e'][time % 4]!]!.write(`bench-${time}-end`);
    const child = spawn(process.execPath, [cli, ...build], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await pause(Math.random() * longest);
    child.kill('SIGKILL');
    await ended;
    spawnSync(process.execPath, [cli, ...build], { stdio: 'inherit' });
    const said = await differsFromClean(site, destination);
    if (said !== equal) {
      wrong++;
      console.log(`killed ${time}: ${said}`);
    }
  }
  console.log(`killed ${times} times, wrong afterwards: ${wrong}`);
}

const equal = 'the destination is that of a clean build';

async function differsFromClean(site: string, destination: string): Promise<string> {
  const clean = join(site, '..', 'clean');
  rmSync(clean, { recursive: true, force: true });
  const builder = await createBuilder({ source: site, destination: clean, disable_disk_cache: true, serving: true });
  await builder.build();
  await builder.close();
  const [wanted, found] = [listFiles(clean), listFiles(destination)];
  const differing = [...new Set([...wanted, ...found])].filter(
    (name) => readOr(join(clean, name)) !== readOr(join(destination, name)),
  );
  rmSync(clean, { recursive: true, force: true });
  return differing.length === 0
    ? equal
    : `${differing.length} files differ from a clean build: ${differing.slice(0, 5).join(', ')}`;
}

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function readOr(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'latin1') : undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
