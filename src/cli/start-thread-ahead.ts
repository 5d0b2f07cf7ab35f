import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { manyPosts, startAhead } from '../core/process/create-thread.js';

/**
 * Starts a thread while the program is loaded, where a look shows that a build will need one: for a blog of many posts
 * that no earlier build has left anything of. A guess: a build that comes to want one later starts it then.
 *
 * @param here the bundle's folder
 */
export function startThreadAhead(argv: readonly string[], here: string): void {
  const file = join(here, 'thread.js');
  if (isLargeBuild(argv) && process.env.UTTERSON_THREADS !== '0' && existsSync(file)) startAhead(file);
}

function isLargeBuild([command, ...flags]: readonly string[]): boolean {
  if (command !== 'build' && command !== 'b') return false;
  const source = sourceOf(flags);
  try {
    return (
      readdirSync(join(source, '_posts')).length >= manyPosts && !existsSync(join(source, '.jekyll-cache', 'utterson'))
    );
  } catch {
    return false;
  }
}

function sourceOf(flags: readonly string[]): string {
  const at = flags.findIndex((flag) => flag === '-s' || flag === '--source');
  return (at === -1 ? flags.find((flag) => flag.startsWith('--source='))?.slice(9) : flags[at + 1]) ?? '.';
}
