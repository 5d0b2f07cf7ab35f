import type { Diagnostic } from './diagnostics.js';
import type { BuildProfile } from './profile.js';
import type { Config } from './types.js';

/** What one build did. Paths are relative to the destination, `/` between their parts. */
export interface BuildResult {
  /** Whether the destination now is the site; false where errors left it as it was. */
  readonly ok: boolean;
  /** Files whose bytes changed or that are new. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that were right already. */
  readonly unchanged: number;
  /** Documents in the site. */
  readonly documents: number;
  /** Documents rendered again in this build. */
  readonly rendered: number;
  /** In the order of the site's documents. */
  readonly diagnostics: readonly Diagnostic[];
  /** Outputs of drafts, which a preview marks. */
  readonly drafts?: readonly string[];
  readonly milliseconds: number;
  /** Where the time went, where the configuration asks for it (`profile`). */
  readonly profile?: BuildProfile;
}

/** How a build is asked for. */
export interface BuildRequest {
  /** Absolute paths known to have changed, come or gone since the last build; the whole source is looked through without. */
  readonly changed?: readonly string[];
  /** Outputs to finish and write before all others (the pages that browsers have open). */
  readonly first?: readonly string[];
  /** Called as soon as outputs are in the destination; more than once where `first` is given. */
  readonly onWritten?: (paths: readonly string[]) => void;
  /**
   * Called once the pages of `first` are made, and in the destination, where the errors that the builder's last build
   * ended with are gone; with the errors of these pages. More may turn up among the others.
   */
  readonly onFirst?: (errors: readonly Diagnostic[]) => void;
  /** Called now and then while rendering: documents done and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Of an `AbortController`: stops the build between two documents; the destination stays whole. */
  readonly signal?: { readonly aborted: boolean };
}

/** Builds one site again and again, with warm caches. One build at a time. */
export interface Builder {
  readonly config: Config;
  /** Files and folders (absolute) to watch besides the source folder: theme, configuration. */
  readonly watched: readonly string[];
  build(request?: BuildRequest): Promise<BuildResult>;
  /**
   * Whether one of some outputs was deleted from the destination since it was written; the next build writes it again.
   * For a preview's builder, between two builds.
   */
  hasLost?(outputs: readonly string[]): boolean;
  /** Whether a file (absolute) is among those that were read for the last build, or for the one that is running. */
  hasRead?(file: string): boolean;
  /**
   * Takes the present configuration, where nothing but values that only templates use is different in it; otherwise
   * false, and another builder is needed. For a preview's builder, between two builds.
   */
  takeSettings?(): Promise<boolean>;
  /** Ends worker threads and child processes. */
  close(): Promise<void>;
}
