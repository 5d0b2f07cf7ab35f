import { keepBytecode, lacksBytecode, loadCompiled } from '../core/process/compiled-code.js';
import { isAtWork, isTraining, ownEngine } from '../core/process/engine.js';
import { lendModules } from '../core/process/import-module.js';
import type * as Program from '../program.js';
import { end } from './end.js';
import { startThreadAhead } from './start-thread-ahead.js';
import { reportUncaught } from './uncaught.js';
import { versionLine } from './version.js';

const argv = process.argv.slice(2);
// Nothing of the program is needed for what many ask each time that they begin.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) {
  console.log(versionLine());
  end(0);
} else if (!('require_module' in process.features) || !process.features.require_module) {
  console.error(`utterson needs Node 20.19, 22.12 or later, and this is ${process.version}.`);
  console.error('Install a newer one (https://nodejs.org); in a workflow, name it: `node-version: 22`.');
  end(1);
} else void run().then(end);

async function run(): Promise<number> {
  // Until it has come to its end: Node ends as if all were well where nothing goes on any more.
  process.exitCode = 1;
  reportUncaught();
  ownEngine();
  startThreadAhead(argv, import.meta.dirname);
  const program = loadCompiled<typeof Program>('program', import.meta.dirname, /^b(uild)?$/.test(argv[0] ?? ''));
  // Without bytecode of its own: Node 22 and later keep compiled code from one run to the next where they are asked to.
  if (program === undefined) enableCompileCache();
  else lendModules({ loadLibrary: program.loadLibrary, importModule: (specifier) => import(specifier) });
  const { runProgram } = program ?? (await import('./run.js'));
  const code = await runProgram(argv);
  // A look at what is there compiles little of the program, which the builds to come would have to do with.
  if (isTraining || (code === 0 && isAtWork() && lacksBytecode())) keepBytecode();
  return code;
}

function enableCompileCache(): void {
  const nodeModule = process.getBuiltinModule('node:module') as { readonly enableCompileCache?: () => unknown };
  nodeModule.enableCompileCache?.();
}
