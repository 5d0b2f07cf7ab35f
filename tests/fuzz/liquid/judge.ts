import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { encodedData, partials } from './data.js';
import type { Case, Result } from './engine.js';

/** What the real Liquid makes of cases, in one process of Ruby. */
export function judge(cases: readonly Case[]): Result[] {
  const ruby = spawnSync('ruby', [fileURLToPath(new URL('judge.rb', import.meta.url))], {
    input: JSON.stringify({ cases, data: encodedData, partials }),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  if (ruby.status !== 0) throw new Error(ruby.stderr);
  return JSON.parse(ruby.stdout) as Result[];
}
