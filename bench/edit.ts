/**
 * npm run bench -- edit [--posts 1000,10000] [--runs 30] [--only utterson,hugo,eleventy] [--edits abcde]: from the write of a file to the
 * open page having changed, in a real browser. With --life 2000: so many edits in one session, memory before and after;
 * with --kill 50: builds killed at so many moments, and what the next build makes of it; with --requests 10000: so many
 * of the preview server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createBuilder } from '../src/build.js';
import { findBrowser, launchBrowser, type TestBrowser } from '../tests/dev/browser.js';
import { CLI, CONTESTANTS } from './lib/contestants.js';
import { openEditPage } from './lib/edit-page.js';
import { type Edit, makeEdits, SHAPES } from './lib/edits.js';
import { killOften, liveLong } from './lib/long-life.js';
import { median } from './lib/measure.js';
import { measureRequests } from './lib/requests.js';
import { makeBlog } from './make-blog.js';

/** A preview server being measured. */
interface Preview {
  readonly url: string;
  /** To be called before an edit: resolves when it is through for the whole site, with that moment where the server tells. */
  settle(): Promise<number | undefined>;
  stop(): Promise<void>;
}

interface Row {
  readonly generator: string;
  readonly posts: number;
  readonly edit: string;
  readonly times: readonly number[];
  /** Until the whole site was written; none where the generator does not tell. */
  readonly whole: readonly number[];
}

