import { newCarriedState } from './build/carried-state.js';
import { type LoadedSite, loadSite } from './build/load-site.js';
import { takeSettings } from './build/other-settings.js';
import { createPipeline, type Pipeline } from './build/pipeline.js';
import { type Prepared, prepareBuild, programVersion } from './build/prepare.js';
import { createProfiler } from './build/profiler.js';
import { type BuildContext, runBuild } from './build/run-build.js';
import { BuildSaver } from './build/saved/build-saver.js';
import { cacheKey } from './build/saved/disk-cache.js';
import type { ConfigFlags } from './config/load-config.js';
import type { Builder } from './core/builder.js';
import type { Diagnostic } from './core/diagnostics.js';
import { lazily } from './core/lazily.js';
import type { PluginCommand } from './core/plugin.js';
import { expectWork } from './core/process/engine.js';
import type { ThreadPool } from './core/process/thread-pool.js';
import { SettingsSeen } from './core/seen-settings.js';
import { textsOf } from './core/settings.js';
import type { Config, Site } from './core/types.js';
import { createDestination } from './output/destination.js';
import { createKeepRule } from './output/plan-writes.js';

/**
 * Makes a builder of the site that the flags name. Throws SiteError for a configuration that cannot be used.
 *
 * @param prepared what was settled before, where somebody did who builds once
 * @param before a builder of the same site in whose place this one comes, as it was made of other settings
 */
export async function createBuilder(flags: ConfigFlags, prepared?: Prepared, before?: Builder): Promise<Builder> {
  const seen = prepared === undefined ? new SettingsSeen() : undefined;
  const { began, loaded, threadPool, cache, saved, destinationCheck, ...first } =
    prepared ?? (await prepareBuild(flags, seen));
  // However little there is to build, it is more work than checking that nothing changed.
  expectWork(prepared === undefined ? Number.POSITIVE_INFINITY : 0);
  destinationCheck?.begin();
  const { config } = loaded;
  const usable = saved?.key === first.key ? saved.rest() : undefined;
  let evidence = usable?.evidence;
  const profiler = config.values.get('profile') === true ? createProfiler(began) : undefined;
  const pipeline = createPipeline(loaded, {
    threadPool,
    known: { saved: usable?.files(), look: prepared?.sourceCheck },
    profiler,
    isBuiltOnce: prepared !== undefined,
    before: before && pipelines.get(before),
  });
  const destination = createDestination(config.destination, saved?.manifest, threadPool, destinationCheck);
  const carried = newCarriedState();
  const savedHead = usable?.evidence.head;
  const saver = new BuildSaver({ cache, loaded, pipeline, destination, carried, saved, savedHead }, first.key);
  const isKept = createKeepRule(textsOf(config.values.get('keep_files')));
  const context: Omit<BuildContext, 'evidence'> = {
    pipeline,
    destination,
    isKept,
    carried,
    gather: () => saver.gather(),
    // Another process may have built into a preview's destination, with other files.
    rescanIfShared() {
      if (cache?.wasSavedByOthers() !== true && (areOutputsChanged || !destination.wasOverwritten())) return;
      carried.settled = undefined;
      destination.rescan();
    },
    profiler,
  };
  // Plugins that get the list of written files may go on to change them.
  const areOutputsChanged = loaded.plugins.some(({ afterWrite }) => afterWrite !== undefined);
  const end = (): Promise<void> => {
    pipeline.close();
    return threadPool.close();
  };
  const builder: Builder = {
    config,
    watched: watchedPaths(loaded),
    async build(request = {}) {
      const isFirst = pipeline.world.ordered.length === 0;
      const result = await runBuild(request, { ...context, evidence });
      evidence = undefined;
      saver.noteBuild(result);
      // Threads end while the main thread saves.
      const endOnce = lazily(() => (pipeline.world.isBuiltOnce ? end() : undefined));
      // A preview saves at its end too; its first build is the long one.
      if (isFirst && result.ok) saver.save(endOnce);
      await endOnce();
      return result;
    },
    async takeSettings() {
      const next = seen && (await loadSite(flags).catch(() => undefined));
      const taken = next && takeSettings(loaded, next, seen!);
      if (taken === undefined) return false;
      pipeline.show(taken);
      saver.key = cacheKey(programVersion, config, loaded.plugins);
      return true;
    },
    hasRead: (file) => pipeline.source.hasRead(file),
    hasLost(outputs) {
      const isLost = destination.hasLost(outputs);
      if (isLost) carried.settled = undefined;
      return isLost;
    },
    async close() {
      // A build may have been cut short.
      destination.rollBack();
      if (pipeline.world.ordered.length > 0) saver.save();
      await end();
    },
  };
  pipelines.set(builder, pipeline);
  return builder;
}

/** The pipelines of builders, for the builders that replace them. */
const pipelines = new WeakMap<Builder, Pipeline>();

/** Reading alone needs no threads. */
const noThreads: ThreadPool = { size: 0, isStarted: false, send: () => Promise.resolve(undefined) };

/**
 * The site as a build would read it, with what plugins add; nothing is rendered or written.
 *
 * @param onDiagnostics gets what was said while reading
 */
export async function readWholeSite(
  flags: ConfigFlags,
  onDiagnostics?: (diagnostics: readonly Diagnostic[]) => void,
): Promise<Site> {
  const pipeline = createPipeline(await loadSite(flags), { threadPool: noThreads, isOnlyRead: true });
  try {
    const { site, diagnostics } = await pipeline.read(undefined);
    onDiagnostics?.(diagnostics);
    return site;
  } finally {
    pipeline.close();
  }
}

/** The commands that the site's plugins bring. */
export async function readPluginCommands(
  flags: ConfigFlags,
): Promise<{ readonly config: Config; readonly commands: readonly PluginCommand[] }> {
  const { config, plugins } = await loadSite(flags);
  return { config, commands: plugins.flatMap(({ commands = [] }) => commands) };
}

function watchedPaths({ config, theme, plugins }: LoadedSite): string[] {
  const paths = [...config.files];
  if (theme !== undefined) paths.push(theme.root);
  for (const { file } of plugins) if (file !== undefined) paths.push(file);
  return paths;
}
