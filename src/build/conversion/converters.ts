import { isAbsolute, relative } from 'node:path';
import { checkSass } from '../../config/check-types.js';
import { SiteError } from '../../core/diagnostics.js';
import { withSlashes } from '../../core/files.js';
import type { Converter, Plugin } from '../../core/plugin.js';
import { sourceMapRoute } from '../../core/route.js';
import { isKramdown, markdownExtensions } from '../../core/settings.js';
import { type Config, type Document, fileOfText } from '../../core/types.js';
import { inspect } from '../../core/values/ruby.js';
import type { HeldResult } from '../../markdown/shared-results.js';
import { addCompanion, reportWarning } from '../../render/renderer.js';
import type { SassRequest, SassResult } from '../../styles/compilation.js';
import type { Sass } from '../../styles/sass.js';

/** What the converters of a site work with. */
export interface ConverterTools {
  readonly config: Config;
  /** Markdown to HTML, and that as UTF-8 where a thread made it; its warnings are reported for the render in progress. */
  markdown(text: string, path: string): HeldResult;
  readonly sass: Sass;
  /** Notes a file (absolute path) as read by the render in progress. */
  noteFile(path: string): void;
  /** Notes that the render in progress depends on chance. */
  noteChance(): void;
}

/** Turns a document's text into its output's, by the converters for its extension in the order of their priority. */
export interface Conversion {
  convert(text: string, document: Document): string;
  /** The same as UTF-8 where it is Markdown alone, and a thread has converted it. */
  convertHeld(text: string, document: Document): string | Uint8Array;
  /** Whether documents with this extension are Markdown and nothing else converts them. */
  isMarkdownOnly(extension: string): boolean;
  /** Whether documents with this extension are style sheets and nothing else converts them. */
  isSassOnly(extension: string): boolean;
  /** Whether documents with this extension get a source map beside their output. */
  hasSourceMap(extension: string): boolean;
  /** Whether documents with this extension are Markdown. */
  isMarkdown(extension: string): boolean;
  /** The output's extension, with its dot; undefined where no converter takes the file. */
  outputExtension(extension: string): string | undefined;
}

/** The converters of a site: Markdown, Sass, and those of plugins. */
export function createConversion(tools: ConverterTools, plugins: readonly Plugin[]): Conversion {
  const markdown = markdownExtensions(tools.config);
  const added = plugins.flatMap(({ converters = [] }) => converters);
  const isProcessor = isMarkdownProcessor(tools.config);
  const own: Converter[] = [
    {
      name: 'Markdown',
      priority: 50,
      matches: (extension) => markdown.has(extension),
      outputExtension: () => '.html',
      convert: isProcessor ? (text, path) => tools.markdown(text, path).html : refuseProcessor(tools.config),
    },
    ...['.scss', '.sass'].map(
      (wanted): Converter => ({
        name: wanted === '.scss' ? 'Scss' : 'Sass',
        priority: 50,
        matches: (extension) => extension === wanted,
        outputExtension: () => '.css',
        convert: (text) => text,
      }),
    ),
  ];
  const all = [...own, ...added].sort((a, b) => b.priority - a.priority);
  const known = new Map<string, readonly Converter[]>();
  const convertersFor = (extension: string): readonly Converter[] => {
    const wanted = extension.toLowerCase();
    let found = known.get(wanted);
    if (found === undefined) known.set(wanted, (found = all.filter((converter) => converter.matches(wanted))));
    return found;
  };
  const isMarkdownOnly = (extension: string): boolean => {
    const found = convertersFor(extension);
    return found.length === 1 && found[0] === own[0];
  };
  const conversion: Conversion = {
    convert(text, document) {
      let result = text;
      for (const converter of convertersFor(document.extension)) {
        const isSass = converter.name === 'Scss' || converter.name === 'Sass';
        result =
          isSass && own.includes(converter)
            ? compileSass(tools, result, document)
            : runConverter(converter, result, document);
      }
      return result;
    },
    convertHeld(text, document) {
      if (!isProcessor || !isMarkdownOnly(document.extension)) return conversion.convert(text, document);
      const convert = (): string | Uint8Array => {
        const result = tools.markdown(text, document.path);
        return result.bytes ?? result.html;
      };
      return withPlace('Markdown', convert, text, document);
    },
    isMarkdownOnly,
    isSassOnly: (extension) => {
      const found = convertersFor(extension);
      return found.length === 1 && own.indexOf(found[0]!) > 0;
    },
    hasSourceMap: (extension) =>
      convertersFor(extension).some((found) => own.indexOf(found) > 0) && tools.sass.hasSourceMap,
    isMarkdown: (extension) => convertersFor(extension)[0] === own[0],
    outputExtension: (extension) => convertersFor(extension).at(-1)?.outputExtension(extension.toLowerCase()),
  };
  return conversion;
}

