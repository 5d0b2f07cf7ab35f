/**
 * Writes `expected` of the cases in tests/sites with the Jekyll on this machine.
 * npx tsx scripts/remake-sites.ts [NAME …]
 */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWithJekyll } from './lib/jekyll.js';
import { caseEnvironment, copyCase, readSiteCases, type SiteCase } from './lib/site-case.js';
import { makeTemporaryFolder } from './lib/site-copy.js';

function remake(one: SiteCase): boolean {
  const work = makeTemporaryFolder('site');
  const source = join(work, 'source');
  const destination = join(work, 'expected');
  copyCase(one, source);
  const run = buildWithJekyll({ source, destination, flags: one.flags, env: caseEnvironment(one, source) });
  if (run.ok) {
    rmSync(one.expected, { recursive: true, force: true });
    cpSync(destination, one.expected, { recursive: true });
  }
  const warnings = run.log.split('\n').filter((line) => /warning|error|conflict|deprecat/i.test(line));
  console.log(`${run.ok ? 'ok  ' : 'FAIL'} ${one.name}${run.ok ? '' : `\n${run.log.slice(0, 1500)}`}`);
  for (const line of warnings) console.log(`       ${line.trim()}`);
  rmSync(work, { recursive: true, force: true });
  return run.ok;
}

const results = readSiteCases(process.argv.slice(2)).map(remake);
process.exitCode = results.every(Boolean) ? 0 : 1;
