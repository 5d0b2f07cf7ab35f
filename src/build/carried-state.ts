import type { Diagnostic } from '../core/diagnostics.js';
import type { DocumentState } from '../render/world.js';
import type { DiagnosticCounts } from './stamp.js';

/** The state that a builder carries from one build to the next. */
export interface CarriedState {
  /** The document of an output that was asked for before all others. */
  readonly sources: Map<string, DocumentState>;
  /** The outputs of drafts, of a site of that shape. */
  drafts?: { readonly shape: object; readonly outputs: readonly string[] };
  /** After a build that went well: the shape of the site whose files are all in the destination, and their number. */
  settled: { readonly shape: object; readonly files: number } | undefined;
  /** What was said of paths that two documents want, at that shape. */
  conflicts: readonly Diagnostic[];
  /** How much of what was said was of other things than renders. */
  said: DiagnosticCounts;
  /** Of builds cut short since the last one that ended: rendered and not written. */
  readonly unwritten: Set<DocumentState>;
  /** Rendered since the last build that went well, so that nobody was told of it. */
  readonly rendered: Set<DocumentState>;
  /** Whether the system refused something to the last build. */
  isRefused: boolean;
}

/** That of a builder that has built nothing. */
export function newCarriedState(): CarriedState {
  return {
    sources: new Map(),
    settled: undefined,
    conflicts: [],
    said: { read: 0, outputs: 0 },
    unwritten: new Set(),
    rendered: new Set(),
    isRefused: false,
  };
}
