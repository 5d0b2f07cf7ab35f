/**
 * Builds a site with the Jekyll on this machine and with Utterson, and prints where the two differ.
 * npm run parity -- DIR [--quiet] [--keep] [--limit N] [--set JSON] [--jekyll-flags FLAG …]
 * --set gives settings that go over the site's configuration.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compareTrees, type FileFinding } from './lib/compare-trees.js';
import { buildWithJekyll, buildWithUtterson, jekyllVersion } from './lib/jekyll.js';
import { adaptConfig } from './lib/site-config.js';
import { copySite, makeTemporaryFolder } from './lib/site-copy.js';

const VERDICTS = ['identical', 'same text', 'same tree', 'different', 'missing', 'extra'] as const;

function splitArguments(): { options: ReturnType<typeof parseOptions>; flags: string[] } {
  const args = process.argv.slice(2);
  const at = args.indexOf('--jekyll-flags');
  const own = at < 0 ? args : args.slice(0, at);
  return { options: parseOptions(own), flags: at < 0 ? [] : args.slice(at + 1) };
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      quiet: { type: 'boolean' },
      keep: { type: 'boolean' },
      limit: { type: 'string' },
      set: { type: 'string' },
    },
  });
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function printFindings(findings: readonly FileFinding[], quiet: boolean, limit: number): void {
  for (const verdict of VERDICTS) {
    const group = findings.filter((finding) => finding.verdict === verdict);
    if (group.length === 0 || verdict === 'identical' || (quiet && verdict === 'same text')) continue;
    console.log(`\n${verdict} (${group.length})`);
    for (const { path, detail } of group.slice(0, limit)) console.log(`  ${path}${detail ? `: ${detail}` : ''}`);
    if (group.length > limit) console.log(`  … and ${group.length - limit} more`);
  }
}

function printTotal(findings: readonly FileFinding[]): void {
  const counts = VERDICTS.map(
    (verdict) => [verdict, findings.filter((one) => one.verdict === verdict).length] as const,
  );
  const parts = counts.filter(([, count]) => count > 0).map(([verdict, count]) => `${count} ${verdict}`);
  console.log(`\ntotal ${findings.length} files: ${parts.join(', ')}`);
}

function main(): number {
  const { options, flags } = splitArguments();
  const folder = options.positionals[0];
  if (folder === undefined || !existsSync(folder))
    fail('usage: npm run parity -- DIR [--quiet] [--keep] [--limit N] [--set JSON] [--jekyll-flags …]');
  if (jekyllVersion() === undefined)
    fail('There is no working jekyll on this machine (Debian: apt-get install jekyll).');
  const work = makeTemporaryFolder('parity');
  const source = join(work, 'source');
  copySite(resolve(folder), source);
  const change = adaptConfig(source, join(work, 'parity.yml'), flags, JSON.parse(options.values.set ?? '{}'));
  for (const note of change.notes) console.log(`note: ${note}`);
  const asked = [...change.flags, ...flags];
  const jekyll = buildWithJekyll({ source, destination: join(work, 'jekyll'), flags: asked });
  if (!jekyll.ok) fail(`Jekyll could not build the site:\n${jekyll.log}`);
  for (const cache of ['.jekyll-cache', '.sass-cache']) rmSync(join(source, cache), { recursive: true, force: true });
  const utterson = buildWithUtterson({ source, destination: join(work, 'utterson'), flags: asked });
  if (!utterson.ok || !options.values.quiet) console.log(utterson.log.trim());
  const findings = compareTrees(join(work, 'jekyll'), join(work, 'utterson'));
  printFindings(findings, options.values.quiet === true, Number(options.values.limit ?? 20));
  printTotal(findings);
  console.log(
    `jekyll ${(jekyll.milliseconds / 1000).toFixed(2)} s, utterson ${(utterson.milliseconds / 1000).toFixed(2)} s`,
  );
  if (options.values.keep) console.log(`kept in ${work}`);
  else rmSync(work, { recursive: true, force: true });
  return findings.every(({ verdict }) => verdict === 'identical' || verdict === 'same text') ? 0 : 1;
}

process.exitCode = main();
