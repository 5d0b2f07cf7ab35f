import { isAbsolute, join } from 'node:path';
import { errorWithPlace, withSettingPlace } from '../config/setting-place.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { expectWork } from '../core/engine.js';
import { lazily } from '../core/lazily.js';
import type { Plugin } from '../core/plugin.js';
import type { ThreadPool } from '../core/thread-pool.js';
import { type Config, type Document, fileOfText, type Site } from '../core/types.js';
import type { Converted } from '../markdown/pool.js';
import type { MarkdownSettings } from '../markdown/site-markdown.js';
import { isBlindToTexts, isPurePlugin } from '../plugins/built-in.js';
import { readSite } from '../read/read-site.js';
import { type KnownSite, type RestoredSite, restoreSite } from '../read/restore-site.js';
import type { SavedSiteParts } from '../read/saved-site.js';
import { type ReadOptions, readSettings } from '../read/settings.js';
import { bytesToRead } from '../read/snapshot.js';
import { createSource, type KnownSource, type Source } from '../read/source.js';
import { restoreEvidence } from '../render/evidence.js';
import { createHost } from '../render/host.js';
import { keepHeapSmall } from '../render/large-sites.js';
import { adoptSite, createWorld, type RenderPace } from '../render/render-site.js';
import type { RenderTools } from '../render/render-tools.js';
import { reportWarning, textAhead } from '../render/renderer.js';
import { type EvidenceAround, restoreAround } from '../render/restore-around.js';
import type { SavedEvidence } from '../render/saved-evidence.js';
import { createSitePaths } from '../render/site-paths.js';
import { sourceOfFile } from '../render/sources.js';
import { createSiteDrop } from '../render/view/site-view.js';
import type { DocumentState, World } from '../render/world.js';
import type { TemplateEngine } from '../template/engine.js';
import { compileOrNote, createConversion, pathFromSource, sassRequest } from './converters.js';
import { createEngines, type Engines, usesNunjucks } from './engines.js';
import { generateSite, type MadeDocuments, withPluginLayouts } from './generate-site.js';
import type { LoadedSite } from './load-site.js';
import { madeMarkdown } from './made-markdown.js';
import { markdownSettings } from './markdown-settings.js';
import { createMarkdownWork, type MarkdownWork } from './markdown-work.js';
import { chooseObsolete, tellPlugins } from './plugin-calls.js';
import type { Profiler } from './profiler.js';
import { renderOrder } from './render-order.js';
import { createSassWork } from './sass-work.js';
import { createSheetFinder } from './sheets-ahead.js';
import { createLiquid, createRenderTools, isPlain, loadNunjucks } from './template-tools.js';

/** The rooms of one site wired together: what a build calls, phase by phase. */
export interface Pipeline {
  readonly world: World;
  readonly plugins: readonly Plugin[];
  /** Has templates see another configuration from the next reading on. */
  show(config: Config): void;
  /** Reads the site and lets plugins add to it. */
  read(changed: readonly string[] | undefined): Promise<{ site: Site; diagnostics: readonly Diagnostic[] }>;
  /** Takes a site that was read: what stands on something that changed is made anew by the next render. */
  adopt(site: Site, changedFiles: boolean, evidence?: SavedEvidence): void;
  pace(): RenderPace;
  chooseObsolete(removals: readonly string[]): readonly string[];
  afterWrite(paths: readonly string[], rendered: readonly DocumentState[]): Promise<void>;
  /**
   * Takes a site as it was built but for the texts of some documents, and of what was kept of it only what is asked for;
   * undefined where more is different.
   */
  adoptAround(
    known: KnownSite,
    paths: readonly string[],
    evidence: SavedEvidence,
  ): { readonly restored: RestoredSite; readonly around: EvidenceAround } | undefined;
  /** Texts that another builder of this process need not convert again, if the same is made of them with its settings. */
  madeMarkdown(settings: MarkdownSettings, showsWarnings: boolean): readonly Converted[];
  /** What is known of the source files, for the next process. */
  readonly source: Source;
  /** The site as it is now for the next process; undefined where it cannot be saved. */
  saveSite(): SavedSiteParts | undefined;
  close(): void;
}

/**
 * Wires the rooms for a loaded site.
 *
 * @param threadPool threads that share the work
 * @param known what is known of the source files
 * @param profiler measures what is done, where somebody wants to know
 * @param isBuiltOnce whether there is one build and no other
 * @param before that of the builder in whose place this one comes
 */
