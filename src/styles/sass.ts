import { createRequire } from 'node:module';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as SassEmbedded from 'sass-embedded';
import type { Diagnostic } from '../core/diagnostics.js';
import { createNotes } from './notes.js';
import { isSassException, sassErrorToSiteError } from './sass-error.js';
import { readSassSettings, type SassPlace, type SassSettings } from './settings.js';

/** How a text is compiled. */
export interface SassRequest {
  /** The file's path relative to the source folder; none for the filters `scssify` and `sassify`. */
  readonly path?: string;
  /** Whether it is in the indented syntax. */
  readonly indented: boolean;
  /** The line of the file where the text begins, for messages; 1 where it is not given. */
  readonly line?: number;
}

/** A compiled style sheet. */
export interface SassResult {
  /** With the comment that names the source map, where there is one. */
  readonly css: string;
  /** The text of the source map (`NAME.css.map`), where the settings ask for one and the text is a file's. */
  readonly sourceMap?: string;
  /** Absolute paths of the files that were read besides. */
  readonly loaded: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/** Compiles Sass and SCSS with one settings object. */
export interface Sass {
  /** Absolute paths that loads are searched in: a file that appears there may change any result. */
  readonly loadPaths: readonly string[];
  /** Throws `SiteError` with a place. */
  compile(text: string, request: SassRequest): SassResult;
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
    compile(text, request) {
      compiler ??= loadSass().initCompiler();
      clearTimeout(idle);
      idle = setTimeout(close, idleTime).unref();
      return compileText(compiler, settings, options.source, text, request);
    },
    close,
  };
}

/** After so many milliseconds without work the compiler's process ends, which would keep ours from ending. */
const idleTime = 2_000;

/** Required rather than imported: Sass is slow to load, and filters that need it cannot wait. */
function loadSass(): typeof SassEmbedded {
  return createRequire(import.meta.url)('sass-embedded') as typeof SassEmbedded;
}

function compileText(
  compiler: SassEmbedded.Compiler,
  settings: SassSettings,
  source: string,
  text: string,
  request: SassRequest,
): SassResult {
  const { path } = request;
  const file = path === undefined ? undefined : resolve(source, path);
  const sheet = { source, file, path, line: request.line ?? 1 };
  const notes = createNotes(sheet);
  const hasSourceMap = settings.hasSourceMap && file !== undefined;
  try {
    const result = compiler.compileString(text, {
      ...sassOptions(settings, request),
      ...(file === undefined ? {} : { url: pathToFileURL(file) }),
      sourceMap: hasSourceMap,
      logger: notes.logger,
    });
    const loaded = result.loadedUrls.filter((url) => url.protocol === 'file:').map((url) => fileURLToPath(url));
    const shared = { loaded: loaded.filter((other) => other !== file), warnings: notes.finish() };
    if (!hasSourceMap || result.sourceMap === undefined) return { css: result.css, ...shared };
    const name = `${basename(file).replace(/\.[^.]*$/, '')}.css`;
    const gap = settings.style === 'compressed' ? '' : '\n\n';
    const css = `${result.css}${gap}/*# sourceMappingURL=${encodeURI(`${name}.map`)} */`;
    return { css, sourceMap: writeSourceMap(result.sourceMap, dirname(file), name), ...shared };
  } catch (error) {
    if (isSassException(error)) throw sassErrorToSiteError(error, sheet);
    throw error;
  }
}

function sassOptions(settings: SassSettings, request: SassRequest): SassEmbedded.StringOptions<'sync'> {
  return {
    syntax: request.indented ? 'indented' : 'scss',
    style: settings.style,
    loadPaths: [...settings.loadPaths],
    charset: request.path !== undefined,
    sourceMapIncludeSources: true,
    quietDeps: settings.quietDeps,
    verbose: settings.verbose,
    silenceDeprecations: settings.silenced as SassEmbedded.DeprecationOrId[],
    fatalDeprecations: settings.fatal as SassEmbedded.DeprecationOrId[],
    futureDeprecations: settings.future as SassEmbedded.DeprecationOrId[],
  };
}

type RawSourceMap = NonNullable<SassEmbedded.CompileResult['sourceMap']>;

/** Sources relative to the style sheet's folder, so that the map is the same on every machine. */
function writeSourceMap(map: RawSourceMap, folder: string, name: string): string {
  const sources = map.sources.map((url) => {
    if (!url.startsWith('file:')) return url;
    const path = relative(folder, fileURLToPath(url)).replaceAll('\\', '/');
    return isAbsolute(path) ? url : encodeURI(path);
  });
  const { version, sourceRoot, names, mappings, sourcesContent } = map;
  return JSON.stringify({ version, sourceRoot, sources, names, mappings, sourcesContent, file: encodeURI(name) });
}
