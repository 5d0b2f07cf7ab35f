import { SiteError } from '../core/diagnostics.js';
import type { Plugin } from '../core/plugin.js';
import { importModule } from '../core/process/import-module.js';

interface CoffeeError {
  readonly message: string;
  readonly location?: { readonly first_line: number; readonly first_column: number };
}

/** jekyll-coffeescript: `.coffee` files with front matter become JavaScript, by CoffeeScript 1.12 as in the gem. */
export async function coffeescript(): Promise<Plugin> {
  const { prepareStackTrace } = Error;
  const compiler = await importModule<{ compile?: Compile; default?: { compile: Compile } }>('coffeescript');
  // The compiler puts one of its own there, which compiles what it was last given once more: where that is wrong, no error has a stack.
  Error.prepareStackTrace = prepareStackTrace!;
  const compile = compiler.compile ?? compiler.default!.compile;
  return {
    name: 'jekyll-coffeescript',
    converters: [
      {
        name: 'CoffeeScript',
        priority: 10,
        matches: (extension) => extension === '.coffee',
        outputExtension: () => '.js',
        convert: (text, path) => compileFile(compile, text, path),
      },
    ],
  };
}

type Compile = (source: string) => string;

function compileFile(compile: Compile, text: string, path: string): string {
  try {
    return compile(text);
  } catch (error) {
    const { message, location } = error as CoffeeError;
    const position = location && { line: location.first_line + 1, column: location.first_column + 1 };
    throw new SiteError({
      code: 'plugin/coffeescript',
      message: `${path} is no CoffeeScript: ${message}`,
      hint: 'It is read as CoffeeScript 1.12.',
      ...(position === undefined ? { path } : { position }),
    });
  }
}
