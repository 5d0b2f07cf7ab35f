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
import { parseArgs } from 'node:util';
import { createBuilder } from '../src/build.js';
import type { BuildRequest } from '../src/core/builder.js';
import { createPreviewServer } from '../src/dev/server.js';
import { startSession } from '../src/dev/session.js';
import { findBrowser, launchBrowser, type TestBrowser } from '../tests/dev/browser.js';
import { CONTESTANTS } from './lib/contestants.js';
import { openEditPage } from './lib/edit-page.js';
import { type Edit, makeEdits, SHAPES } from './lib/edits.js';
import { killOften, liveLong } from './lib/long-life.js';
import { median } from './lib/measure.js';
import { measureRequests } from './lib/requests.js';
import { makeBlog } from './make-blog.js';

/** A preview server being measured. */
interface Preview {
  readonly url: string;
  /** Resolves when an edit is through for the whole site. */
  settle(): Promise<void>;
  stop(): Promise<void>;
  /** When an edit came how far, where that can be told. */
  readonly moments?: Map<string, number>;
}

/** The steps of an edit: told by the watcher, a build begun, the open page written, the browser told. */
const steps = ['seen', 'begun', 'written', 'sent'];

interface Row {
  readonly generator: string;
  readonly posts: number;
  readonly edit: string;
  readonly times: readonly number[];
  /** Until the whole site was written; none where the generator does not tell. */
  readonly whole: readonly number[];
  /** Milliseconds from the write to each step, a list for each. */
  readonly steps: readonly (readonly number[])[];
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

async function startUtterson(site: string): Promise<Preview> {
  const flags = { source: site, destination: join(site, '_site'), serving: true };
  const first = await createBuilder(flags);
  const server = await createPreviewServer({ destination: first.config.destination, port: 0 });
  const moments = new Map<string, number>();
  const mark = (step: string): void => {
    if (!moments.has(step)) moments.set(step, performance.now());
  };
  const session = await startSession({
    createBuilder: async () => ({ ...first, build: (request) => first.build(marked(request, mark)) }),
    server,
    report: { changed: () => mark('seen'), built: () => {}, failed: (error) => console.error(error) },
  });
  return { url: server.url, settle: () => session.idle(), stop: () => session.stop(), moments };
}

/** The same request, with a word at each step. */
function marked(request: BuildRequest | undefined, mark: (step: string) => void): BuildRequest {
  mark('begun');
  return {
    ...request,
    onWritten: (paths) => {
      mark('written');
      request?.onWritten?.(paths);
      mark('sent');
    },
  };
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
  return { url, settle: () => pause(1_000), stop: () => end(child) };
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
  const taken: number[][] = steps.map(() => []);
  for (let run = 0; run < runs + 1; run++) {
    const token = `bench-${tokens++}-end`;
    preview.moments?.clear();
    const began = performance.now();
    const time = await open.timeUntil(token, () => edit.write(token));
    await preview.settle();
    if (run > 0) times.push(time);
    for (const [index, step] of steps.entries()) {
      const moment = preview.moments?.get(step);
      if (run > 0 && moment !== undefined) taken[index]!.push(moment - began);
    }
    if (run > 0 && generator === 'utterson') whole.push(performance.now() - began);
    await pause(300);
  }
  await open.page.close();
  console.error(`${generator}, ${posts} posts, ${edit.name}: ${Math.round(median(times))} ms`);
  return { generator, posts, edit: edit.name, times, whole, steps: taken };
}

function print(rows: readonly Row[]): void {
  const lines = [
    `| posts | edit | generator | median | 95 % | whole site, median | 95 % | ${steps.join(', ')} (medians) |`,
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const { generator, posts, edit, times, whole, steps: taken } of rows) {
    const cells = [
      `${posts}`,
      edit,
      generator,
      milliseconds(median(times)),
      milliseconds(most(times)),
      whole.length > 0 ? milliseconds(median(whole)) : '',
      whole.length > 0 ? milliseconds(most(whole)) : '',
      taken.every((each) => each.length > 0) ? taken.map((each) => median(each).toFixed(1)).join(', ') : '',
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
