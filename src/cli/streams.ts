import { lazily } from '../core/lazily.js';

/** The process's streams, for who has something to say: Node takes its time to make one. */
export const standardOutput = lazily(() => letReadersGo(process.stdout));
/** As `standardOutput`, for warnings and errors. */
export const standardError = lazily(() => letReadersGo(process.stderr));

/** Where nobody reads any more; Windows says `EOF`. */
const goneCodes: readonly (string | undefined)[] = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];

/** Whoever reads the output may stop (`utterson build | head`): the work goes on, unheard. */
function letReadersGo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!goneCodes.includes(error.code)) throw error;
  });
  return stream;
}
