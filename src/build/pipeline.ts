import type { Plugin } from '../core/plugin.js';
import type { ThreadPool } from '../core/process/thread-pool.js';
import type { Site } from '../core/types.js';
import type { Converted } from '../markdown/pool.js';
import type { MarkdownSettings } from '../markdown/site-markdown.js';
import { type KnownSite, type RestoredSite, restoreSite } from '../read/saved/restore-site.js';
import type { SavedSiteParts } from '../read/saved/saved-site.js';
import { createSource, type KnownSource, type Source } from '../read/source.js';
import { restoreEvidence } from '../render/evidence/evidence.js';
import { type EvidenceAround, restoreAround } from '../render/evidence/restore-around.js';
import type { SavedEvidence } from '../render/evidence/saved-evidence.js';
import { adoptSite, type RenderPace } from '../render/render-site.js';
import type { DocumentState, World } from '../render/world.js';
import { madeMarkdown } from './conversion/made-markdown.js';
import { markdownSettings } from './conversion/markdown-settings.js';
import { withPluginLayouts } from './generate-site.js';
import type { LoadedSite } from './load-site.js';
import type { TakenSettings } from './other-settings.js';
import { chooseObsolete, tellPlugins } from './plugin-calls.js';
import { renderOrder } from './render-order.js';
import { type ReaderOptions, type ReadResult, SiteReader } from './site-reader.js';
import { wireSite } from './wiring.js';

/** The phases of a build, for one site. */
export interface Pipeline {
  readonly world: World;
  readonly plugins: readonly Plugin[];
  /** Has templates see another configuration from the next reading on, which may be of all files. */
  show(taken: TakenSettings): void;
  /** Reads the site and lets plugins add to it. */
  read(changed: readonly string[] | undefined): Promise<ReadResult>;
  /** Takes a site that was read: what depends on something that changed is made again by the next render. */
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

/** How a site's pipeline is set up. */
export interface PipelineOptions extends ReaderOptions {
  /** Threads that share the work. */
  readonly threadPool: ThreadPool;
  /** What is known of the source files. */
  readonly known?: KnownSource;
  /** Whether there is one build and no other. */
  readonly isBuiltOnce?: boolean;
  /** The pipeline of the builder that this one's replaces. */
  readonly before?: Pipeline | undefined;
}

/** Sets up the phases for a loaded site. */
export function createPipeline(loaded: LoadedSite, options: PipelineOptions): Pipeline {
  const { threadPool, known = {}, profiler, isBuiltOnce = false, isOnlyRead = false, before } = options;
  const { config, theme, plugins } = loaded;
  const source = createSource(config, theme, known);
  const isOrderSeen = plugins.some(({ file }) => file !== undefined);
  const wiring = wireSite({ loaded, source, threadPool, profiler, isBuiltOnce, isOrderSeen });
  const { world, tools, markdownWork, sass, sheets, isPlainMarkdown } = wiring;
  if (before !== undefined)
    markdownWork.take(before.madeMarkdown(markdownSettings(config), markdownWork.showsWarnings));
  const reader = new SiteReader(loaded, source, wiring, { profiler, isOnlyRead });
  /** Gives threads and Sass what rendering will ask of them. */
  const startConverting = (): void => {
    sass.begin(world, (state) => sheets.find(state));
    markdownWork.begin(world, isPlainMarkdown);
  };
  return {
    world,
    plugins,
    source,
    show(taken) {
      if (taken.isReadAgain) markdownWork.take(madeMarkdown(world, isPlainMarkdown));
      reader.show(taken);
    },
    read: (changed) => reader.read(changed),
    saveSite: () => reader.save(),
    adopt(site, changedFiles, evidence) {
      const isFirst = world.ordered.length === 0;
      adoptSite(world, site, tools, changedFiles);
      if (evidence !== undefined) restoreEvidence(world, evidence);
      else if (isFirst && isBuiltOnce) world.unregistered = [];
      startConverting();
    },
    adoptAround(knownSite, paths, evidence) {
      const restored = restoreSite(config, source, knownSite, paths, reader.options);
      if (restored === undefined) return undefined;
      adoptSite(world, withPluginLayouts(restored.site, plugins), tools, false);
      const changed = restored.changed.filter(({ isSame }) => !isSame);
      const around = restoreAround(
        world,
        evidence,
        changed.map(({ order }) => order),
      );
      if (around === undefined) return undefined;
      startConverting();
      return { restored, around };
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
    close: () => sass.close(),
  };
}
