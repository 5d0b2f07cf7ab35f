/**
 * Reports what nobody caught by its stack: our own mistake, or what a promise or a timer of a plugin's has thrown. Node
 * would print the line of the source as well, and lines of the bundle are long.
 *
 * @param isHarmless whether the process goes on after an error of that stack; it ends where that is not given
 */
export function reportUncaught(isHarmless: (stack: string) => boolean = () => false): void {
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error: unknown) => {
    const stack = error instanceof Error ? String(error.stack) : `Thrown: ${String(error)}`;
    console.error(stack);
    if (!isHarmless(stack)) process.exit(1);
  });
}