const otherProcessors = new Set(['gfm', 'commonmark', 'commonmarkghpages']);

function isMarkdownProcessor(config: Config): boolean {
  const name = config.values.get('markdown');
  return typeof name === 'string' && (isKramdown(name) || otherProcessors.has(name.toLowerCase()));
}

/** Throws SiteError for a name that is no Markdown processor. */
function refuseProcessor(config: Config): Converter['convert'] {
  const given = config.values.get('markdown');
  const message = `Invalid Markdown processor given: ${typeof given === 'string' ? given : inspect(given)}`;
  const known = 'Known are kramdown, GFM, CommonMark and CommonMarkGhPages; set `markdown` to one of them';
  const hint = given instanceof Map ? `${known}, and write options of kramdown below \`kramdown:\`.` : `${known}.`;
  const place = { path: '_config.yml', setting: ['markdown'] };
  const error = new SiteError({ code: 'markdown/processor', message, hint, ...place });
  return () => {
    throw error;
  };
}

function runConverter(converter: Converter, text: string, document: Document): string {
  return withPlace(converter.name, () => converter.convert(text, document.path), text, document);
}

/** Gives the errors of a converter their place. */
function withPlace<T>(name: string, convert: () => T, text: string, document: Document): T {
  try {
    return convert();
  } catch (error) {
    if (error instanceof SiteError) throw inFile(error, text, document);
    throw new SiteError(
      {
        code: 'convert/failed',
        message: `${name} could not convert ${fileOfText(document)}: ${error instanceof Error ? error.message : String(error)}`,
        hint: 'Take parts of the text out until it is converted, to find the one that the converter does not take.',
        path: fileOfText(document),
      },
      { cause: error },
    );
  }
}

/** A converter knows places in the text that it is given: they are those of the file where Liquid left the line as it was. */
function inFile(error: SiteError, text: string, document: Document): SiteError {
  const { path, position, ...rest } = error.diagnostic;
  if (path !== undefined || position === undefined) return error;
  const { line, column } = position;
  const isAsWritten = text.split('\n')[line - 1] === document.body.split('\n')[line - 1];
  const place = isAsWritten ? { position: { line: line + document.bodyLine - 1, column } } : {};
  return new SiteError({ ...rest, path: fileOfText(document), ...place }, { cause: error });
}

/** How a document that is a style sheet is compiled. */
export function sassRequest(document: Document): SassRequest {
  return {
    path: document.path,
    indented: document.extension.toLowerCase() === '.sass',
    line: document.bodyLine,
    isMapped: document.kind === 'page',
  };
}

function compileSass(tools: ConverterTools, text: string, document: Document): string {
  const request = sassRequest(document);
  const { css, sourceMap, loaded, missed, warnings } = compileOrNote(tools, text, request);
  for (const path of [...loaded, ...missed]) tools.noteFile(path);
  for (const warning of warnings) reportWarning(warning);
  if (sourceMap !== undefined) {
    const { output } = sourceMapRoute(document.name ?? document.path, document.data.get('permalink'), document.route);
    addCompanion({ path: output, text: sourceMap });
  }
  return css;
}

/**
 * Compiles a style sheet. An error is kept only as long as the files that may cause it, missing ones too, are the same.
 */
export function compileOrNote(
  { config, sass, noteFile, noteChance }: Omit<ConverterTools, 'markdown'>,
  text: string,
  request: SassRequest,
): SassResult {
  checkSass(config.values);
  try {
    const result = sass.compile(text, request);
    if (result.isOfChance) noteChance();
    return result;
  } catch (error) {
    for (const path of sass.readsOf(text, request)) noteFile(path);
    throw error;
  }
}

/** A path relative to the source folder, `/` between its parts; the path as it is where it lies elsewhere. */
export function pathFromSource(config: Config, path: string): string {
  const inside = relative(config.source, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : withSlashes(inside);
}
