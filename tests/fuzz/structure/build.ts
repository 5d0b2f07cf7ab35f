import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { compareTrees } from '../../../scripts/lib/compare-trees.js';
import { runProgram } from '../../../src/cli/run.js';
import { causeOf, isRubysOwn, told } from './said.js';
import { type Site, writeSite } from './site.js';

/** What ours refuses on purpose. */
const refusals = /There is no folder|The categories should be a list|The URL template doesn't have/;

/** How a build ended. */
interface Built {
  readonly status: number;
  readonly log: string;
}

/** One way in which the two builds differ. */
export interface Difference {
  readonly kind: 'status' | 'missing' | 'extra' | 'different' | 'said';
  readonly path?: string;
  readonly detail?: string;
}

/** What came of a site. */
export interface Outcome {
  /** Whether Jekyll could build it. */
  readonly built: boolean;
  /** What Jekyll said. */
  readonly log: string;
  readonly differences: readonly Difference[];
}

/** When all builds take place: 2024-05-06 07:08:09 UTC. */
const now = 1_714_979_289;
const environment = {
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  NO_COLOR: '1',
  CI: 'true',
  JEKYLL_ENV: 'development',
  UTTERSON_THREADS: '0',
  SOURCE_DATE_EPOCH: String(now),
};

/** Builds sites with both, one at a time, in a folder of its own that is removed at the end. */
export class Builders {
  readonly #folder: string;
  readonly #judge: ChildProcess;
  readonly #answers: AsyncIterator<string>;
  readonly #lines: Interface;

  constructor(folder: string, safeYaml?: string) {
    this.#folder = folder;
    const script = fileURLToPath(new URL('judge.rb', import.meta.url));
    const env = { ...process.env, ...environment };
    this.#judge = spawn('ruby', [script, ...(safeYaml === undefined ? [] : [safeYaml])], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env,
    });
    this.#lines = createInterface({ input: this.#judge.stdout! });
    this.#answers = this.#lines[Symbol.asyncIterator]();
  }

  close(): void {
    this.#judge.stdin!.end();
    this.#lines.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Builds a site with both and compares what came out. */
  async compare(site: Site, withSaid: boolean): Promise<Outcome> {
    rmSync(this.#folder, { recursive: true, force: true });
    const source = join(this.#folder, 'source');
    writeSite(site, source);
    const folders = { ruby: join(this.#folder, 'ruby'), ours: join(this.#folder, 'ours') };
    for (const folder of Object.values(folders)) prepare(folder, site);
    const ruby = await this.#buildWithJekyll(site, source, folders.ruby);
    moveWithin(site, source, folders.ruby);
    const ours = await buildWithOurs(site, source, folders.ours);
    moveWithin(site, source, folders.ours);
    if (ruby.status !== 0) {
      const detail = `ruby fails\n${causeOf(ruby.log)}`;
      const isSame = ruby.status < 0 || ours.status !== 0 || isRubysOwn(ruby.log);
      return { built: false, log: ruby.log, differences: isSame ? [] : [{ kind: 'status', detail }] };
    }
    if (ours.status !== 0 && refusals.test(ours.log)) return { built: true, log: ruby.log, differences: [] };
    if (ours.status !== 0)
      return {
        built: true,
        log: ruby.log,
        differences: [{ kind: 'status', detail: `ours fails\n${ours.log.trim().slice(-1500)}` }],
      };
    const differences: Difference[] = [];
    for (const { path, verdict, detail } of compareTrees(folders.ruby, folders.ours)) {
      const isFine =
        path === 'assets/main.css' ||
        verdict === 'identical' ||
        isLink(join(folders.ruby, path)) ||
        path.endsWith('.css.map') ||
        (path.endsWith('.css') && isSameSheet(join(folders.ruby, path), join(folders.ours, path)));
      const kind = verdict === 'missing' || verdict === 'extra' ? verdict : 'different';
      if (!isFine) differences.push({ kind, path, detail });
    }
    const said = withSaid ? told(ruby.log, ours.log, { source, ...folders }) : undefined;
    if (said !== undefined) differences.push({ kind: 'said', detail: said });
    return { built: true, log: ruby.log, differences };
  }

  async #buildWithJekyll(site: Site, source: string, destination: string): Promise<Built> {
    mkdirSync(this.#folder, { recursive: true });
    const log = join(this.#folder, 'log');
    const flags = flagsOf(site, destination);
    this.#judge.stdin!.write(`${JSON.stringify({ folder: source, flags, env: site.env, time: now, log })}\n`);
    const { value } = await this.#answers.next();
    return { status: Number(value), log: readFileSync(log, 'utf8') };
  }
}

/** Whether two style sheets are the same but for white space and comments, which the older Sass puts elsewhere. */
function isSameSheet(...files: readonly string[]): boolean {
  if (!files.every((file) => existsSync(file))) return false;
  const [one, other] = files.map((file) =>
    readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/;?\s*([{};:,>])\s*/g, '$1')
      .trim(),
  );
  return one === other;
}

/** Jekyll copies links as links, which may lead nowhere from there. */
function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Puts into a destination what is there before the build. */
function prepare(destination: string, { before = [] }: Site): void {
  for (const path of before) {
    mkdirSync(dirname(join(destination, path)), { recursive: true });
    writeFileSync(join(destination, path), 'before');
  }
}

/** Moves what was built within the source out of it. */
function moveWithin(site: Site, source: string, destination: string): void {
  const made = ['_site', 'out', 'a/_site', 'sub/_site'].map((name) => join(source, name)).find(existsSync);
  if (site.isWithin !== true || made === undefined) return;
  rmSync(destination, { recursive: true, force: true });
  renameSync(made, destination);
}

function flagsOf(site: Site, destination: string): string[] {
  return ['build', ...(site.isWithin ? [] : ['-d', destination]), '--disable-disk-cache', ...site.flags];
}

/** Runs the program within this process, as its command would be run in the site's folder. */
async function buildWithOurs(site: Site, source: string, destination: string): Promise<Built> {
  const before = { folder: process.cwd(), env: { ...process.env } };
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let log = '';
  Object.assign(process.env, environment, site.env);
  process.chdir(source);
  for (const stream of streams)
    stream.write = (text: string | Uint8Array): boolean => {
      if (stream === process.stderr) log += String(text);
      return true;
    };
  try {
    return { status: await runProgram(flagsOf(site, destination)), log };
  } catch (error) {
    return { status: 70, log: `${log}${(error as Error).stack}` };
  } finally {
    streams.forEach((stream, index) => {
      stream.write = writes[index]!;
    });
    process.chdir(before.folder);
    for (const name of Object.keys(process.env)) if (!(name in before.env)) delete process.env[name];
    Object.assign(process.env, before.env);
  }
}
