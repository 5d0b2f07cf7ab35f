import type { BuildRequest, BuildResult } from '../core/builder.js';
import { type Diagnostic, isError, SiteError } from '../core/diagnostics.js';
import { milliseconds } from '../core/process/clock.js';
import type { Destination } from '../output/destination.js';
import type { WritePlan } from '../output/plan-writes.js';
import { incompleteRollback, leftBackups } from '../output/undo/undo.js';
import type { SavedEvidence } from '../render/evidence/saved-evidence.js';
import { type Rendered, renderSite } from '../render/render-site.js';
import { releaseOutputs } from '../render/texts/large-sites.js';
import { type DocumentState, inOrder, type World } from '../render/world.js';
import type { CarriedState } from './carried-state.js';
import { type EarlyWrites, writeFirst, writeInBackground } from './outputs/early-writes.js';
import { collectChanges, collectOutputs } from './outputs/outputs.js';
import type { Pipeline } from './pipeline.js';
import type { Profiler } from './profiler.js';
import { settledPlace } from './settled-place.js';

/** What a builder has for each of its builds. */
export interface BuildContext {
  readonly pipeline: Pipeline;
  readonly destination: Destination;
  /** Whether a file of the destination stays though it is no output of the site (`keep_files`). */
  readonly isKept: (path: string) => boolean;
  /** The evidence that an earlier process left, for the first build. */
  readonly evidence: SavedEvidence | undefined;
  readonly carried: CarriedState;
  /** Puts together what is saved for the next process, while the last files are being written. */
  gather(): Promise<void>;
  /** Scans the destination again where another process has built into it. */
  rescanIfShared(): void;
  readonly profiler: Profiler | undefined;
}

/** Builds the site once, from reading to writing. Where it fails, the destination is as it was before. */
export async function runBuild(request: BuildRequest, context: BuildContext): Promise<BuildResult> {
  const run = new BuildRun(request, context);
  try {
    return await run.build();
  } catch (error) {
    await run.abandon();
    if (!(error instanceof SiteError)) throw error;
    return run.failure(error.diagnostic);
  }
}

/** The outputs of a site that was rendered: all of them, or only those that can be different from the last build's. */
interface CollectedOutputs {
  /** How many the site has in all. */
  readonly count: number;
  plan(): WritePlan;
}

/** One build. */
class BuildRun {
  private readonly began = milliseconds();
  private readonly diagnostics: Diagnostic[] = [];
  /** How many diagnostics are of what was read. */
  private read = 0;
  private rendered = 0;
  private background: ReturnType<typeof writeInBackground>;
  /** What could not be rolled back. */
  private notRolledBack: readonly Diagnostic[] = [];
  private readonly phase: Profiler['phase'];

  constructor(
    private readonly request: BuildRequest,
    private readonly context: BuildContext,
  ) {
    this.phase = context.profiler?.phase ?? ((_name, work) => work());
  }

  async build(): Promise<BuildResult> {
    await this.readSite();
    const early = await this.writeRequestedFirst();
    const { result, writtenInBackground } = await this.render();
    this.noteRendered(early, result);
    if (result.aborted) return this.finish(false, early.written);
    const outputs = this.collectOutputs();
    if (this.hasErrors()) {
      this.rollBack();
      return this.failure();
    }
    return this.write(outputs, [...early.written, ...writtenInBackground]);
  }

  /** Ends a build that threw: what was written is not what was planned, and nothing more of it is to come. */
  async abandon(): Promise<void> {
    const { carried } = this.context;
    carried.settled = undefined;
    carried.isRefused = true;
    await this.background?.files.finish().catch(() => undefined);
    this.rollBack();
  }

  /** The result of a build that was rolled back. */
  failure(...errors: readonly Diagnostic[]): BuildResult {
    this.diagnostics.push(...errors, ...this.notRolledBack);
    return this.finish(false);
  }

  private async readSite(): Promise<void> {
    const { pipeline, destination, evidence, carried } = this.context;
    const { changed } = this.request;
    if (destination.isGone()) carried.settled = undefined;
    this.context.rescanIfShared();
    const { site, diagnostics } = await pipeline.read(changed);
    this.diagnostics.push(...diagnostics);
    this.read = diagnostics.length;
    pipeline.adopt(site, changed === undefined || changed.length > 0, evidence);
  }

  private async writeRequestedFirst(): Promise<EarlyWrites> {
    const { pipeline, destination, carried } = this.context;
    const { first = [] } = this.request;
    if (first.length > 0) await destination.ready();
    return writeFirst(pipeline, destination, this.request, carried, this.hasErrors());
  }

