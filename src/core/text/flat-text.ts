/**
 * The same text. One that was put together of thousands of pieces is joined, and the pieces are released: V8 does both
 * when it is asked for a unit of the text, and not before.
 */
export function flatText(text: string): string {
  // The answer has to matter, or an optimized function would not ask.
  return Number.isNaN(text.charCodeAt(0)) ? '' : text;
}