export async function createPipeline(
  loaded: LoadedSite,
  threadPool: ThreadPool,
  known: KnownSource = {},
  profiler?: Profiler,
  isBuiltOnce = false,
  before?: Pipeline,
): Promise<Pipeline> {
  const { config, theme, plugins } = loaded;
  const source = createSource(config, theme, known);
  const settings = markdownSettings(config);
  const markdownWork = createMarkdownWork(config, settings, threadPool);
  if (before !== undefined) markdownWork.take(before.madeMarkdown(settings, markdownWork.showsWarnings));
  const sass = createSassWork({
    source: config.source,
    settings: config.values.get('sass'),
    environment: config.environment,
    isSafe: config.values.get('safe') === true,
    ...(theme === undefined ? {} : { themeSass: join(theme.root, '_sass') }),
  });
  const paths = createSitePaths(
    () => world.site,
    () => world.shape,
  );
  const defaults = lazily(() => readSettings(config).defaults);
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
  const siteDrop = createSiteDrop(world);
  const noteFile = (path: string): void => world.facts.note('file', pathFromSource(config, path));
  const isPlainMarkdown = (document: Document, text = document.body): boolean =>
    conversion.isMarkdownOnly(document.extension) && isPlain(text, document);
  const markdown = (text: string, path: string): string => sayMarkdown(markdownWork, text, path);
  const conversion = createConversion({ config, markdown, sass, noteFile }, plugins);
  const host = createHost(world, {
    siteDrop,
    paths,
    includeFolders: includeFolders(loaded),
    readFile: (path) => {
      const file = source.file(path);
      return file && sourceOfFile(file);
    },
    isPlain,
    markdownify: (text) => markdownify(text),
    smartify: (text) => markdownWork.markdown.smartify(text),
    sassify: (text, syntax) => {
      const request = { indented: syntax === 'indented' };
      sheets.ask({ text, request });
      const { css, loaded: read, missed, warnings } = compileOrNote({ config, sass, noteFile }, text, request);
      for (const warning of warnings) reportWarning(warning);
      return { css, loaded: [...read, ...missed].map((path) => pathFromSource(config, path)) };
    },
    highlight: (code, language, options) => markdownWork.markdown.highlight(code, language, options),
    measure: profiler && ((path, render) => profiler.include(world, path, render)),
  });
  const liquid = createLiquid(loaded, world, host);
  let engines: Engines = createEngines(config, host, liquid, undefined);
  const renderTemplate: RenderTools['renderTemplate'] = (template, front, variables) =>
    profiler === undefined
      ? engines.render(template, front, variables)
      : profiler.template(template.path, () => engines.render(template, front, variables));
  const tools = createRenderTools(world, siteDrop, conversion, renderTemplate, loaded);
  const readOptions: ReadOptions = {
    outputExtension: (extension) => conversion.outputExtension(extension),
    onRead: (document) => {
      if (isPlainMarkdown(document)) markdownWork.expect(document);
    },
    areCopied: !plugins.every(isPurePlugin),
    blocks: plugins.flatMap(({ tags = {} }) => Object.keys(tags).filter((name) => tags[name]?.body !== 'none')),
  };
  const markdownify = (text: string): string =>
    sayMarkdown(markdownWork, text, world.rendering === undefined ? '' : fileOfText(world.rendering.state.document));
  const phase: Profiler['phase'] = profiler?.phase ?? ((_name, work) => work());
  const isOrderSeen = plugins.some(({ file }) => file !== undefined);
  const made: MadeDocuments = new Map();
  let previous: Site | undefined;
  let shown = config;
  /** The last one, with what plugins added. */
  let plain: Site | undefined;
  let nunjucks: TemplateEngine | undefined;
  const sheets = createSheetFinder({
    world,
    requestFor: (document) => (conversion.isSassOnly(document.extension) ? sassRequest(document) : undefined),
    isPlain: (document) => isPlain(document.body, document),
    textAhead: (state) => textAhead(world, tools, state),
    isSeen: isOrderSeen || profiler !== undefined,
  });
  /** Hands to others what rendering will ask for. */
  const begin = (): void => {
    sass.begin(world, (state) => sheets.find(state));
    markdownWork.begin(world, isPlainMarkdown);
  };

  const readAll: Pipeline['read'] = async (changed) => {
    loaded.outside.refresh();
    for (const plugin of plugins) plugin.beforeBuild?.(config);
    const read = phase('READ', () => {
      const snapshot = source.refresh(changed);
      const bytes = previous === undefined ? bytesToRead(snapshot) : 0;
      markdownWork.announce(bytes);
      const result = readSite(config, snapshot, previous, readOptions);
      keepHeapSmall(bytes);
      expectWork(bytes);
      return result;
    });
    previous = read.site;
    const site = shown === config ? read.site : { ...read.site, config: shown };
    const generated = await phase('GENERATE', () =>
      generateSite(site, loaded, { source, readOptions, markdownify }, made),
    );
    if (nunjucks === undefined && usesNunjucks(generated.site, plain)) {
      nunjucks = await loadNunjucks(liquid, plugins);
      engines = createEngines(config, host, liquid, nunjucks);
    }
    plain = generated.site;
    return {
      site: generated.site,
      diagnostics: [...loaded.diagnostics, ...read.diagnostics, ...generated.diagnostics],
    };
  };

  return {
    world,
    plugins,
    show(other) {
      shown = other;
    },
    async read(changed) {
      try {
        const { site, diagnostics } = await readAll(changed);
        return { site, diagnostics: diagnostics.map((said) => withSettingPlace(said, config.files, config.source)) };
      } catch (error) {
        throw errorWithPlace(error, config.files, config.source);
      }
    },
    adopt(site, changedFiles, evidence) {
      const isFirst = world.ordered.length === 0;
      adoptSite(world, site, tools, changedFiles);
      if (evidence !== undefined) restoreEvidence(world, evidence);
      else if (isFirst && isBuiltOnce) world.unregistered = [];
      begin();
    },
    adoptAround(known, paths, evidence) {
      const restored = restoreSite(config, source, known, paths, readOptions);
      if (restored === undefined) return undefined;
      adoptSite(world, withPluginLayouts(restored.site, plugins), tools, false);
      const changed = restored.changed.filter(({ isSame }) => !isSame);
      const around = restoreAround(
        world,
        evidence,
        changed.map(({ order }) => order),
      );
      if (around === undefined) return undefined;
      begin();
      return { restored, around };
    },
    saveSite() {
      const isTold = nunjucks === undefined && plugins.every(isBlindToTexts) && isReadSite(plain, previous, shown);
      return isTold ? source.saveSite(plain!) : undefined;
    },
    madeMarkdown(others, showsWarnings) {
      const isWhole = plugins.every(({ transformContent }) => transformContent === undefined);
      return isWhole && markdownWork.isSameFor(others, showsWarnings) ? madeMarkdown(world, isPlainMarkdown) : [];
    },
    pace: () => ({
      inOrder: (states, isFixed) =>
        renderOrder(world.site, states, { markdown: markdownWork, sass, isOrderSeen: isOrderSeen || isFixed }),
      ...(profiler === undefined ? {} : { measure: profiler.page }),
    }),
    chooseObsolete: (removals) => chooseObsolete(config, plugins, removals),
    async afterWrite(written, rendered) {
      markdownWork.end();
      await tellPlugins(world, plugins, written, rendered);
    },
    source,
    close() {
      sass.close();
    },
  };
}

/** Whether a site is what was read, with other documents at most, and members. */
function isReadSite(site: Site | undefined, read: Site | undefined, shown: Config): boolean {
  if (site === undefined || read === undefined || site.config !== shown) return false;
  return (['assets', 'data', 'includes', 'theme'] as const).every((key) => site[key] === read[key]);
}

function sayMarkdown(work: MarkdownWork, text: string, path: string): string {
  const { html, warnings, unknownLanguages } = work.convert(text, path);
  for (const language of unknownLanguages) {
    reportWarning({
      severity: 'warning',
      code: 'markdown/unknown-language',
      message: `The code language '${language}' is not known; the code is printed plain.`,
      hint: 'Name another language, or leave the name out.',
      path,
    });
  }
  if (!work.showsWarnings) return html;
  for (const { message } of warnings) {
    reportWarning({ severity: 'warning', code: 'markdown/warning', message, path });
  }
  return html;
}

function includeFolders({ config, theme }: LoadedSite): string[] {
  const own = String(config.values.get('includes_dir') ?? '_includes');
  return theme === undefined ? [own] : [own, `${theme.root}/_includes`];
}
