import * as nodeModule from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { isTraining, loadCompiled } from '../core/compiled-code.js';
import { lendModules } from '../core/import-module.js';
import type * as Program from '../program.js';

// Node 20's V8 optimizes functions so eagerly that most of a build of seconds goes into it: it is to wait twice as long.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=300000');
const compiled = loadCompiled<typeof Program>('program', import.meta.url);
// Without bytecode of its own: Node 22 and later keep compiled code from one run to the next where they are asked to.
if (compiled === undefined) (nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
else lendModules({ loadLibrary: compiled.exports.loadLibrary, importModule: (specifier) => import(specifier) });
const { runProgram } = compiled?.exports ?? (await import('./run.js'));
process.exitCode = await runProgram(process.argv.slice(2));
if (isTraining) compiled?.keep();
