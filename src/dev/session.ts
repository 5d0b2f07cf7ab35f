import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Builder, BuildResult } from '../core/builder.js';
import { type Diagnostic, diagnosticKey, distinct, isOvertaken, SiteError } from '../core/diagnostics.js';
import { withSlashes } from '../core/files.js';
import type { Config } from '../core/types.js';
import { haveSamePlaces, isBuilderFile, marksOf } from './builder-files.js';
import type { PreviewSite } from './preview-state.js';
import { toProblems } from './problem.js';
import type { PreviewServer } from './server.js';
import { type Watcher, watchFolder } from './watcher.js';

/** What a session reports, for the terminal. */
export interface SessionReport {
  /** Files changed, relative to the source folder; undefined where too many did. */
  changed(paths: readonly string[] | undefined): void;
  /** A build ended; `fresh` are the errors and warnings that the build before did not have. */
  built(result: BuildResult, fresh: readonly Diagnostic[]): void;
  /**
   * No builder could be made (a broken configuration), or it broke; the session goes on with the one it has.
   * `isAsBefore` where it is the failure that was reported last.
   */
  failed(error: unknown, isAsBefore: boolean): void;
  /** The configuration was read again. */
  configured?(config: Config): void;
  /** The system has no more watches to give: the folders are looked through again and again from now on. */
  exhausted?(): void;
  progress?(done: number, total: number): void;
}

/** What a session ties together, and how it goes on. */
export interface SessionOptions {
  /**
   * Makes a builder of the present configuration; called again when configuration or plugins change, with the builder
   * that it replaces.
   */
  readonly createBuilder: (before?: Builder) => Promise<Builder>;
  readonly report: SessionReport;
  /** Shows builds to browsers; `build --watch` has none. Gets the site again when the configuration changes. */
  readonly server?: PreviewServer;
  readonly siteOf?: (builder: Builder) => PreviewSite;
  readonly polling?: boolean;
  /** Off: builds once. On where it is not given. */
  readonly watch?: boolean;
  readonly skipInitialBuild?: boolean;
  /** As of `editorLink`. */
  readonly editor?: string;
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
  /** Whether the builder knows all errors that are shown: not those that the one before it found. */
  knowsErrors: boolean;
  /** The failure that was reported last, where nothing was reported since. */
  failure?: string | undefined;
  /** Diagnostics of the last build, to see which are new. */
  reported: ReadonlySet<string>;
}

function createState(options: SessionOptions, builder: Builder): State {
  return {
    options,
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
    knowsErrors: true,
    reported: new Set(),
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

function noteChange(state: State, paths: readonly string[] | undefined): void {
  if (state.isStopped) return;
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
      onFirst: (errors) => showEarly(state, errors),
      onProgress: report.progress,
      signal: controller.signal,
    });
    if (controller.signal.aborted) cutShort(state, { ...wanted, remake: false }, isRemade);
    else if (isOvertaken(result.diagnostics) && ++state.overtaken <= maxOvertaken) {
      want(state, { paths: undefined, remake: false });
    } else reportBuild(state, result);
    // Also where nothing was removed: a build that failed has taken back what it had shown already.
    server?.update(result.removed);
    return result;
  } catch (error) {
    if (controller.signal.aborted) cutShort(state, wanted, false);
    else fail(state, error);
    // What went with the folder may come back as something else, the configuration too.
    if (!existsSync(state.builder.config.source)) state.isBroken = true;
    return undefined;
  } finally {
    state.running = undefined;
  }
}

/** Shows what is known of errors before the build ends; where several pages have one, once. */
function showEarly({ options: { server, editor }, builder, knowsErrors }: State, errors: readonly Diagnostic[]): void {
  if (!knowsErrors) return;
  server?.showProblems(toProblems(distinct(errors), builder.config.source, editor));
}

function sourceGone(source: string): SiteError {
  return new SiteError({
    code: 'dev/source-gone',
    message: `The source folder is gone: ${source}`,
    hint: 'The preview goes on when it is there again.',
  });
}

/** What a build that a newer edit ended had to do is to be done by the next one. */
function cutShort(state: State, { paths, remake }: Wanted, looksEverywhere: boolean): void {
  state.cutShort++;
  want(state, { paths: looksEverywhere ? undefined : paths, remake });
}

/** Reports a failure that is not the site's, in the terminal and in open pages. */
function fail(state: State, error: unknown): void {
  const { report, server, editor } = state.options;
  const diagnostic = diagnosticOf(error);
  const key = diagnosticKey(diagnostic);
  report.failed(error, state.failure === key);
  server?.showProblems(toProblems([diagnostic], state.builder.config.source, editor));
  state.failure = key;
  state.reported = new Set();
}

/** A build that was cut short by a newer edit reports nothing: the next one reports everything. */
function reportBuild(state: State, result: BuildResult): void {
  const { report, server, editor } = state.options;
  state.cutShort = 0;
  state.overtaken = 0;
  state.failure = undefined;
  state.knowsErrors = true;
  const keys = result.diagnostics.map(diagnosticKey);
  const fresh = result.diagnostics.filter((_, index) => !state.reported.has(keys[index]!));
  state.reported = new Set(keys);
  const { source } = state.builder.config;
  const errors = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (result.drafts !== undefined) server?.markDrafts(result.drafts);
  server?.showProblems(toProblems(errors, source, editor));
  report.built(result, fresh);
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
    fail(state, error);
    return false;
  }
  state.isBroken = false;
  const old = state.builder;
  state.builder = next;
  state.knowsErrors = state.failure !== undefined;
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

function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof SiteError) return error.diagnostic;
  return { severity: 'error', code: 'dev/failed', message: error instanceof Error ? error.message : String(error) };
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
  await Promise.all([state.watcher?.close(), state.options.server?.close(), state.idle]);
  await state.builder.close();
}
