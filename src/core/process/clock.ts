/** Milliseconds since some moment of the past. `performance.now` is the same, but takes Node 2 ms to load. */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
