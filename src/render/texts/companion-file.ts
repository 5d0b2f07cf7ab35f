/** A file that a render makes beside its text. */
export interface CompanionFile {
  /** Relative to the destination. */
  readonly path: string;
  readonly text: string;
}
