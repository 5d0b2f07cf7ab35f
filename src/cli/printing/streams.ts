import { lazily } from '../../core/lazily.js';

/** The process's streams, made when they are needed: Node takes its time to make one. */
export const standardOutput = lazily(() => letReadersGo(process.stdout));
/** As `standardOutput`, for warnings and errors. */
export const standardError = lazily(() => letReadersGo(process.stderr));

/** Error codes of a stream that is not read any more; Windows has `EOF`. */
const goneCodes: readonly (string | undefined)[] = ['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED'];

/** The reader of the output may stop (`utterson build | head`): the work goes on. */
function letReadersGo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!goneCodes.includes(error.code)) throw error;
  });
  return stream;
}
