import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Builder, BuildResult } from '../core/builder.js';
import { isOvertaken, SiteError } from '../core/diagnostics.js';
import { withSlashes } from '../core/files.js';
import { haveSamePlaces, isBuilderFile, marksOf } from './builder-files.js';
import { createOwnOutput } from './own-output.js';
import { Reporter, type ReporterOptions } from './reporter.js';
import type { PreviewSite } from './server/preview-state.js';
import { type Watcher, watchFolder } from './watch/watcher.js';

/** What a session ties together, and how it goes on. */
export interface SessionOptions extends ReporterOptions {
  /**
   * Makes a builder of the present configuration; called again when configuration or plugins change, with the builder
   * that it replaces.
   */
  readonly createBuilder: (before?: Builder) => Promise<Builder>;
  /** Gives the server the site, and again when the configuration changes. */
  readonly siteOf?: (builder: Builder) => PreviewSite;
  readonly polling?: boolean;
  /** Off: builds once. On where it is not given. */
  readonly watch?: boolean;
  readonly skipInitialBuild?: boolean;
}

/** Builder, watcher and server tied together. */
export interface Session {
  /** The first build; undefined where it was left out. */
  readonly first: BuildResult | undefined;
  readonly isPolling: boolean;
  /** Resolves when no build is running or wanted. */
  idle(): Promise<void>;
  /** Ends at once: a build stops between two documents, and the destination is whole. */
  stop(): Promise<void>;
}

/** What is known to have changed since the last build that ended. */
interface Wanted {
  /** undefined: look through the whole source. */
  paths: Set<string> | undefined;
  remake: boolean;
}

/** Builds, then builds again whenever something changes. Rejects where the first builder cannot be made. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const state = createState(options, await options.createBuilder());
  if (options.watch !== false) await beginWatching(state);
  const first = options.skipInitialBuild ? undefined : await buildOnce(state, { paths: undefined, remake: false });
  options.server?.restoreWith((outputs) => restore(state, outputs));
  options.server?.open();
  buildWanted(state);
  return {
    first,
    isPolling: state.watcher?.isPolling === true,
    idle: () => state.idle,
    stop: () => stop(state),
  };
}

/** Where edits never stop, a build runs to its end now and then all the same. */
const maxCutShort = 4;
/**
 * Files may disappear while a build runs, as another branch is checked out: this many builds more are tried before that
 * is reported.
 */
const maxOvertaken = 4;
/** So often it is looked whether the destination is still there. */
const destinationMs = 400;

interface State {
  readonly options: SessionOptions;
  readonly reporter: Reporter;
  readonly isOwnOutput: (path: string) => boolean;
  guard?: NodeJS.Timeout;
  builder: Builder;
  watcher: Watcher | undefined;
  wanted: Wanted | undefined;
  running: AbortController | undefined;
  isStopped: boolean;
  hasStarted: boolean;
  idle: Promise<void>;
  /** Builds cut short by newer edits since one ran to its end. */
  cutShort: number;
  /** Builds that failed as files went while they ran, since another one ended. */
  overtaken: number;
  /** No builder could be made of the last configuration seen; tried again at each edit. */
  isBroken: boolean;
  /** What the builder is made of, as it was before it was made. */
  builderMarks: string;
}

function createState(options: SessionOptions, builder: Builder): State {
  return {
    options,
    reporter: new Reporter(options),
    isOwnOutput: createOwnOutput(),
    builder,
    watcher: undefined,
    wanted: undefined,
    running: undefined,
    isStopped: false,
    hasStarted: false,
    idle: Promise.resolve(),
    cutShort: 0,
    overtaken: 0,
    isBroken: false,
    builderMarks: marksOf(builder.config),
  };
}

/** Before anything is read, so that no save goes unnoticed while the first build runs. */
async function beginWatching(state: State): Promise<void> {
  state.watcher = await watchBuilder(state);
  state.guard = guardDestination(state);
  const isAsItWas = marksOf(state.builder.config) === state.builderMarks;
  if (!isAsItWas) want(state, { paths: undefined, remake: true });
}

function watchBuilder(state: State): Promise<Watcher> {
  const { config, watched } = state.builder;
  return watchFolder({
    paths: [config.source, ...watched, ...config.files],
    ignored: [config.destination, config.cacheDirectory],
    polling: state.options.polling,
    wasThere: (file) => isBuilderFile(state.builder.config, file) || state.builder.hasRead?.(file) === true,
    onChange: (paths) => noteChange(state, paths),
    onExhausted: () => state.options.report.exhausted?.(),
  });
}

/** Builds again where the destination was deleted. */
function guardDestination(state: State): NodeJS.Timeout {
  let wasThere = false;
  return setInterval(() => {
    const isThere = existsSync(state.builder.config.destination);
    if (wasThere && !isThere && !state.isStopped) {
      want(state, { paths: new Set(), remake: false });
      buildWanted(state);
    }
    wasThere = isThere;
  }, destinationMs).unref();
}

/** Builds again where one of some outputs was taken away; whether one was. */
async function restore(state: State, outputs: readonly string[]): Promise<boolean> {
  if (state.isStopped || state.running !== undefined || state.builder.hasLost?.(outputs) !== true) return false;
  want(state, { paths: new Set(), remake: false });
  buildWanted(state);
  await state.idle;
  return true;
}

