import { dirname, join } from 'node:path';
import type * as SassEmbedded from 'sass-embedded';
import { SiteError } from '../core/diagnostics.js';
import { requireFrom } from '../core/process/require-from.js';

/** The `require` that packages are found with. */
type Require = Pick<NodeJS.Require, 'resolve'> & ((name: string) => unknown);

/**
 * Sass as a library: `sass-embedded`, or `sass`, which is all JavaScript, on a machine that the other has no compiler for.
 * Required rather than imported: Sass is slow to load, and filters that need it cannot wait. Throws SiteError where there is neither.
 */
export function loadSass(require: Require = requireFrom(import.meta.url)): typeof SassEmbedded {
  try {
    const embedded = require('sass-embedded') as typeof SassEmbedded;
    return isJavaScript(readCommand(require)) ? (require('sass') as typeof SassEmbedded) : embedded;
  } catch (error) {
    throw new SiteError(
      {
        code: 'styles/no-compiler',
        message: `Sass's compiler for this machine (${process.platform}-${process.arch}) is not installed.`,
        hint:
          'npm leaves it out where package-lock.json was made on another machine: remove node_modules and package-lock.json, ' +
          'and run npm install again. Where there is none for a machine, npm install sass.',
      },
      { cause: error },
    );
  }
}

/** The command line of the compiler as `sass-embedded` finds it; undefined where there is none that can be spoken to. */
export function compilerOfLibrary(require: Require = requireFrom(import.meta.url)): readonly string[] | undefined {
  try {
    const command = readCommand(require);
    return isJavaScript(command) || command.some((word) => /\.(?:bat|cmd)$/i.test(word)) ? undefined : command;
  } catch {
    return undefined;
  }
}

function readCommand(require: Require): readonly string[] {
  const library = dirname(require.resolve('sass-embedded'));
  return (require(join(library, 'src', 'compiler-path.js')) as { readonly compilerCommand: string[] }).compilerCommand;
}

/** Whether the library found nothing but `sass`, which cannot be spoken to as a compiler. */
function isJavaScript(command: readonly string[]): boolean {
  return /[\\/]sass\.js$/.test(command.at(-1) ?? '');
}
