import { lazily } from '../core/lazily.js';

/** The process's streams, for who has something to say: Node takes its time to make one. */
export const standardOutput = lazily(() => letReadersGo(process.stdout));
export const standardError = lazily(() => letReadersGo(process.stderr));

/** Whoever reads the output may stop (`utterson build | head`): the work goes on, unheard. */
function letReadersGo(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
  return stream;
}
