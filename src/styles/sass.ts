import type * as SassEmbedded from 'sass-embedded';
import type { Diagnostic } from '../core/diagnostics.js';
import { type Compilation, createCompilation, type SassRequest, type SassResult } from './compilation.js';
import { isStray, lenientOptions } from './lenient.js';
import type { CompileOrder } from './protocol.js';
import { isSassException, type SassFailure, sassErrorToSiteError } from './sass-error.js';
import { loadSass } from './sass-library.js';
import { readSassSettings, type SassPlace } from './settings.js';

/** Compiles Sass and SCSS with one settings object. */
export interface Sass {
  /** Absolute paths that loads are searched in: a file that appears there may change any result. */
  readonly loadPaths: readonly string[];
  /** Whether style sheets that are files get a source map. */
  readonly hasSourceMap: boolean;
  /** Throws `SiteError` with a place. */
  compile(text: string, request: SassRequest): SassResult;
  /** Absolute paths of the files, existing or not, that a text which cannot be compiled depends on. */
  readsOf(text: string, request: SassRequest): readonly string[];
  /** Ends the compiler's process; a later `compile` starts another. */
  close(): void;
}

/** A compiler for the `sass:` settings of a site; Sass itself is loaded and started at the first use. */
export function createSass(options: SassPlace & { readonly settings: unknown }): Sass {
  const settings = readSassSettings(options.settings, options);
  let compiler: SassEmbedded.Compiler | undefined;
  let idle: NodeJS.Timeout | undefined;
  const close = (): void => {
    clearTimeout(idle);
    compiler?.dispose();
    compiler = undefined;
  };
  return {
    loadPaths: settings.loadPaths,
    hasSourceMap: settings.hasSourceMap,
    compile(text, request) {
      compiler ??= loadSass().initCompiler();
      clearTimeout(idle);
      idle = setTimeout(close, idleTime).unref();
      const compilation = createCompilation(settings, options.source, text, request);
      try {
        return run(compiler, compilation);
      } catch (error) {
        if (!isSassException(error)) throw error;
        const refusal = sassErrorToSiteError(error, compilation.sheet);
        const again = (): Compilation => createCompilation(settings, options.source, text, request);
        const outcome = runLeniently(compiler, again, refusal.diagnostic);
        if ('css' in outcome) return outcome;
        throw isOfOtherText(error, compilation) ? sassErrorToSiteError(outcome, compilation.sheet) : refusal;
      }
    },
    readsOf: (text, request) => createCompilation(settings, options.source, text, request).reads(),
    close,
  };
}

function run(compiler: SassEmbedded.Compiler, { order, notes, finish }: Compilation): SassResult {
  return finish(compiler.compileString(order.text, { ...libraryOptions(order), logger: notes.logger }));
}

/**
 * Whether an error is in the file of the text, but not in the text: a style sheet that has loaded itself is read as it is
 * on the disk, with its front matter.
 */
function isOfOtherText({ span }: SassFailure, { order }: Compilation): boolean {
  const line = order.text.split('\n')[span.start.line];
  return span.url?.href === order.url && span.context?.split('\n')[0] !== line;
}

/** The result of a text that is read as sassc reads it, or why that fails as well. */
function runLeniently(
  compiler: SassEmbedded.Compiler,
  prepare: () => Compilation,
  refusal: Diagnostic,
): SassResult | SassFailure {
  const strays: SassEmbedded.SourceSpan[] = [];
  for (;;) {
    try {
      return runAgain(compiler, prepare(), refusal, strays);
    } catch (error) {
      if (!isSassException(error)) throw error;
      if (!isStray(error) || strays.length === mostStrays) return error;
      strays.push(error.span as SassEmbedded.SourceSpan);
    }
  }
}

/** So many declarations outside of rules are found one after the other, each by another run. */
const mostStrays = 50;

function runAgain(
  compiler: SassEmbedded.Compiler,
  { order, notes, finish, reads }: Compilation,
  refusal: Diagnostic,
  strays: readonly SassEmbedded.SourceSpan[],
): SassResult {
  const { text, ...options } = lenientOptions(order, strays);
  const raw = compiler.compileString(text, { ...libraryOptions(order), ...options, logger: notes.logger });
  const result = finish(raw);
  // What it depends on is also all for which Sass refused it.
  const missed = [...new Set([...result.missed, ...reads()])];
  return { ...result, missed, warnings: [...result.warnings, warningOf(refusal)] };
}

function warningOf(refusal: Diagnostic): Diagnostic {
  const message = `Sass refuses this, and it was read as sassc reads it: ${refusal.message}`;
  return { ...refusal, code: 'styles/lenient', severity: 'warning', message };
}

/** After this many milliseconds without work the compiler's process ends, which would keep ours from ending. */
const idleTime = 2_000;

function libraryOptions(order: CompileOrder): SassEmbedded.StringOptions<'sync'> {
  return {
    syntax: order.indented ? 'indented' : 'scss',
    style: order.compressed ? 'compressed' : 'expanded',
    ...(order.url === undefined ? {} : { url: new URL(order.url) }),
    loadPaths: [...order.loadPaths],
    charset: order.charset,
    sourceMap: order.hasSourceMap,
    sourceMapIncludeSources: true,
    quietDeps: order.quietDeps,
    verbose: order.verbose,
    silenceDeprecations: order.silenced as SassEmbedded.DeprecationOrId[],
    fatalDeprecations: order.fatal as SassEmbedded.DeprecationOrId[],
    futureDeprecations: order.future as SassEmbedded.DeprecationOrId[],
  };
}
