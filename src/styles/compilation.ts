import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from '../core/diagnostics.js';
import { asksForChance, findMissed, findReads, readLoading } from './lookups.js';
import { createNotes, type Notes } from './notes.js';
import type { CompileOrder } from './protocol.js';
import type { Sheet } from './sass-error.js';
import type { SassSettings } from './settings.js';

/** How a text is compiled. */
export interface SassRequest {
  /** The file's path relative to the source folder; none for the filters `scssify` and `sassify`. */
  readonly path?: string;
  /** Whether it is in the indented syntax. */
  readonly indented: boolean;
  /** The line of the file where the text begins, for messages; 1 where it is not given. */
  readonly line?: number;
  /** Whether it gets a source map where the settings ask for one, and `@charset`; a collection's document has neither. */
  readonly isMapped?: boolean;
}

/** A compiled style sheet. */
export interface SassResult {
  /** With the comment that names the source map, where there is one. */
  readonly css: string;
  /** The text of the source map (`NAME.css.map`), where the settings ask for one and the text is a file's. */
  readonly sourceMap?: string;
  /** Absolute paths of the files that were read besides. */
  readonly loaded: readonly string[];
  /** Absolute paths where it looked for files and found none, or more than one. */
  readonly missed: readonly string[];
  /** Whether another run may give another result (`random`, `unique-id`). */
  readonly isOfChance: boolean;
  readonly warnings: readonly Diagnostic[];
}

/** What Sass gives for a text. */
export interface RawResult {
  readonly css: string;
  readonly sourceMap?: RawSourceMap | undefined;
  readonly loadedUrls: readonly URL[];
}

interface RawSourceMap {
  readonly version: number | string;
  readonly sourceRoot?: string | undefined;
  readonly sources: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
  readonly sourcesContent?: readonly string[] | undefined;
}

/** One text on its way through the compiler, whichever way the compiler is spoken to. */
export interface Compilation {
  readonly sheet: Sheet;
  readonly notes: Notes;
  readonly order: CompileOrder;
  finish(raw: RawResult): SassResult;
  /** Absolute paths of the files that a text that Sass refuses depends on. */
  reads(): string[];
}

/** @param source the source folder, absolute */
export function createCompilation(
  settings: SassSettings,
  source: string,
  text: string,
  request: SassRequest,
): Compilation {
  const { path, indented } = request;
  const file = path === undefined ? undefined : resolve(source, path);
  const sheet = { source, file, path, line: request.line ?? 1 };
  const notes = createNotes(sheet);
  const { loadPaths, quietDeps, verbose, silenced, fatal, future } = settings;
  const isSheet = file !== undefined && request.isMapped !== false;
  const order: CompileOrder = {
    text,
    url: file === undefined ? undefined : pathToFileURL(file).href,
    indented,
    compressed: settings.style === 'compressed',
    hasSourceMap: settings.hasSourceMap && isSheet,
    charset: isSheet,
    lastPaths: [...new Set([process.cwd(), source])],
    ...{ loadPaths, quietDeps, verbose, silenced, fatal, future },
  };
  return {
    sheet,
    notes,
    order,
    reads: () => findReads({ text, file, isIndented: indented }, [...loadPaths, ...order.lastPaths]),
    finish({ css, sourceMap, loadedUrls }) {
      const loaded = loadedUrls.filter((url) => url.protocol === 'file:').map((url) => fileURLToPath(url));
      const others = loaded.filter((other) => other !== file);
      const sheets = [{ text, file, isIndented: indented }, ...others.map(readLoading)];
      const missed = findMissed(sheets, loadPaths);
      const shared = { loaded: others, missed, isOfChance: sheets.some(asksForChance), warnings: notes.finish() };
      if (!order.hasSourceMap || sourceMap === undefined || file === undefined) return { css, ...shared };
      const name = `${basename(file).replace(/\.[^.]*$/, '')}.css`;
      const comment = `${order.compressed ? '' : '\n\n'}/*# sourceMappingURL=${encodeURI(`${name}.map`)} */`;
      return { css: css + comment, sourceMap: writeSourceMap(sourceMap, dirname(file), name), ...shared };
    },
  };
}

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
