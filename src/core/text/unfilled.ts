/** Bytes in memory that threads share, with gaps that others are still to be copied into, by whoever needs them first. */
export interface Unfilled {
  readonly bytes: Uint8Array;
  /** Where the gaps begin. */
  readonly gaps: readonly number[];
  /** What each of them is for. */
  readonly inner: Uint8Array;
}

/** Copies what is missing into all gaps. */
export function fillGaps({ bytes, gaps, inner }: Unfilled): void {
  const memory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // By way of shared memory, `set` copies eight bytes at a time.
  for (const gap of gaps) memory.fill(inner, gap, gap + inner.length);
}
