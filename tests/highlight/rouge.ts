import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Code in a language. */
export type CodeCase = readonly [language: string, code: string];

const script = fileURLToPath(new URL('rouge.rb', import.meta.url));

/** The HTML that the real Rouge makes of code, in one process of Ruby; null where it fails. */
export function highlightByRouge(cases: readonly CodeCase[]): (string | null)[] {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const options = { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 1 << 30, env } as const;
  return JSON.parse(execFileSync('ruby', [script], options)) as (string | null)[];
}
