import type { BuildRequest } from '../../core/builder.js';
import { type Diagnostic, diagnosticKey, isError } from '../../core/diagnostics.js';
import type { BackgroundWrites } from '../../output/background-writes.js';
import type { Destination } from '../../output/destination.js';
import type { WantedFile } from '../../output/plan-writes.js';
import { releaseOutput } from '../../render/texts/large-sites.js';
import { type DocumentState, inOrder, type World } from '../../render/world.js';
import type { CarriedState } from '../carried-state.js';
import type { Pipeline } from '../pipeline.js';
import { settledPlace } from '../settled-place.js';
import { documentFile } from './outputs.js';

/** What was done before all else. */
export interface EarlyWrites {
  /** Those that were brought up to date. */
  readonly states: readonly DocumentState[];
  /** Those of them whose output is another text than before, or new. */
  readonly rendered: readonly DocumentState[];
  readonly written: readonly string[];
}

/**
 * Renders and writes the requested pages before all others, unless the build is known to fail. If it fails in the end,
 * they are rolled back, so that the last good site stays.
 *
 * @param isBroken whether there are errors already
 */
export function writeFirst(
  { world }: Pipeline,
  destination: Destination,
  { first = [], onWritten, onFirst }: BuildRequest,
  carried: CarriedState,
  isBroken: boolean,
): EarlyWrites {
  const [states, rendered]: [Set<DocumentState>, DocumentState[]] = [new Set(), []];
  const bring = (state: DocumentState): void => {
    const before = states.has(state) ? undefined : state.output.fingerprint;
    states.add(state);
    state.output.update();
    if (before !== undefined && (before === '' || before !== state.output.fingerprint)) rendered.push(state);
  };
  // Counters depend on all pages before.
  const isAsked = first.length > 0 && !isBroken && world.counting.names.size === 0;
  const failure = isAsked ? findFailure(world, carried, bring) : undefined;
  if (failure === undefined || failure === 'there') return { states: [...states], rendered, written: [] };
  const sources = sourcesOf(world, first, carried);
  for (const state of sources) bring(state);
  const right = sources.filter((state) => !hasFailed(state));
  const written = destination.replace(right.filter(({ document }) => document.isWritten).map(documentFile));
  if (written.length > 0) onWritten?.(written);
  if (failure === 'gone') onFirst?.(sources.flatMap(errorsOf).map((error) => settledPlace(error, world.site)));
  return { states: [...states], rendered, written };
}

/** How many errors are looked for again before the requested pages are made. */
const maxTried = 20;

/** Looks whether what the last build failed by is there still. */
function findFailure(
  { withDiagnostics }: World,
  { isRefused, conflicts }: CarriedState,
  bring: (state: DocumentState) => void,
): 'there' | 'gone' | 'unknown' {
  if (isRefused || conflicts.some(isError)) return 'there';
  const tried = new Set<string>();
  for (const state of withDiagnostics) {
    if (state.excerpt.failed && !hasFailed(state)) return 'unknown';
    if (!hasFailed(state)) continue;
    if (state.output.status !== 'fresh') {
      // An error in a layout may have failed all of a site: one page tells of it.
      const untried = errorsOf(state)
        .map(diagnosticKey)
        .filter((error) => !tried.has(error));
      if (untried.length === 0) continue;
      if (tried.size >= maxTried) return 'unknown';
      for (const error of untried) tried.add(error);
      bring(state);
    }
    if (hasFailed(state)) return 'there';
  }
  return 'gone';
}

function hasFailed({ body, output }: DocumentState): boolean {
  return body.failed || output.failed;
}

function errorsOf({ body, output }: DocumentState): Diagnostic[] {
  return [...body.diagnostics, ...output.diagnostics].filter(isError);
}

/**
 * Writes outputs while others are rendered, where the destination is empty, so that nothing is lost if the build fails,
 * and where no plugin changes outputs after all are rendered. If the build fails, they are rolled back.
 */
export function writeInBackground(
  { world, plugins }: Pipeline,
  destination: Destination,
): { readonly files: BackgroundWrites; add(state: DocumentState): void } | undefined {
  const isFinal = plugins.every((plugin) => plugin.emit === undefined && plugin.afterWrite === undefined);
  if (!world.isBuiltOnce || !isFinal) return undefined;
  const states = new Map<WantedFile, DocumentState>();
  const files = destination.writeInBackground((file) => releaseOutput(world, states.get(file)!.output));
  if (files !== undefined) world.isWrittenInBackground = true;
  return (
    files && {
      files,
      add(state) {
        if (hasFailed(state) || !state.document.isWritten) return;
        const file = documentFile(state);
        states.set(file, state);
        files.add(file);
      },
    }
  );
}

/** The documents of some outputs. Those that were asked for before are not searched for in the whole site. */
function sourcesOf(world: World, outputs: readonly string[], { sources }: CarriedState): readonly DocumentState[] {
  const isThere = (output: string): boolean => {
    const state = sources.get(output);
    return state?.document.route.output === output && world.states.get(state.id) === state;
  };
  const missing = new Set(outputs.filter((output) => !isThere(output)));
  for (const output of sources.keys()) if (!outputs.includes(output)) sources.delete(output);
  for (const output of missing) sources.delete(output);
  if (missing.size > 0) {
    for (const state of world.ordered) {
      const { output } = state.document.route;
      if (missing.has(output)) sources.set(output, state);
    }
  }
  return inOrder(new Set(sources.values()));
}
