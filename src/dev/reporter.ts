import type { BuildResult } from '../core/builder.js';
import { type Diagnostic, diagnosticKey, distinct, isError, SiteError } from '../core/diagnostics.js';
import type { Config } from '../core/types.js';
import { toProblems } from './problem.js';
import type { PreviewServer } from './server/server.js';

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

/** Where reports go. */
export interface ReporterOptions {
  readonly report: SessionReport;
  /** Shows builds to browsers; `build --watch` has none. */
  readonly server?: PreviewServer;
  /** As of `editorLink`. */
  readonly editor?: string;
}

/** Tells the terminal and open pages what came of builds. */
export class Reporter {
  /** Diagnostics of the last build, to see which are new. */
  private last: ReadonlySet<string> = new Set();
  /** The failure that was reported last, where nothing was reported since. */
  private failure: string | undefined;
  /** Whether the builder knows all errors that are shown: not those that the one before it found. */
  private knowsErrors = true;

  /** What the first build without errors said; pages show what came since. */
  private beginning: ReadonlySet<string> | undefined;
  /** Whether warnings are shown, which need not go before a build has ended. */
  private showsWarnings = false;

  constructor(private readonly options: ReporterOptions) {}

  /** A build ended. */
  built(result: BuildResult, config: Config): void {
    const { report, server } = this.options;
    this.failure = undefined;
    this.knowsErrors = true;
    const keys = result.diagnostics.map(diagnosticKey);
    const fresh = result.diagnostics.filter((_, index) => !this.last.has(keys[index]!));
    this.last = new Set(keys);
    if (result.drafts !== undefined) server?.markDrafts(result.drafts);
    const errors = result.diagnostics.filter(isError);
    if (errors.length === 0) this.beginning ??= this.last;
    const later = result.diagnostics.filter((_, index) => !this.beginning?.has(keys[index]!));
    this.show(errors.length > 0 ? errors : later, config);
    report.built(result, fresh);
  }

  /** Shows what is known of errors before a build ends; where several pages have one, once. */
  early(errors: readonly Diagnostic[], config: Config): void {
    if (this.showsWarnings && errors.length === 0) return;
    if (this.knowsErrors) this.show(distinct(errors), config);
  }

  /** A failure that is not the site's. */
  failed(error: unknown, config: Config): void {
    const diagnostic = diagnosticOf(error);
    const key = diagnosticKey(diagnostic);
    this.options.report.failed(error, this.failure === key);
    this.show([diagnostic], config);
    this.failure = key;
    this.last = new Set();
  }

  /** Another builder is in the place of the last one. */
  renew(): void {
    this.knowsErrors = this.failure !== undefined;
  }

  /** Errors, or warnings alone. */
  private show(diagnostics: readonly Diagnostic[], { source }: Config): void {
    const { server, editor } = this.options;
    this.showsWarnings = diagnostics.length > 0 && !diagnostics.some(isError);
    server?.showProblems(toProblems(diagnostics, source, editor));
  }
}

function diagnosticOf(error: unknown): Diagnostic {
  if (error instanceof SiteError) return error.diagnostic;
  return { severity: 'error', code: 'dev/failed', message: error instanceof Error ? error.message : String(error) };
}
