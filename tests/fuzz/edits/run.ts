/**
 * Edits sites by chance, and compares what becomes of their destination with a clean build after each few edits:
 * `npx tsx tests/fuzz/edits/run.ts [rounds] [seed] [--once] [--sites FOLDER] [NAME…]`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareTrees } from '../../../scripts/lib/compare-trees.js';
import { createRandom } from '../liquid/random.js';
import { SiteEditor } from './edit.js';

const command = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
const environment = { ...process.env, CI: 'true', TZ: 'UTC', SOURCE_DATE_EPOCH: '1700000000' };
const work = mkdtempSync(join(tmpdir(), 'utterson-edits-'));
const [root, clean] = [join(work, 'site'), join(work, 'clean')];
/** Milliseconds until a preview has seen an edit, and how often it is looked at again where it is not right yet. */
const settlingMs = 400;
const looks = 12;

function build(...flags: string[]): { readonly isBuilt: boolean; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, [command, 'build', ...flags], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  return { isBuilt: status === 0, said: stderr.replaceAll(clean, '_site').replaceAll(join(root, '_site'), '_site') };
}

/** How the destination differs from a clean build; undefined where it does not. */
function differences(): string | undefined {
  const different = compareTrees(clean, join(root, '_site')).filter(({ verdict }) => verdict !== 'identical');
  if (different.length === 0) return undefined;
  return different
    .slice(0, 5)
    .map(({ path, verdict }) => `${path} (${verdict})`)
    .join(', ');
}

async function followSite(editor: SiteEditor, rounds: number, isOnce: boolean, below: (end: number) => number) {
  const history: string[] = [];
  let compared = 0;
  for (let round = 0; round < rounds; round++) {
    for (let left = 1 + below(4); left > 0; left--) {
      history.push(editor.edit() ?? '');
      if (below(3) === 0) await sleep(below(90));
    }
    const warm = isOnce ? build() : undefined;
    rmSync(clean, { recursive: true, force: true });
    const cold = build('--destination', clean);
    if (warm !== undefined && (warm.isBuilt !== cold.isBuilt || warm.said !== cold.said))
      return { history, compared, found: `other messages:\n${warm.said}\n${cold.said}` };
    if (!cold.isBuilt) {
      editor.reset();
      history.push('reset');
      continue;
    }
    let found = differences();
    for (let look = 0; look < looks && found !== undefined && !isOnce; look++) {
      await sleep(settlingMs);
      found = differences();
    }
    compared++;
    if (found !== undefined) return { history, compared, found };
  }
  return { history, compared, found: undefined };
}

async function watchSite(): Promise<ChildProcess> {
  const watching = spawn(process.execPath, [command, 'build', '--watch', '--quiet'], { cwd: root, env: environment });
  await sleep(4 * settlingMs);
  return watching;
}

async function end(watching: ChildProcess | undefined): Promise<void> {
  if (watching === undefined || watching.exitCode !== null) return;
  const ended = once(watching, 'exit');
  watching.kill('SIGINT');
  await ended;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

async function main(rounds: number, seed: number, sites: string, names: readonly string[], isOnce: boolean) {
  const random = createRandom(seed);
  let differing = 0;
  for (const name of names.length > 0 ? names : foldersIn(sites)) {
    const own = join(sites, name, 'source');
    const source = existsSync(own) ? own : join(sites, name);
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root);
    cpSync(source, root, { recursive: true });
    const watching = isOnce ? undefined : await watchSite();
    const editor = new SiteEditor(root, source, random);
    const { history, compared, found } = await followSite(editor, rounds, isOnce, random.below);
    await end(watching);
    console.log(`${name}: ${compared} compared${found === undefined ? '' : `, DIFFERS: ${found}`}`);
    if (found !== undefined) console.log(history.map((edit) => `  ${edit}`).join('\n'));
    if (found !== undefined) differing++;
  }
  rmSync(work, { recursive: true, force: true });
  console.log(`${differing} sites differ`);
  process.exitCode = differing > 0 ? 1 : 0;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { once: { type: 'boolean' }, sites: { type: 'string' } },
});
const [rounds = '6', seed = '1', ...names] = positionals;
const own = fileURLToPath(new URL('../../sites', import.meta.url));
await main(Number(rounds), Number(seed), values.sites ?? own, names, values.once === true);
