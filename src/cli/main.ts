import * as nodeModule from 'node:module';

// Node 22 and later keep compiled code from one run to the next where they are asked to.
(nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
const { runProgram } = await import('./run.js');
process.exitCode = await runProgram(process.argv.slice(2));
