import * as nodeModule from 'node:module';
import { loadCompiled } from '../core/compiled-code.js';
import { lendModules } from '../core/import-module.js';
import type * as Program from '../program.js';

const isTraining = process.env.UTTERSON_TRAINING !== undefined;
const compiled = loadCompiled<typeof Program>('program', import.meta.url, isTraining);
// Without bytecode of its own: Node 22 and later keep compiled code from one run to the next where they are asked to.
if (compiled === undefined) (nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
else lendModules({ loadLibrary: compiled.exports.loadLibrary, importModule: (specifier) => import(specifier) });
const { runProgram } = compiled?.exports ?? (await import('./run.js'));
process.exitCode = await runProgram(process.argv.slice(2));
if (isTraining) compiled?.keep();
