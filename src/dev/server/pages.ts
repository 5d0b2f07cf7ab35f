import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { listingPage, missingPage, outsidePage } from './built-in-pages.js';
import { hashBytes, injectScripts, type PageMark } from './inject.js';
import type { PageState } from './live-reload.js';
import type { State } from './preview-state.js';
import { type Resolution, resolveUrl } from './resolve-url.js';
import { setUnlessGiven } from './respond.js';

/** A page as built, before the scripts are put in. */
export interface Page {
  /** Its HTTP status. */
  readonly status: number;
  readonly bytes: Buffer;
  readonly output?: string;
}

/** Whether an output is one that the scripts are put into. */
export function isPage(output: string): boolean {
  return /\.html?$/i.test(output);
}

/** The page that answers a request: the file found, a listing, or one that says what is missing. */
export function readPage(state: State, url: string, found: Resolution): Page {
  const urlPath = url.replace(/[?#].*$/s, '');
  if (found.kind === 'file') {
    const bytes = readOr(found.file);
    if (bytes !== undefined) return { status: 200, bytes, output: found.output };
  }
  if (found.kind === 'folder' && state.listFolders) {
    const entries = readdirSync(found.folder, { withFileTypes: true });
    return { status: 200, bytes: Buffer.from(listingPage(found.urlPath, entries)) };
  }
  if (found.kind === 'outside') return { status: 404, bytes: Buffer.from(outsidePage(urlPath, state.baseurl)) };
  const bytes = readOr(path.join(state.destination, '404.html'));
  if (bytes !== undefined) return { status: 404, bytes, output: '404.html' };
  return { status: 404, bytes: Buffer.from(missingPage(urlPath, state.baseurl)) };
}

function readOr(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** What is served for an address just now. A byte order mark is none of the page's text. */
export function pageState(state: State, url: string): PageState {
  const found = resolveUrl(url, state);
  const page = readPage(state, url, found);
  const { output, bytes } = page;
  return { output, hash: hashBytes(bytes), html: () => bytes.toString('utf8').replace(/^\ufeff/, '') };
}

/** Sends a page with the scripts in it; `moment` is what of the reload channel it begins with. */
export function sendPage(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  moment: Pick<PageMark, 'files' | 'problems'>,
): void {
  const isDraft = page.output !== undefined && state.drafts.has(page.output);
  const mark = { ...moment, hash: hashBytes(page.bytes), baseurl: state.baseurl, isDraft };
  const body = state.liveReload ? injectScripts(page.bytes, mark) : page.bytes;
  const tag = `"${hashBytes(body)}"`;
  // On the way back through its history a browser shows what it has, and old errors would flash.
  const caching = moment.problems.length > 0 ? 'no-store' : 'no-cache';
  setUnlessGiven(response, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': caching, ETag: tag });
  if (page.status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(page.status, { 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
