import { cacheKey } from './build/disk-cache.js';
import { writeFirst, writeInBackground } from './build/early-writes.js';
import { type GatheredBuild, gatherBuild, gatherMeanwhile, withHashes } from './build/gather-build.js';
import { type Handover, newHandover } from './build/handover.js';
import { type LoadedSite, loadSite } from './build/load-site.js';
import { takeSettings } from './build/other-settings.js';
import { collectChanges, collectOutputs } from './build/outputs.js';
import { createPipeline, type Pipeline } from './build/pipeline.js';
import { type Prepared, prepareBuild, programVersion } from './build/prepare.js';
import { createProfiler, type Profiler } from './build/profiler.js';
import { makeStamp } from './build/stamp.js';
import type { ConfigFlags } from './config/load-config.js';
import type { Builder, BuildRequest, BuildResult } from './core/builder.js';
import { milliseconds } from './core/clock.js';
import { type Diagnostic, isError, SiteError } from './core/diagnostics.js';
import { expectWork } from './core/engine.js';
import type { PluginCommand } from './core/plugin.js';
import { SettingsSeen } from './core/seen-settings.js';
import { textsOf } from './core/settings.js';
import type { ThreadPool } from './core/thread-pool.js';
import type { Config, Site } from './core/types.js';
import { createDestination, type Destination } from './output/destination.js';
import { createKeepRule } from './output/plan-writes.js';
import { incompleteRollback } from './output/undo.js';
import { releaseOutputs } from './render/large-sites.js';
import { renderSite } from './render/render-site.js';
import type { SavedEvidence } from './render/saved-evidence.js';
import { type DocumentState, inOrder, type World } from './render/world.js';

/**
 * Makes a builder of the site that the flags name. Throws SiteError for a configuration that cannot be used.
 *
 * @param prepared what was settled before, where somebody did who builds once
 * @param before a builder of the same site in whose place this one comes, as it was made of other settings
 */
export async function createBuilder(flags: ConfigFlags, prepared?: Prepared, before?: Builder): Promise<Builder> {
  const seen = prepared === undefined ? new SettingsSeen() : undefined;
  const { began, loaded, threadPool, cache, saved, left, ...first } = prepared ?? (await prepareBuild(flags, seen));
  let { key } = first;
  // However little there is, it is more than a look at what is there.
  expectWork(prepared === undefined ? Number.POSITIVE_INFINITY : 0);
  left?.begin();
  const { config } = loaded;
  const usable = saved?.key === key ? saved.rest() : undefined;
  let evidence = usable?.evidence;
  const profiler = config.values.get('profile') === true ? createProfiler(began) : undefined;
  const pipeline = await createPipeline(
    loaded,
    threadPool,
    { saved: usable?.files(), look: prepared?.look },
    profiler,
    prepared !== undefined,
    before && pipelines.get(before),
  );
  const destination = createDestination(config.destination, saved?.manifest, threadPool, left);
  const handover = newHandover();
  let last: BuildResult | undefined;
  let isNew = false;
  let isSaved = false;
  let gathered: GatheredBuild | undefined;
  // A large site's outputs are to be written and let go of first.
  const gather = async (): Promise<void> => {
    if (cache !== undefined && !pipeline.world.isLarge) gathered = await gatherMeanwhile(pipeline);
  };
  const save = (): void => {
    if (last === undefined || cache === undefined) return;
    if (gathered !== undefined) gathered = withHashes(pipeline, gathered);
    else if (isNew) gathered = gatherBuild(pipeline);
    const head = gathered?.head ?? usable?.evidence.head;
    const stamp =
      head !== undefined && last.ok
        ? makeStamp(loaded, pipeline.world.site, head.site, pipeline.source.stamp(), last, handover.said)
        : null;
    // Where nothing else is new, it is written down so that the next process knows sooner.
    if (isNew || (stamp !== null && saved?.stamp === null)) {
      const build = { key, stamp, manifest: destination.manifest(), ...(gathered ?? gatherBuild(pipeline)) };
      // What is saved once more stands on what was saved before.
      cache.save(build, isSaved ? undefined : saved);
      isSaved = true;
    }
    last = undefined;
    isNew = false;
    gathered = undefined;
  };
  // A preview's destination may be that of a build in another terminal, whose files are others.
  const rescanIfSharedWithOthers = (): void => {
    if (cache?.wasSavedByOthers() !== true) return;
    delete handover.settled;
    destination.rescan();
  };
  const keep = createKeepRule(textsOf(config.values.get('keep_files')));
  const tools = { pipeline, destination, keep, handover, gather, rescanIfSharedWithOthers, profiler };
  const end = (): Promise<void> => {
    pipeline.close();
    return threadPool.close();
  };
  const builder: Builder = {
    config,
    watched: watchedPaths(loaded),
    async build(request = {}) {
      const isFirst = pipeline.world.ordered.length === 0;
      const result = await buildOnce(request, { ...tools, evidence });
      evidence = undefined;
      last = result;
      isNew ||= result.rendered + result.written.length + result.removed.length > 0;
      // Helpers end while the main thread saves.
      const ended = pipeline.world.isBuiltOnce ? end() : undefined;
      // A preview saves at its end too; its first build is the long one.
      if (isFirst && result.ok) save();
      await ended;
      return result;
    },
    async takeSettings() {
      const next = seen && (await loadSite(flags).catch(() => undefined));
      const shown = next && takeSettings(loaded, next, seen!);
      if (shown === undefined) return false;
      pipeline.show(shown);
      key = cacheKey(programVersion, config, loaded.plugins);
      return true;
    },
    hasLost(outputs) {
      const isLost = destination.hasLost(outputs);
      if (isLost) delete handover.settled;
      return isLost;
    },
    async close() {
      // Of a build that was cut short.
      destination.rollBack();
      if (pipeline.world.ordered.length > 0) save();
      await end();
    },
  };
  pipelines.set(builder, pipeline);
  return builder;
}

