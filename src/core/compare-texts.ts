const surrogate = /[\ud800-\udfff]/;

/** The order of two texts by code points, as Ruby compares UTF-8: negative, 0 or positive. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const [first, other] = [a.charCodeAt(0), b.charCodeAt(0)];
  if (first !== other && first < 0xd800 && other < 0xd800) return first - other;
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : 1;
  for (let index = 0; index < a.length && index < b.length; ) {
    const [left, right] = [a.codePointAt(index)!, b.codePointAt(index)!];
    if (left !== right) return left - right;
    index += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
