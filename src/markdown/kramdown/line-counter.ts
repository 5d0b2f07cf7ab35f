/** Counts the lines of a text, quickly for positions that go forward. */
export class LineCounter {
  private countedPos = 0;
  private countedLine: number;

  /** @param startLine the line of the document where the text begins, counted from 1 */
  constructor(
    private readonly text: string,
    private readonly startLine: number,
  ) {
    this.countedLine = startLine;
  }

  /** The document's line at a position of the text. */
  lineAt(pos: number): number {
    // A line feed is counted with its line's end, and may be asked for again.
    if (pos < this.countedPos - 1) {
      this.countedPos = 0;
      this.countedLine = this.startLine;
    }
    for (;;) {
      const end = this.text.indexOf('\n', this.countedPos);
      if (end < 0 || end > pos) break;
      this.countedPos = end + 1;
      this.countedLine++;
    }
    return this.countedLine;
  }
}
