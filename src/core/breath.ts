/** Lets threads, timers and the disk be heard. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
