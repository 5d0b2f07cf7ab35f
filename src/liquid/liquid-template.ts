import type { Diagnostic } from '../core/diagnostics.js';
import type { Counters, TemplateHost, TemplateSource } from '../core/template.js';

/** Variables by name; undefined where there is none. A Map or a drop. */
export interface Variables {
  get(name: string): unknown;
  /** What may stand in the output for a variable that is printed as it is, to be replaced there later. */
  slot?(name: string): string | undefined;
}

/** What one render works with. */
export interface RenderScope {
  readonly variables: Variables;
  readonly host: TemplateHost;
  readonly page: unknown;
  /** Called with the warnings of parsing the template and those it includes. */
  warn?(diagnostic: Diagnostic): void;
  /** Where `increment` and `decrement` keep their counters, if longer than for this render. */
  readonly counters?: Counters | undefined;
  /** Where `assign` and `capture` keep their variables, if longer than for this render. */
  readonly assigns?: Map<string, unknown>;
  /** What to print for an error, where errors are printed; undefined for what is none of the template's. */
  printError?(error: unknown, line: number, source: TemplateSource): string | undefined;
}

/** A template, read once and rendered any number of times. */
export interface LiquidTemplate {
  readonly source: TemplateSource;
  /** Warnings of parsing it. */
  readonly warnings: readonly Diagnostic[];
  /** Throws `SiteError`. */
  render(scope: RenderScope): string;
}
