import type { Server } from 'node:net';
import { SiteError } from '../../core/diagnostics.js';

const portsTried = 20;

/**
 * Listens on the first free port from `port` on, 20 at most; 0 for any. Resolves to the port. Rejects with a `SiteError`
 * where there is none, or the host is not this machine.
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let next = port; ; next++) {
    try {
      return await listenOn(server, host, next);
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || next - port >= portsTried - 1 || next >= 65535) throw refused(error, host, port, next);
    }
  }
}

function refused(error: unknown, host: string, first: number, last: number): unknown {
  const say = (message: string, hint: string): SiteError =>
    new SiteError({ code: 'dev/no-port', message, hint }, { cause: error });
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return say(`The ports from ${first} to ${last} are all taken.`, 'Name another with --port.');
    case 'EACCES':
      return say(`The system does not let you have port ${last}.`, 'Name one from 1024 on with --port.');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EADDRNOTAVAIL':
      return say(
        `The host ${host} is no name or address of this machine.`,
        'Leave --host out for this machine alone; 0.0.0.0 stands for all of its addresses.',
      );
    default:
      return error;
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
