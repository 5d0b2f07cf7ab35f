/** What a template cost in a build: all its renders, with everything in it. */
export interface TemplateTime {
  /** Relative to the source folder (or to the theme). */
  readonly path: string;
  readonly count: number;
  readonly bytes: number;
  readonly milliseconds: number;
  /** Whether it is an include that looked at nothing of the page in any of its renders, so that one would have done. */
  readonly isConstant: boolean;
}

/** Where the time of a build went. */
export interface BuildProfile {
  /** In their order, by Jekyll's names. */
  readonly phases: readonly (readonly [name: string, milliseconds: number])[];
  readonly templates: readonly TemplateTime[];
  /** By source, or by output where a plugin made them; the slowest first. */
  readonly pages: readonly (readonly [path: string, milliseconds: number])[];
}
