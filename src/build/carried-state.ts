import type { Diagnostic } from '../core/diagnostics.js';
import type { DocumentState } from '../render/world.js';
import type { DiagnosticCounts } from './saved/stamp.js';

/** The state that a builder carries from one build to the next. */
export interface CarriedState {
  /** The document of an output that was asked for before all others. */
  readonly sources: Map<string, DocumentState>;
  /** The outputs of drafts, of a site of that shape. */
  drafts?: { readonly shape: object; readonly outputs: readonly string[] };
  /** After a build that went well: the shape of the site whose files are all in the destination, and their number. */
  settled: { readonly shape: object; readonly files: number } | undefined;
  /** Diagnostics of paths that two documents want, at that shape. */
  conflicts: readonly Diagnostic[];
  /** How many diagnostics of the last build were not of renders. */
  diagnosticCounts: DiagnosticCounts;
  /** Rendered by builds that were cut short since the last one that ended, and not written yet. */
  readonly unwritten: Set<DocumentState>;
  /** Rendered since the last build that went well, so that plugins have not been called with it yet. */
  readonly rendered: Set<DocumentState>;
  /** Whether the last build failed because the system refused something. */
  isRefused: boolean;
}

/** The state of a builder that has built nothing. */
export function newCarriedState(): CarriedState {
  return {
    sources: new Map(),
    settled: undefined,
    conflicts: [],
    diagnosticCounts: { read: 0, outputs: 0 },
    unwritten: new Set(),
    rendered: new Set(),
    isRefused: false,
  };
}