  private async render(): Promise<{ result: Rendered; writtenInBackground: readonly string[] }> {
    const { pipeline, destination } = this.context;
    const background = writeInBackground(pipeline, destination);
    this.background = background;
    const pace = { ...this.request, ...pipeline.pace(), ...(background && { rendered: background.add }) };
    const result = await this.phase('RENDER', () => renderSite(pipeline.world, pace));
    // Texts are kept longer than the lines that their settings are on.
    const { site } = pipeline.world;
    this.diagnostics.push(...result.diagnostics.map((said) => settledPlace(said, site)));
    if (background !== undefined && !this.hasErrors()) await this.context.gather();
    return { result, writtenInBackground: (await background?.files.finish()) ?? [] };
  }

  private noteRendered(early: EarlyWrites, result: Rendered): void {
    const { carried } = this.context;
    const rendered = new Set([...early.rendered, ...result.rendered]);
    this.rendered = rendered.size;
    for (const state of rendered) carried.rendered.add(state);
    for (const state of [...early.states, ...result.updated]) carried.unwritten.add(state);
  }

  private collectOutputs(): CollectedOutputs {
    const { pipeline, destination, isKept, carried } = this.context;
    const { world, plugins } = pipeline;
    const { settled } = carried;
    const isSettled = settled?.shape === world.shape && carried.conflicts.length === 0;
    const changes = isSettled ? collectChanges([...carried.unwritten], plugins) : undefined;
    let outputs: CollectedOutputs;
    if (changes !== undefined) outputs = { count: settled!.files, plan: () => destination.planSome(changes) };
    else {
      const { files, diagnostics } = collectOutputs(world, plugins);
      carried.conflicts = diagnostics;
      outputs = { count: files.size, plan: () => destination.plan(files, isKept) };
    }
    this.diagnostics.push(...carried.conflicts);
    carried.diagnosticCounts = { read: this.read, outputs: carried.conflicts.length };
    carried.settled = undefined;
    carried.unwritten.clear();
    return outputs;
  }

  private async write(outputs: CollectedOutputs, early: readonly string[]): Promise<BuildResult> {
    const { pipeline, destination, carried } = this.context;
    const { world } = pipeline;
    const plan = await this.phase('CLEANUP', async () => {
      await destination.ready();
      return outputs.plan();
    });
    const removals = pipeline.chooseObsolete(plan.removals);
    await this.phase('WRITE', () => destination.carryOut({ ...plan, removals }));
    if (!destination.commit()) this.diagnostics.push(leftBackups);
    const late = plan.writes.map(({ path }) => path);
    const written = [...new Set([...early, ...late])];
    carried.settled = { shape: world.shape, files: outputs.count };
    carried.isRefused = false;
    await pipeline.afterWrite(written, takeRendered(world, carried));
    this.releaseOutputs();
    if (late.length > 0) this.request.onWritten?.(late);
    return this.finish(true, written, plan.removals, outputs.count - written.length);
  }

  private rollBack(): void {
    this.notRolledBack = incompleteRollback(this.context.destination.rollBack());
    this.releaseOutputs();
  }

  private releaseOutputs(): void {
    const { world, plugins } = this.context.pipeline;
    releaseOutputs(
      world,
      plugins.some(({ emit }) => emit !== undefined),
    );
  }

  private hasErrors(): boolean {
    return this.diagnostics.some(isError);
  }

  private finish(
    ok: boolean,
    written: readonly string[] = [],
    removed: readonly string[] = [],
    unchanged = 0,
  ): BuildResult {
    const { pipeline, carried, profiler } = this.context;
    return {
      ok,
      written,
      removed,
      unchanged,
      documents: pipeline.world.ordered.length,
      rendered: this.rendered,
      diagnostics: this.diagnostics,
      drafts: draftsOf(pipeline.world, carried),
      milliseconds: milliseconds() - this.began,
      ...(profiler === undefined ? {} : { profile: profiler.result() }),
    };
  }
}

/** The documents that plugins have not been called with yet, in the order of rendering. */
function takeRendered({ states }: World, { rendered }: CarriedState): readonly DocumentState[] {
  const there = [...rendered].filter((state) => states.get(state.id) === state);
  rendered.clear();
  return inOrder(there);
}

function draftsOf({ shape, ordered }: World, carried: CarriedState): readonly string[] {
  if (carried.drafts?.shape !== shape) {
    const drafts = ordered.filter(({ document }) => document.isDraft);
    carried.drafts = { shape, outputs: drafts.map(({ document }) => document.route.output) };
  }
  return carried.drafts.outputs;
}
