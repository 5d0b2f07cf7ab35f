/** npm run bench [-- NAME [FLAG …]]: runs `bench/NAME.ts`, the race (`build`) where no name is given. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['build', 'startup', 'floor', 'liquid', 'markdown', 'highlight', 'edit'];

function main(): number {
  const args = process.argv.slice(2);
  const named = args[0] !== undefined && !args[0].startsWith('-');
  const name = named ? args[0]! : 'build';
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!NAMES.includes(name) || !existsSync(file)) {
    process.stderr.write(`There is no benchmark "${name}". There are: ${NAMES.join(', ')}\n`);
    return 2;
  }
  const own = named ? args.slice(1) : args;
  return spawnSync(process.execPath, [...process.execArgv, file, ...own], { stdio: 'inherit' }).status ?? 1;
}

process.exitCode = main();
