import { createReadStream, readFileSync, type Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { statsOf } from '../../core/files.js';
import { mediaType } from './media-types.js';
import { setUnlessGiven } from './respond.js';

/** Sends a file of the destination as it is on the disk just now, with `ETag`, ranges and no caching unasked. */
export type SendFile = (request: IncomingMessage, response: ServerResponse, output: string) => void;

/** Bytes that are read at once, which takes fewer turns of the event loop than a stream. */
const atOnce = 256 * 1024;

/** The files of a folder; `missing` answers where one has gone since it was found. */
export function createStaticFiles(root: string, missing: (response: ServerResponse) => void): SendFile {
  return (request, response, output) => {
    const file = path.join(root, output);
    const stats = statsOf(file);
    if (stats === undefined || !stats.isFile()) return missing(response);
    // Copies have their source's time in whole seconds: only the system's change time distinguishes two saves within a second.
    const tag = `W/"${stats.size}-${stats.mtime.getTime()}-${stats.ctimeMs}"`;
    setUnlessGiven(response, {
      'Content-Type': mediaType(path.extname(file)),
      'Cache-Control': 'no-cache',
      'Last-Modified': stats.mtime.toUTCString(),
      'Accept-Ranges': 'bytes',
      ETag: tag,
    });
    if (isKnown(request, tag, stats)) {
      response.writeHead(304).end();
      return;
    }
    const bytes = stats.size <= atOnce ? readFileSync(file) : undefined;
    // A build may have written it since it was looked at.
    const size = bytes?.length ?? stats.size;
    const range = matchesIfRange(request, stats) ? readRange(request, size) : undefined;
    if (range === 'beyond') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
      return;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    if (range !== undefined) response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
    response.writeHead(range === undefined ? 200 : 206, { 'Content-Length': end - start + 1 });
    if (request.method === 'HEAD' || end < start) response.end();
    else if (bytes !== undefined) response.end(bytes.subarray(start, end + 1));
    else stream(response, file, start, end);
  };
}

/**
 * Neither a closed connection nor a deleted file may leave a descriptor open or an error unhandled. Where a file gets
 * shorter meanwhile, the connection would wait for the rest.
 */
function stream(response: ServerResponse, file: string, start: number, end: number): void {
  const reader = createReadStream(file, { start, end });
  reader.on('error', () => response.destroy());
  reader.once('end', () => reader.bytesRead <= end - start && response.destroy());
  response.once('close', () => reader.destroy());
  reader.pipe(response);
}

/** Whether the visitor has the file as it is (RFC 9110, 13.1): by its tag where one is named, else by its time. */
function isKnown({ headers }: IncomingMessage, tag: string, { mtime }: Stats): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((known) => known.trim() === tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(mtime.getTime() / 1000) * 1000 <= since;
}

type Span = { readonly start: number; readonly end: number };

/** The one range that is asked for; lists and nonsense are as none (RFC 9110, 14.2). */
function readRange(request: IncomingMessage, size: number): Span | 'beyond' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range?.trim() ?? '');
  if (match === null) return undefined;
  const [from, to] = [match[1] ?? '', match[2] ?? ''];
  if (from === '' && to === '') return undefined;
  const last = size - 1;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  if (start > last) return 'beyond';
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  return end < start ? undefined : { start, end };
}

function matchesIfRange(request: IncomingMessage, { mtime }: Stats): boolean {
  const condition = request.headers['if-range'];
  return condition === undefined || condition === mtime.toUTCString();
}
