import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolders } from '../core/files.js';
import type { Config } from '../core/types.js';
import type { TarFile } from './read-tar.js';

/** What was asked for on the network did not come; `status` where there was an answer, which said so. */
export class DownloadError extends Error {
  constructor(
    message: string,
    readonly status: number | undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DownloadError';
  }
}

/** Where the themes that were fetched lie. */
export function themesFolder({ cacheDirectory }: Config): string {
  return join(cacheDirectory, 'themes');
}

/** Most bytes of an archive, unpacked. */
const largest = 200 * 1024 * 1024;

/** Fetches a file. Throws `DownloadError`. */
export async function download(url: string, timeoutMs = 60_000): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new DownloadError(`${url} answers ${response.status}`, response.status);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DownloadError(`${url} cannot be fetched (${reason})`, undefined, { cause: error });
  }
}

/** What a compressed file holds. Throws where it is none, or far too much. */
export function unzip(bytes: Uint8Array): Uint8Array {
  // Loaded here, as few sites have anything that is fetched.
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  return gunzipSync(bytes, { maxOutputLength: largest });
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Writes an archive's files into a folder that was not there, whole or not at all; none outside of it.
 *
 * @param strip how many parts of each path are left out
 */
export function unpack(files: readonly TarFile[], folder: string, strip: number): void {
  const half = `${folder}.part-${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  makeFolders(half);
  for (const { path, content } of files) {
    const parts = path
      .split(/[/\\]/)
      .filter((part) => part !== '.')
      .slice(strip);
    if (parts.length === 0 || parts.some((part) => part === '..' || part === '' || part.includes(':'))) continue;
    const file = join(half, ...parts);
    makeFolders(dirname(file));
    writeFileSync(file, content);
  }
  putInPlace(half, folder);
}

const maxTries = 20;
const betweenTriesMs = 50;

/** Gives a folder its name, unless another build was sooner. */
function putInPlace(half: string, folder: string): void {
  for (let tries = 1; ; tries++) {
    try {
      renameSync(half, folder);
      return;
    } catch (error) {
      if (existsSync(folder)) {
        rmSync(half, { recursive: true, force: true });
        return;
      }
      // Windows refuses as long as another program, mostly a virus scanner, reads a file that was just written.
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!isBusy || tries === maxTries) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, betweenTriesMs);
    }
  }
}
