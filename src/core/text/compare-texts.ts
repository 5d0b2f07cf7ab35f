/** The order of two texts by code points, as Ruby compares UTF-8: negative, 0 or positive. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const end = Math.min(a.length, b.length);
  let index = 0;
  while (index < end && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  if (index === end) return a.length - b.length;
  const [first, other] = [a.charCodeAt(index), b.charCodeAt(index)];
  return first < 0xd800 || other < 0xd800 ? first - other : compareCodePoints(a, b);
}

function compareCodePoints(a: string, b: string): number {
  for (let index = 0; index < a.length && index < b.length; ) {
    const [left, right] = [a.codePointAt(index)!, b.codePointAt(index)!];
    if (left !== right) return left - right;
    index += left > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
