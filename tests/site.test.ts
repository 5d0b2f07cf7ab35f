import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { compareTrees, type FileFinding } from '../scripts/lib/compare-trees.js';
import { caseEnvironment, copyCase, readSiteCases, type SiteCase } from '../scripts/lib/site-case.js';
import { createBuilder } from '../src/build.js';
import { configFlags } from '../src/cli/builder.js';
import { buildFlags, globalFlags } from '../src/cli/flags/flags.js';
import { parseFlags } from '../src/cli/flags/parse-flags.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Builds a case as `utterson build FLAGS` would in its folder. */
async function buildCase(one: SiteCase, work: string): Promise<string> {
  const source = join(work, 'source');
  const destination = join(work, 'site');
  copyCase(one, source);
  for (const [name, value] of Object.entries({ TZ: 'UTC', JEKYLL_ENV: 'development', ...caseEnvironment(one, source) }))
    vi.stubEnv(name, value);
  const { flags } = parseFlags([...one.flags], [...globalFlags, ...buildFlags]);
  const config =
    flags.config === undefined ? {} : { config: (flags.config as string[]).map((file) => join(source, file)) };
  const builder = await createBuilder({
    ...configFlags(flags),
    ...config,
    source,
    destination,
    disable_disk_cache: true,
  });
  try {
    const result = await builder.build();
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  } finally {
    await builder.close();
  }
  return destination;
}

/** The Sass that wrote `expected` puts white space elsewhere than Dart Sass, which Jekyll uses since 4.3. */
function isRight({ path, verdict }: FileFinding): boolean {
  if (path.endsWith('.map')) return verdict === 'different' || verdict === 'identical';
  return verdict === 'identical' || verdict === 'same text' || (verdict === 'same tree' && path.endsWith('.css'));
}

test.each(readSiteCases().map((one) => [one.name, one] as const))('%s is as Jekyll makes it', async (_name, one) => {
  const work = mkdtempSync(join(tmpdir(), 'utterson-case-'));
  try {
    const findings = compareTrees(one.expected, await buildCase(one, work));
    const wrong = findings.filter((finding) => !isRight(finding));
    expect(wrong.map(({ path, verdict, detail }) => `${path}: ${verdict} ${detail ?? ''}`).join('\n')).toBe('');
    expect(findings.length).toBeGreaterThan(0);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
