/**
 * Compares small sites made by chance, as the real Jekyll and ours build them:
 * `npx tsx tests/fuzz/structure/run.ts [sites] [seed] [--show N] [--keep FOLDER] [--safe-yaml LIB] [--said] [--mutate]`.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builders, type Outcome } from './build.js';
import { makeSite } from './make-site.js';
import { mutateSite } from './mutate-site.js';
import { shrink } from './shrink.js';
import { type Site, writeSite } from './site.js';

const args = process.argv.slice(2);
const optionOf = (flag: string): string | undefined => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
const count = Number(args[0] ?? 200);
const first = Number(args[1] ?? 1);
const shown = Number(optionOf('--show') ?? 10);
const withSaid = args.includes('--said');
const kept = optionOf('--keep');

function describe({ files, flags, env, before, isWithin }: Site): string {
  const parts = [...files].map(
    ([path, content]) =>
      `--- ${JSON.stringify(path)}${typeof content === 'string' ? `\n${content.replace(/\r/g, '␍').replace(/\ufeff/g, '<BOM>')}` : ` -> ${content.to}`}`,
  );
  return [
    ...(flags.length > 0 ? [`flags ${flags.join(' ')}`] : []),
    ...(before === undefined ? [] : [`before ${before.join(' ')}`]),
    ...(isWithin ? ['within the source'] : []),
    ...(Object.keys(env).length > 0 ? [JSON.stringify(env)] : []),
    ...parts,
  ].join('\n');
}

const tell = ({ differences }: Outcome): string =>
  differences.map(({ kind, path, detail }) => `* ${kind} ${path ?? ''} ${detail ?? ''}`).join('\n');

async function main(): Promise<void> {
  const builders = new Builders(mkdtempSync(join(tmpdir(), 'utterson-structure-')), optionOf('--safe-yaml'));
  let built = 0;
  let different = 0;
  const began = Date.now();
  for (let seed = first; seed < first + count; seed++) {
    const site = args.includes('--mutate') ? mutateSite(seed) : makeSite(seed);
    const outcome = await builders.compare(site, withSaid);
    if (outcome.built) built++;
    if (outcome.differences.length === 0) continue;
    different++;
    if (different > shown) continue;
    const small = await shrink(site, outcome, (other) => builders.compare(other, withSaid));
    console.log(`=== seed ${seed}\n${describe(small.site)}\n${tell(small.outcome)}\n`);
    if (kept !== undefined) writeSite(small.site, join(kept, String(seed)));
  }
  builders.close();
  console.log(
    `${count} sites, ${built} built by Jekyll, ${different} different, ${Math.round((Date.now() - began) / 1000)} s`,
  );
}

await main();
