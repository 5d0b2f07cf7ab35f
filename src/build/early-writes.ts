import type { BuildRequest } from '../core/builder.js';
import type { Destination } from '../output/destination.js';
import type { WantedFile } from '../output/plan-writes.js';
import type { WriteAhead } from '../output/write-ahead.js';
import { letGoOfOutput } from '../render/large-sites.js';
import { type DocumentState, inOrder, type World } from '../render/world.js';
import type { Handover } from './handover.js';
import { documentFile } from './outputs.js';
import type { Pipeline } from './pipeline.js';

/**
 * Renders and writes the pages that somebody waits for, before all others. Where the build fails in the end, they are
 * taken back: a failed build leaves the last good site.
 */
export function writeFirst(
  { world }: Pipeline,
  destination: Destination,
  { first = [], onWritten }: BuildRequest,
  handover: Handover,
): { readonly states: readonly DocumentState[]; readonly written: readonly string[] } {
  // Pages that count stand on all that come before them.
  const states = world.counting.names.size > 0 ? [] : sourcesOf(world, first, handover);
  const files = states.flatMap((state) => {
    state.output.update();
    return state.output.failed || state.body.failed || !state.document.isWritten ? [] : [documentFile(state)];
  });
  const written = destination.replace(files);
  if (written.length > 0) onWritten?.(written);
  return { states, written };
}

/**
 * Writes what is rendered at once, where nothing is in the destination that a failed build would have to leave, and no
 * plugin has a say in outputs once all are rendered. Where the build fails in the end, it is taken back.
 */
export function writeAhead(
  { world, plugins }: Pipeline,
  destination: Destination,
): { readonly files: WriteAhead; add(state: DocumentState): void } | undefined {
  const isFinal = plugins.every((plugin) => plugin.emit === undefined && plugin.afterWrite === undefined);
  if (!world.isBuiltOnce || !isFinal) return undefined;
  const states = new Map<WantedFile, DocumentState>();
  const files = destination.writeAhead((file) => letGoOfOutput(world, states.get(file)!.output));
  if (files !== undefined) world.isWrittenAhead = true;
  return (
    files && {
      files,
      add(state) {
        if (state.output.failed || state.body.failed || !state.document.isWritten) return;
        const file = documentFile(state);
        states.set(file, state);
        files.add(file);
      },
    }
  );
}

/** The documents that some outputs are of. Those that were asked for before are not looked for in the whole site. */
function sourcesOf(world: World, outputs: readonly string[], { sources }: Handover): readonly DocumentState[] {
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
