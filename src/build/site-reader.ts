import { extname } from 'node:path';
import { type Diagnostic, distinct, withDiagnostic } from '../core/diagnostics.js';
import { expectWork } from '../core/process/engine.js';
import type { Config, Site } from '../core/types.js';
import { isBlindToTexts, isPurePlugin } from '../plugins/built-in.js';
import type { DiskFile } from '../read/folders/disk-file.js';
import { readSite } from '../read/read-site.js';
import type { SavedSiteParts } from '../read/saved/saved-site.js';
import type { ReadOptions } from '../read/settings.js';
import { bytesToRead, type SourceSnapshot } from '../read/snapshot.js';
import type { Source } from '../read/source.js';
import { generateSite, type MadeDocuments } from './generate-site.js';
import type { LoadedSite } from './load-site.js';
import type { TakenSettings } from './other-settings.js';
import type { Profiler } from './profiler.js';
import { settledPlace } from './settled-place.js';
import type { Wiring } from './wiring.js';

/** A site as read, with what plugins added. */
export interface ReadResult {
  readonly site: Site;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a site is read. */
export interface ReaderOptions {
  /** Measures the work, with `profile`. */
  readonly profiler?: Profiler | undefined;
  /** Whether it is only read: nothing is got ready for a render. */
  readonly isOnlyRead?: boolean;
}

/** Reads a site again and again, and lets plugins add to it. */
export class SiteReader {
  readonly options: ReadOptions;
  /** The site that was read last, before plugins added to it, and after. */
  private asRead: Site | undefined;
  private generated: Site | undefined;
  /** The configuration that templates see. */
  private shown: Config;
  private readonly made: MadeDocuments = new Map();
  private readonly phase: Profiler['phase'];

  constructor(
    private loaded: LoadedSite,
    private readonly source: Source,
    private readonly wiring: Wiring,
    private readonly how: ReaderOptions,
  ) {
    const { plugins } = loaded;
    this.shown = loaded.config;
    this.phase = how.profiler?.phase ?? ((_name, work) => work());
    this.options = {
      outputExtension: (extension) => wiring.conversion.outputExtension(extension),
      onRead: (document) => {
        if (wiring.isPlainMarkdown(document)) wiring.markdownWork.expect(document);
      },
      areCopied: !plugins.every(isPurePlugin),
      blocks: plugins.flatMap(({ tags = {} }) => Object.keys(tags).filter((name) => tags[name]?.body !== 'none')),
    };
  }

  /** Has templates see another configuration from the next reading on, which may be of all files. */
  show({ shown, isReadAgain }: TakenSettings): void {
    this.shown = shown;
    if (!isReadAgain) return;
    // Of the same values, but as another one: what was worked out of them is kept with the configuration that it is of.
    const config = { ...this.loaded.config };
    this.loaded = { ...this.loaded, config };
    this.made.clear();
    this.source.forget(config);
  }

  /**
   * @param changed absolute paths of all files that may be different since the last time; undefined where any may be
   */
  async read(changed: readonly string[] | undefined): Promise<ReadResult> {
    try {
      const { site, diagnostics } = await this.readAndGenerate(changed);
      // A setting that is wrong may have been met with each document.
      return { site, diagnostics: distinct(diagnostics.map((one) => settledPlace(one, this.loaded))) };
    } catch (error) {
      throw withDiagnostic(error, (said) => settledPlace(said, this.loaded));
    }
  }

  /** The site as it is now for the next process; undefined where it cannot be saved. */
  save(): SavedSiteParts | undefined {
    const canBeSaved =
      !this.wiring.engines.hasNunjucks && this.loaded.plugins.every(isBlindToTexts) && this.isOnlyOtherDocuments();
    return canBeSaved ? this.source.saveSite(this.generated!) : undefined;
  }

  private async readAndGenerate(changed: readonly string[] | undefined): Promise<ReadResult> {
    const { loaded, source, options, made } = this;
    const { markdownify, engines } = this.wiring;
    loaded.outside.refresh();
    for (const plugin of loaded.plugins) plugin.beforeBuild?.(loaded.config);
    const read = this.phase('READ', () => this.readFiles(changed));
    this.asRead = read.site;
    const site = this.shown === loaded.config ? read.site : { ...read.site, config: this.shown };
    const work = { source, readOptions: options, markdownify };
    const generated = await this.phase('GENERATE', () => generateSite(site, loaded, work, made));
    await engines.loadFor(generated.site);
    this.generated = generated.site;
    return {
      site: generated.site,
      diagnostics: [...loaded.diagnostics, ...read.diagnostics, ...generated.diagnostics],
    };
  }

  private readFiles(changed: readonly string[] | undefined): ReturnType<typeof readSite> {
    const snapshot = this.source.refresh(changed);
    const bytes = this.asRead === undefined ? bytesToRead(snapshot) : 0;
    this.wiring.markdownWork.announce(bytes);
    const isFirst = this.asRead === undefined && this.how.isOnlyRead !== true;
    if (isFirst && this.hasNewSheet(snapshot)) this.wiring.sass.expect();
    expectWork(bytes);
    return readSite(this.loaded.config, snapshot, this.asRead, this.options);
  }

  /** Whether there is a style sheet that no earlier process has read. */
  private hasNewSheet({ pages, theme }: SourceSnapshot): boolean {
    const isNewSheet = ({ path, saved }: DiskFile): boolean =>
      saved === undefined && this.wiring.conversion.isSassOnly(extname(path));
    return pages.some(isNewSheet) || (theme?.pages.some(isNewSheet) ?? false);
  }

  /** Whether plugins changed nothing of the site but its documents and `members`. */
  private isOnlyOtherDocuments(): boolean {
    const { asRead, generated, shown } = this;
    if (generated === undefined || asRead === undefined || generated.config !== shown) return false;
    return (['assets', 'data', 'includes', 'theme'] as const).every((key) => generated[key] === asRead[key]);
  }
}
