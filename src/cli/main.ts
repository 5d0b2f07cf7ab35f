import { loadCompiled } from '../core/compiled-code.js';
import { isTraining } from '../core/engine.js';
import { lendModules } from '../core/import-module.js';
import type * as Program from '../program.js';
import { versionLine } from './version.js';

const argv = process.argv.slice(2);
// Nothing of the program is needed for what many ask each time that they begin.
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) console.log(versionLine());
else
  void run().then((code) => {
    process.exitCode = code;
  });

async function run(): Promise<number> {
  const compiled = loadCompiled<typeof Program>('program', import.meta.dirname);
  // Without bytecode of its own: Node 22 and later keep compiled code from one run to the next where they are asked to.
  if (compiled === undefined) enableCompileCache();
  else lendModules({ loadLibrary: compiled.exports.loadLibrary, importModule: (specifier) => import(specifier) });
  const { runProgram } = compiled?.exports ?? (await import('./run.js'));
  const code = await runProgram(argv);
  if (isTraining) compiled?.keep();
  return code;
}

function enableCompileCache(): void {
  const nodeModule = process.getBuiltinModule('node:module') as { readonly enableCompileCache?: () => unknown };
  nodeModule.enableCompileCache?.();
}
