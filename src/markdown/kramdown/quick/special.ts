/** Characters that a span may begin or end with; elsewhere text goes on. */
const isSpecial = new Uint8Array(0x10000);
for (const char of '\n!"$&\'*-.<>[\\]_`{~') isSpecial[char.charCodeAt(0)] = 1;

/** The position of the next character that a span may begin or end with, or where to look no further. */
export function nextSpecial(src: string, from: number, to: number): number {
  let i = from;
  while (i < to && isSpecial[src.charCodeAt(i)] === 0) i++;
  return i;
}