/** What builders are made of, for those that come in their place. */
const pipelines = new WeakMap<Builder, Pipeline>();

/** Whoever only reads needs no help. */
const noThreads: ThreadPool = { size: 0, isStarted: false, send: () => Promise.resolve(undefined) };

/**
 * The site as a build would find it, with what plugins add; nothing is rendered or written.
 *
 * @param onSaid gets what was said while reading
 */
export async function readWholeSite(
  flags: ConfigFlags,
  onSaid?: (diagnostics: readonly Diagnostic[]) => void,
): Promise<Site> {
  const pipeline = await createPipeline(await loadSite(flags), noThreads);
  try {
    const { site, diagnostics } = await pipeline.read(undefined);
    onSaid?.(diagnostics);
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

/** What a builder has for each of its builds. */
interface BuildTools {
  readonly pipeline: Pipeline;
  readonly destination: Destination;
  readonly keep: (path: string) => boolean;
  /** What an earlier process left, for the first build. */
  readonly evidence: SavedEvidence | undefined;
  readonly handover: Handover;
  /** Puts together what the next process is to know, while the last files are being written. */
  gather(): Promise<void>;
  rescanIfSharedWithOthers(): void;
  readonly profiler: Profiler | undefined;
}

async function buildOnce(request: BuildRequest, tools: BuildTools): Promise<BuildResult> {
  const { pipeline, destination, keep, evidence, handover, profiler } = tools;
  const phase: Profiler['phase'] = profiler?.phase ?? ((_name, work) => work());
  const began = milliseconds();
  const { world } = pipeline;
  let diagnostics: Diagnostic[] = [];
  let rendered = 0;
  const finish = (
    ok: boolean,
    written: readonly string[] = [],
    removed: readonly string[] = [],
    unchanged = 0,
  ): BuildResult => ({
    ok,
    written,
    removed,
    unchanged,
    documents: world.ordered.length,
    rendered,
    diagnostics,
    drafts: draftsOf(world, handover),
    milliseconds: milliseconds() - began,
    ...(profiler === undefined ? {} : { profile: profiler.result() }),
  });
  const letGo = (): void => {
    releaseOutputs(
      world,
      pipeline.plugins.some(({ emit }) => emit !== undefined),
    );
  };
  let ahead: ReturnType<typeof writeInBackground>;
  try {
    if (destination.isGone()) handover.settled = undefined;
    tools.rescanIfSharedWithOthers();
    const read = await pipeline.read(request.changed);
    diagnostics = [...read.diagnostics];
    pipeline.adopt(read.site, request.changed === undefined || request.changed.length > 0, evidence);
    if (request.first !== undefined && request.first.length > 0) await destination.ready();
    const early = writeFirst(pipeline, destination, request, handover, diagnostics.some(isError));
    ahead = writeInBackground(pipeline, destination);
    const pace = { ...request, ...pipeline.pace(), ...(ahead === undefined ? {} : { rendered: ahead.add }) };
    const result = await phase('RENDER', () => renderSite(world, pace));
    if (ahead !== undefined && ![...diagnostics, ...result.diagnostics].some(isError)) await tools.gather();
    const aheadWritten = (await ahead?.files.finish()) ?? [];
    const renderedNow = new Set([...early.rendered, ...result.rendered]);
    rendered = renderedNow.size;
    for (const state of renderedNow) handover.rendered.add(state);
    diagnostics.push(...result.diagnostics);
    for (const state of [...early.states, ...result.updated]) handover.unwritten.add(state);
    if (result.aborted) return finish(false, early.written);
    const before = handover.settled;
    const isSettled = before?.shape === world.shape && handover.conflicts.length === 0;
    const few = isSettled ? collectChanges([...handover.unwritten], pipeline.plugins) : undefined;
    const outputs = few === undefined ? collectOutputs(world, pipeline.plugins) : undefined;
    if (outputs !== undefined) handover.conflicts = outputs.diagnostics;
    diagnostics.push(...handover.conflicts);
    handover.said = { read: read.diagnostics.length, outputs: handover.conflicts.length };
    handover.settled = undefined;
    handover.unwritten.clear();
    if (diagnostics.some(isError)) {
      diagnostics.push(...incompleteRollback(destination.rollBack()));
      letGo();
      return finish(false);
    }
    const plan = await phase('CLEANUP', async () => {
      await destination.ready();
      return few === undefined ? destination.plan(outputs!.files, keep) : destination.planSome(few);
    });
    await phase('WRITE', () => destination.carryOut({ ...plan, removals: pipeline.chooseObsolete(plan.removals) }));
    destination.commit();
    const late = plan.writes.map(({ path }) => path);
    const written = [...new Set([...early.written, ...aheadWritten, ...late])];
    const files = outputs?.files.size ?? before!.files;
    handover.settled = { shape: world.shape, files };
    handover.isRefused = false;
    await pipeline.afterWrite(written, takeRendered(world, handover));
    letGo();
    if (late.length > 0) request.onWritten?.(late);
    return finish(true, written, plan.removals, files - written.length);
  } catch (error) {
    // What was written is not what was planned, and nothing more of it is to come.
    handover.settled = undefined;
    handover.isRefused = true;
    await ahead?.files.finish().catch(() => undefined);
    const lost = incompleteRollback(destination.rollBack());
    letGo();
    if (!(error instanceof SiteError)) throw error;
    diagnostics.push(error.diagnostic, ...lost);
    return finish(false);
  }
}

/** The documents that plugins are to be told of, in the order of rendering. */
function takeRendered({ states }: World, { rendered }: Handover): readonly DocumentState[] {
  const there = [...rendered].filter((state) => states.get(state.id) === state);
  rendered.clear();
  return inOrder(there);
}

function draftsOf({ shape, ordered }: World, handover: Handover): readonly string[] {
  if (handover.drafts?.shape !== shape) {
    const drafts = ordered.filter(({ document }) => document.isDraft);
    handover.drafts = { shape, outputs: drafts.map(({ document }) => document.route.output) };
  }
  return handover.drafts.outputs;
}

function watchedPaths({ config, theme, plugins }: LoadedSite): string[] {
  const paths = [...config.files];
  if (theme !== undefined) paths.push(theme.root);
  for (const { file } of plugins) if (file !== undefined) paths.push(file);
  return paths;
}
