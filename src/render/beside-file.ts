/** A file that a render makes beside its text. */
export interface BesideFile {
  /** Relative to the destination. */
  readonly path: string;
  readonly text: string;
}