function noteChange(state: State, seen: readonly string[] | undefined): void {
  const paths = seen?.filter((each) => !state.isOwnOutput(each));
  if (state.isStopped || (paths?.length === 0 && seen!.length > 0)) return;
  const { source } = state.builder.config;
  state.options.report.changed(paths?.map((each) => withSlashes(path.relative(source, each))));
  want(state, {
    paths: paths && new Set(paths),
    // Where too much changed to name it, the next build looks whether what a builder is made of is among it.
    remake: paths?.some((each) => isBuilderFile(state.builder.config, each)) ?? false,
  });
  if (state.hasStarted && state.cutShort < maxCutShort) state.running?.abort();
  if (state.hasStarted) buildWanted(state);
}

function want(state: State, more: Wanted): void {
  const before = state.wanted;
  if (before === undefined) state.wanted = more;
  else {
    const paths = before.paths && more.paths ? new Set([...before.paths, ...more.paths]) : undefined;
    state.wanted = { paths, remake: before.remake || more.remake };
  }
}

/** Builds until nothing is wanted; does nothing where that is going on already. */
function buildWanted(state: State): void {
  state.hasStarted = true;
  if (state.wanted === undefined || state.running !== undefined) return;
  state.idle = (async () => {
    while (state.wanted !== undefined && !state.isStopped) {
      const next = state.wanted;
      state.wanted = undefined;
      await buildOnce(state, next);
    }
  })();
}

async function buildOnce(state: State, wanted: Wanted): Promise<BuildResult | undefined> {
  const { report, server } = state.options;
  const controller = new AbortController();
  state.running = controller;
  try {
    // Building nothing would take the site away, and make the folder again that its author has just renamed.
    if (!existsSync(state.builder.config.source)) throw sourceGone(state.builder.config.source);
    const hasOtherBuilderFiles = wanted.paths === undefined && marksOf(state.builder.config) !== state.builderMarks;
    const isRemade = wanted.remake || state.isBroken || hasOtherBuilderFiles;
    if (isRemade && !(await remake(state))) return undefined;
    const { builder } = state;
    const result = await builder.build({
      changed: isRemade ? undefined : wanted.paths && [...wanted.paths],
      first: server?.openPages(),
      onWritten: (paths) => server?.update(paths),
      onFirst: (errors) => state.reporter.early(errors, builder.config),
      onProgress: report.progress,
      signal: controller.signal,
    });
    if (controller.signal.aborted) cutShort(state, { ...wanted, remake: false }, isRemade);
    else if (isOvertaken(result.diagnostics) && ++state.overtaken <= maxOvertaken) {
      want(state, { paths: undefined, remake: false });
    } else {
      state.cutShort = 0;
      state.overtaken = 0;
      state.reporter.built(result, builder.config);
    }
    // Also where nothing was removed: a build that failed has taken back what it had shown already.
    server?.update(result.removed);
    return result;
  } catch (error) {
    if (controller.signal.aborted) cutShort(state, wanted, false);
    else state.reporter.failed(error, state.builder.config);
    // What went with the folder may come back as something else, the configuration too.
    if (!existsSync(state.builder.config.source)) state.isBroken = true;
    return undefined;
  } finally {
    state.running = undefined;
  }
}

function sourceGone(source: string): SiteError {
  return new SiteError({
    code: 'dev/source-gone',
    message: `The source folder is gone: ${source}`,
    hint: 'The preview goes on when it is there again.',
  });
}

/** What a build that a newer edit ended had to do is to be done by the next one, which reports everything. */
function cutShort(state: State, { paths, remake }: Wanted, looksEverywhere: boolean): void {
  state.cutShort++;
  want(state, { paths: looksEverywhere ? undefined : paths, remake });
}

/** The configuration as it is: by the builder that is there, or a new one in its place; false, and the old one stays, where the author's input does not allow one. */
async function remake(state: State): Promise<boolean> {
  const { options } = state;
  const marks = marksOf(state.builder.config);
  if ((await state.builder.takeSettings?.()) === true) {
    state.isBroken = false;
    state.builderMarks = marks;
    takeSite(state);
    return true;
  }
  let next: Builder;
  try {
    next = await options.createBuilder(state.builder);
  } catch (error) {
    state.isBroken = true;
    state.reporter.failed(error, state.builder.config);
    return false;
  }
  state.isBroken = false;
  const old = state.builder;
  state.builder = next;
  state.reporter.renew();
  state.builderMarks = haveSamePlaces(old.config, next.config) ? marks : marksOf(next.config);
  takeSite(state);
  if (!watchesSame(old, next) && state.watcher !== undefined) {
    await state.watcher.close();
    state.watcher = await watchBuilder(state);
    // Changes up to now may have gone unnoticed. The new builder's first build reads everything except this.
    const isAsItWas = marksOf(old.config) === marks && marksOf(next.config) === state.builderMarks;
    if (!isAsItWas) want(state, { paths: new Set(), remake: true });
  }
  await old.close();
  return true;
}

/** Reports the configuration that the builder has now. */
function takeSite({ builder, options: { report, server, siteOf } }: State): void {
  if (siteOf) server?.change(siteOf(builder));
  report.configured?.(builder.config);
}

function watchesSame(a: Builder, b: Builder): boolean {
  const placesOf = ({ config, watched }: Builder): string =>
    JSON.stringify([config.source, config.destination, config.cacheDirectory, config.files, watched]);
  return placesOf(a) === placesOf(b);
}

async function stop(state: State): Promise<void> {
  state.isStopped = true;
  clearInterval(state.guard);
  state.wanted = undefined;
  state.running?.abort();
  const { watcher } = state;
  await Promise.all([watcher?.close(), state.options.server?.close(), state.idle]);
  // A new builder that was being made may have other files watched since.
  if (state.watcher !== watcher) await state.watcher?.close();
  await state.builder.close();
}
