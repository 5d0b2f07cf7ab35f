/** What is there where output is read by a terminal or another program: they do not keep the process alive. */
const outputKinds: readonly string[] = ['TTYWrap', 'PipeWrap'];

/**
 * Ends the process. By itself, Node would first take V8's heap apart page by page, which the system does all at once. Where
 * something is still going on, as output that nobody has read yet or what a plugin has begun, it comes to its end.
 */
export function end(code: number): void {
  process.exitCode = code;
  const isOver = process.getActiveResourcesInfo().every((kind) => outputKinds.includes(kind));
  if (isOver && process.listenerCount('beforeExit') === 0) process.exit();
}
