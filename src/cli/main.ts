import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { isTraining, loadCompiled } from '../core/compiled-code.js';
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
  if (process.versions.v8.startsWith('11.')) {
    // Node 20's V8 optimizes functions so eagerly that most of a build of seconds goes into it: it is to wait twice as long.
    setFlagsFromString('--interrupt-budget=300000');
    // And it collects garbage many times while the space for young objects grows to what a build needs: that takes a tenth of a short one.
    setFlagsFromString('--semi-space-growth-factor=8');
    // Several threads collect one's garbage hardly sooner, and take the processors from those that convert.
    setFlagsFromString('--no-parallel-scavenge');
  }
  const compiled = loadCompiled<typeof Program>('program', import.meta.dirname);
  // Without bytecode of its own: Node 22 and later keep compiled code from one run to the next where they are asked to.
  if (compiled === undefined) (nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  else lendModules({ loadLibrary: compiled.exports.loadLibrary, importModule: (specifier) => import(specifier) });
  const { runProgram } = compiled?.exports ?? (await import('./run.js'));
  const code = await runProgram(argv);
  if (isTraining) compiled?.keep();
  return code;
}