/** Not below a `node_modules`, where Eleventy sees no changes. */
const root = join(tmpdir(), 'utterson-bench-edit');
let tokens = 100;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string' },
      runs: { type: 'string' },
      only: { type: 'string' },
      edits: { type: 'string' },
      life: { type: 'string' },
      kill: { type: 'string' },
      requests: { type: 'string' },
    },
  });
  if (values.life !== undefined || values.kill !== undefined || values.requests !== undefined) {
    const folder = join(root, 'life');
    makeBlog(folder, Number(values.posts ?? 200), 'mixed', ['jekyll']);
    if (values.life !== undefined) await liveLong(join(folder, 'jekyll'), Number(values.life));
    if (values.kill !== undefined) await killOften(join(folder, 'jekyll'), Number(values.kill));
    if (values.requests !== undefined) await measureSite(join(folder, 'jekyll'), Number(values.requests));
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no browser to measure with; install Chromium.');
  const browser = await launchBrowser(executablePath);
  const runs = Number(values.runs ?? 30);
  const kinds = values.edits ?? 'abcde';
  const only = (values.only ?? 'utterson,hugo,eleventy').split(',');
  const rows: Row[] = [];
  try {
    for (const posts of (values.posts ?? '1000,10000').split(',').map(Number)) {
      const folder = join(root, `edit-${posts}`);
      rmSync(folder, { recursive: true, force: true });
      makeBlog(folder, posts, 'mixed', ['jekyll', 'hugo', 'eleventy']);
      if (only.includes('utterson')) rows.push(...(await measureUtterson(browser, folder, posts, runs, kinds)));
      if (only.includes('hugo')) rows.push(...(await measureOther(browser, 'hugo', folder, posts, runs, kinds)));
      if (only.includes('eleventy'))
        rows.push(...(await measureOther(browser, 'eleventy', folder, posts, runs, kinds)));
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
  }
  print(rows);
}

async function measureSite(site: string, requests: number): Promise<void> {
  const destination = join(site, '_site');
  const builder = await createBuilder({ source: site, destination });
  await builder.build();
  await builder.close();
  await measureRequests(destination, requests);
}

async function measureUtterson(
  browser: TestBrowser,
  folder: string,
  posts: number,
  runs: number,
  kinds: string,
): Promise<Row[]> {
  const site = join(folder, 'jekyll');
  const edits = makeEdits(site, SHAPES.jekyll, site);
  const preview = await startUtterson(site);
  try {
    const rows: Row[] = [];
    for (const key of kinds) rows.push(await measure(browser, preview, edits[key]!, runs, 'utterson', posts));
    return rows;
  } finally {
    await preview.stop();
  }
}

/** The command as it is published, in a process of its own; it says when a build is through. */
async function startUtterson(site: string): Promise<Preview> {
  const port = await freePort();
  const child = spawn(process.execPath, [CLI, 'serve', '--source', site, '--port', String(port)], {
    cwd: site,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const waiting: { readonly sign: string; resolve(moment: number): void }[] = [];
  const until = (sign: string): Promise<number> => new Promise((resolve) => waiting.push({ sign, resolve }));
  createInterface(child.stdout).on('line', (line) => {
    const at = waiting.findIndex(({ sign }) => line.includes(sign));
    if (at >= 0) waiting.splice(at, 1)[0]!.resolve(performance.now());
  });
  await until('Server running');
  return { url: `http://127.0.0.1:${port}/`, settle: () => until('...done in'), stop: () => end(child) };
}

async function measureOther(
  browser: TestBrowser,
  generator: 'hugo' | 'eleventy',
  folder: string,
  posts: number,
  runs: number,
  kinds: string,
): Promise<Row[]> {
  const contestant = CONTESTANTS.find(({ name }) => name === generator);
  if (contestant?.prepare() === undefined) {
    console.error(`${generator} is not here, and left out`);
    return [];
  }
  const site = join(folder, generator);
  contestant.settle?.(site);
  const edits = makeEdits(site, SHAPES[generator], join(folder, 'jekyll'));
  const preview = await startOther(generator, site);
  try {
    const rows: Row[] = [];
    for (const key of ['a', 'c'].filter((each) => kinds.includes(each)))
      rows.push(await measure(browser, preview, edits[key]!, runs, generator, posts));
    return rows;
  } finally {
    await preview.stop();
  }
}

async function startOther(generator: 'hugo' | 'eleventy', site: string): Promise<Preview> {
  const port = await freePort();
  const child =
    generator === 'hugo'
      ? spawn('hugo', ['server', '--port', String(port), '--buildFuture'], { cwd: site, stdio: 'ignore' })
      : spawn(
          process.execPath,
          ['node_modules/@11ty/eleventy/cmd.cjs', '--serve', '--incremental', '--quiet', `--port=${port}`],
          {
            cwd: site,
            stdio: 'ignore',
          },
        );
  const url = `http://localhost:${port}/`;
  await answers(url, child);
  return { url, settle: () => Promise.resolve(undefined), stop: () => end(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} ended`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return pause(1_000);
    await pause(500);
  }
  throw new Error(`nothing answers at ${url}`);
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

async function measure(
  browser: TestBrowser,
  preview: Preview,
  edit: Edit,
  runs: number,
  generator: string,
  posts: number,
): Promise<Row> {
  const open = await openEditPage(browser.context, new URL(edit.page, preview.url).href);
  await pause(500);
  const times: number[] = [];
  const whole: number[] = [];
  for (let run = 0; run < runs + 1; run++) {
    const token = `bench-${tokens++}-end`;
    const settled = preview.settle();
    const began = performance.now();
    const time = await open.timeUntil(token, () => edit.write(token));
    const moment = await settled;
    if (run > 0) times.push(time);
    if (run > 0 && moment !== undefined) whole.push(moment - began);
    await pause(moment === undefined ? 1_300 : 300);
  }
  await open.page.close();
  console.error(`${generator}, ${posts} posts, ${edit.name}: ${Math.round(median(times))} ms`);
  return { generator, posts, edit: edit.name, times, whole };
}

function print(rows: readonly Row[]): void {
  const lines = [
    '| posts | edit | generator | median | 95 % | whole site, median | 95 % |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const { generator, posts, edit, times, whole } of rows) {
    const cells = [
      `${posts}`,
      edit,
      generator,
      milliseconds(median(times)),
      milliseconds(most(times)),
      whole.length > 0 ? milliseconds(median(whole)) : '',
      whole.length > 0 ? milliseconds(most(whole)) : '',
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  console.log(lines.join('\n'));
}

/** The 95th percentile. */
function most(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)]!;
}

function milliseconds(time: number): string {
  return `${Math.round(time)} ms`;
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

await main();
