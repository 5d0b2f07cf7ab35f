import { isAbsolute, join } from 'node:path';
import type { ThreadPool } from '../core/process/thread-pool.js';
import { type Document, fileOfText } from '../core/types.js';
import type { HeldResult } from '../markdown/shared-results.js';
import { type ReadSettings, readSettings } from '../read/settings.js';
import type { Source } from '../read/source.js';
import { createHost, type HostServices } from '../render/host.js';
import { sourceOfFile } from '../render/layouts/sources.js';
import { createWorld } from '../render/render-site.js';
import type { RenderTools } from '../render/render-tools.js';
import { reportWarning, textAhead } from '../render/renderer.js';
import { createSitePaths, type SitePaths } from '../render/site-paths.js';
import { createSiteDrop } from '../render/view/site-view.js';
import type { World } from '../render/world.js';
import {
  type Conversion,
  type ConverterTools,
  compileOrNote,
  createConversion,
  pathFromSource,
  sassRequest,
} from './conversion/converters.js';
import { placeOfLanguage } from './conversion/language-place.js';
import { markdownSettings } from './conversion/markdown-settings.js';
import { createMarkdownWork, type MarkdownWork } from './conversion/markdown-work.js';
import { createSassWork, type SassWork } from './conversion/sass-work.js';
import { createSheetFinder, type SheetFinder } from './conversion/sheets-ahead.js';
import type { LoadedSite } from './load-site.js';
import type { Profiler } from './profiler.js';
import { TemplateEngines } from './templates/template-engines.js';
import { createRenderTools, isPlain } from './templates/template-tools.js';

/** What the parts of a site are wired from. */
export interface WiringOptions {
  readonly loaded: LoadedSite;
  readonly source: Source;
  readonly threadPool: ThreadPool;
  readonly profiler: Profiler | undefined;
  readonly isBuiltOnce: boolean;
  /** Whether plugins of the site's own may see in which order documents are rendered. */
  readonly isOrderSeen: boolean;
}

/** The modules that render a site, each with what it needs of the others. */
export interface Wiring {
  readonly world: World;
  readonly tools: RenderTools;
  readonly conversion: Conversion;
  readonly markdownWork: MarkdownWork;
  readonly sass: SassWork;
  readonly sheets: SheetFinder;
  readonly engines: TemplateEngines;
  /** Whether a document's text, or another one of it, is Markdown without any Liquid. */
  isPlainMarkdown(document: Document, text?: string): boolean;
  markdownify(text: string): string;
}

/** Wires the modules for a loaded site. Nothing is read yet. */
export function wireSite(options: WiringOptions): Wiring {
  const { loaded, source, threadPool, profiler, isBuiltOnce, isOrderSeen } = options;
  const { config, plugins } = loaded;
  const markdownWork = createMarkdownWork(config, markdownSettings(config), threadPool);
  const sass = createSassOf(loaded);
  const paths = createSitePaths(
    () => world.site,
    () => world.shape,
  );
  const world: World = createWorldOf(source, paths, isBuiltOnce);
  const siteDrop = createSiteDrop(world);
  const noteFile = (path: string): void => world.facts.note('file', pathFromSource(config, path));
  const noteChance = (): void => world.facts.note('chance', '');
  const markdown = (text: string, path: string): HeldResult =>
    convertMarkdown(markdownWork, text, path, world.rendering?.state.document);
  const markdownify = (text: string): string =>
    markdown(text, world.rendering === undefined ? '' : fileOfText(world.rendering.state.document)).html;
  const conversion = createConversion({ config, markdown, sass, noteFile, noteChance }, plugins);
  const host = createHost(world, {
    siteDrop,
    paths,
    includeFolders: includeFolders(loaded),
    readFile: (path, folder) => {
      const file = source.file(path, folder);
      return file && sourceOfFile(file);
    },
    isPlain,
    markdownify,
    smartify: (text) => markdownWork.markdown.smartify(text),
    sassify: (text, syntax) => sassify({ config, sass, noteFile, noteChance }, sheets, text, syntax),
    highlight: (code, language, highlighting) => markdownWork.markdown.highlight(code, language, highlighting),
    measure: profiler && ((path, render) => profiler.include(world, path, render)),
  });
  const engines = new TemplateEngines(loaded, world, host, profiler);
  const tools = createRenderTools(world, siteDrop, conversion, engines.renderTemplate, loaded, profiler !== undefined);
  const sheets = createSheetFinder({
    world,
    requestFor: (document) => (conversion.isSassOnly(document.extension) ? sassRequest(document) : undefined),
    isPlain: (document) => isPlain(document.body, document),
    textAhead: (state) => textAhead(world, tools, state),
    isSeen: isOrderSeen || profiler !== undefined,
  });
  return {
    world,
    tools,
    conversion,
    markdownWork,
    sass,
    sheets,
    engines,
    isPlainMarkdown: (document, text = document.body) =>
      conversion.isMarkdownOnly(document.extension) && isPlain(text, document),
    markdownify,
  };
}

function createSassOf({ config, theme }: LoadedSite): SassWork {
  return createSassWork({
    source: config.source,
    settings: config.values.get('sass'),
    environment: config.environment,
    isSafe: config.values.get('safe') === true,
    ...(theme === undefined ? {} : { themeSass: join(theme.root, '_sass') }),
  });
}

function createWorldOf(source: Source, paths: SitePaths, isBuiltOnce: boolean): World {
  const defaults = (): ReadSettings['defaults'] => readSettings(world.site.config).defaults;
  const world: World = createWorld(
    {
      fileHash: (path) => (isAbsolute(path) ? source.fileAt(path) : source.file(path))?.hash,
      urlOfPath: paths.urlOfPath,
      urlOfPost: paths.urlOfPost,
      layoutByDefault: (path) => defaults().of(path, 'pages').get('layout'),
      layoutOfExcerpt: (path, type) => defaults().valueOf(path, type, 'layout'),
    },
    isBuiltOnce,
  );
  return world;
}

function includeFolders({ config, theme }: LoadedSite): string[] {
  const own = String(config.values.get('includes_dir') ?? '_includes');
  return theme === undefined ? [own] : [own, `${theme.root}/_includes`];
}

function sassify(
  tools: Omit<ConverterTools, 'markdown'>,
  sheets: SheetFinder,
  text: string,
  syntax: 'indented' | 'scss',
): ReturnType<HostServices['sassify']> {
  const request = { indented: syntax === 'indented' };
  sheets.ask({ text, request });
  const { css, loaded, missed, warnings } = compileOrNote(tools, text, request);
  for (const warning of warnings) reportWarning(warning);
  return { css, loaded: [...loaded, ...missed].map((path) => pathFromSource(tools.config, path)) };
}

/** Converts Markdown of a document, and reports what it warns of. */
function convertMarkdown(work: MarkdownWork, text: string, path: string, document: Document | undefined): HeldResult {
  const result = work.convert(text, path);
  const { warnings, unknownLanguages } = result;
  for (const language of unknownLanguages) {
    reportWarning({
      severity: 'warning',
      code: 'markdown/unknown-language',
      message: `The code language '${language}' is not known; the code is printed plain.`,
      hint: /[A-Z]/.test(language)
        ? `Names of languages are in lower case, as '${language.toLowerCase()}' would be.`
        : 'Name another language, or leave the name out.',
      path,
      position: document && placeOfLanguage(document, language),
    });
  }
  if (!work.showsWarnings) return result;
  for (const { message } of warnings) {
    reportWarning({ severity: 'warning', code: 'markdown/warning', message, path });
  }
  return result;
}
