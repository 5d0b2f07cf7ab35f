import { lazily } from '../../core/lazily.js';

/** The process's streams, made when they are needed: Node takes its time to make one. */
export const standardOutput = lazily(() => letReadersGo(process.stdout));
/** As `standardOutput`, for warnings and errors. */
export const standardError = lazily(() => letReadersGo(process.stderr));

/**
 * What becomes of the output does not stop the work: its reader may end (`utterson build | head`), and the disk of the file
 * that it goes to may be full.
 */
function letReadersGo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', () => undefined);
}

/** Writes to a stream; one that is a file throws at once under Node 20. */
export function writeTo(stream: { write(text: string): unknown }, text: string): void {
  try {
    stream.write(text);
  } catch {
    // As above.
  }
}
