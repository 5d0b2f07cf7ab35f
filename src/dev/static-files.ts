import { open, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';

/** Types of text files, which want their encoding said; the others are the library's to know. */
const textTypes: Readonly<Record<string, string>> = {
  '.atom': 'application/atom+xml',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.ics': 'text/calendar',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.rss': 'application/rss+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.vtt': 'text/vtt',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Sends a file of the destination as it is on the disk just now, with `ETag`, ranges and no caching unasked. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, output: string) => Promise<void>;

/** The files of a folder; `missing` answers where one has gone since it was found. */
export function createStaticFiles(root: string, missing: (response: ServerResponse) => void): SendFile {
  const serve = sirv(root, { dev: true, etag: true, dotfiles: true, extensions: [], setHeaders: nameType });
  return async (request, response, output) => {
    const file = path.join(root, output);
    await settleRange(request, file);
    endReadersWith(response);
    namePath(request, output);
    if (request.headers.range === firstByte) return sendFirstByte(response, file);
    serve(request, response, () => missing(response));
  };
}

/** Says the file's path as frameworks do, since a URL's own would be cut at a `?` in a name. */
function namePath(request: IncomingMessage, output: string): void {
  const pathname = `/${output.replaceAll('%', '%25')}`;
  request.url = pathname;
  Object.assign(request, { _parsedUrl: { raw: pathname, pathname } });
}

/** The one range that the library takes for the whole file. */
const firstByte = 'bytes=0-0';

async function sendFirstByte(response: ServerResponse, file: string): Promise<void> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, 0);
    nameType(response, file);
    response.writeHead(206, { 'Content-Range': `bytes 0-0/${size}`, 'Content-Length': 1, 'Cache-Control': 'no-cache' });
    response.end(buffer);
  } finally {
    await handle.close();
  }
}

function nameType(response: ServerResponse, pathname: string): void {
  const extension = path.extname(pathname).toLowerCase();
  const type = textTypes[extension];
  if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`);
  else if (extension === '') response.setHeader('Content-Type', 'application/octet-stream');
  response.setHeader('Accept-Ranges', 'bytes');
}

/** Neither a visitor who leaves nor a file that goes may leave a descriptor open or an error unheard. */
function endReadersWith(response: ServerResponse): void {
  response.once('pipe', (reader: Readable) => {
    reader.on('error', () => response.destroy());
    response.once('close', () => reader.destroy());
  });
}

/** Leaves one range that the library understands, or none: suffixes counted out, lists and nonsense dropped (RFC 9110, 14.2). */
async function settleRange(request: IncomingMessage, file: string): Promise<void> {
  const range = request.headers.range;
  if (range === undefined) return;
  delete request.headers.range;
  const stats = await stat(file).catch(() => undefined);
  const match = /^bytes=(\d*)-(\d*)$/.exec(range.trim());
  if (stats === undefined || match === null || !matchesIfRange(request, stats)) return;
  const [from, to] = [match[1] ?? '', match[2] ?? ''];
  if (from === '' && to === '') return;
  const last = stats.size - 1;
  const start = from === '' ? Math.max(0, stats.size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  if (start <= last && end < start) return;
  request.headers.range = `bytes=${start}-${Math.max(end, start)}`;
}

function matchesIfRange(request: IncomingMessage, stats: { size: number; mtime: Date }): boolean {
  const condition = request.headers['if-range'];
  if (condition === undefined) return true;
  return condition === stats.mtime.toUTCString();
}
