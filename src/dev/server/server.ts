import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { fnmatch } from '../../core/text/fnmatch.js';
import { fileUrlPath } from '../../core/text/url-escape.js';
import type { Problem } from '../problem.js';
import { channelPath } from './inject.js';
import { listen } from './listen.js';
import { createLiveReload, isOwnRequest, type LiveReload } from './live-reload.js';
import { isPage, pageState, readPage, sendPage } from './pages.js';
import { createState, type PreviewSite, type Restore, type State } from './preview-state.js';
import { resolveUrl } from './resolve-url.js';
import { fail, redirect, sendText } from './respond.js';

/** How a preview server is set up. */
export interface PreviewOptions extends PreviewSite {
  /** 127.0.0.1 where it is not given. */
  readonly host?: string;
  /** The first port tried; one of the next where it is taken. */
  readonly port?: number;
  /** PEM texts. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Puts the script into served pages that shows edits and errors. On where it is not given. */
  readonly liveReload?: boolean;
}

/** A running preview server. */
export interface PreviewServer {
  /** With `baseurl` and a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** Lets requests in; until then they wait (for the first build). */
  open(): void;
  /** Outputs that browsers show. */
  openPages(): readonly string[];
  /** Announces outputs written and removed to open pages. */
  update(paths: readonly string[]): void;
  showProblems(problems: readonly Problem[]): void;
  /** Outputs that are drafts, to be marked. */
  markDrafts(outputs: readonly string[]): void;
  /** Sets how missing outputs are restored. */
  restoreWith(restore: Restore): void;
  /** Takes another configuration; port and host stay. */
  change(site: PreviewSite): void;
  close(): Promise<void>;
}

const limits: ServerOptions = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
  // All that runs on this machine shares its cookies, whatever the port: 16 KiB, as is usual, come together over time.
  maxHeaderSize: 128 * 1024,
};
/** A connection that takes no bytes for this long is closed. */
const idleMs = 30_000;
const clientFiles = ['client.js', 'patch.js', 'overlay.js'];

/** Starts the preview server. Rejects where no port is free or the certificate is none. */
export async function createPreviewServer(options: PreviewOptions): Promise<PreviewServer> {
  const host = options.host ?? '127.0.0.1';
  const state = createState(options, options.liveReload !== false);
  const live = createLiveReload({
    stateOf: (url) => pageState(state, url),
    urlOf: (output) => `${state.baseurl}/${fileUrlPath(output)}`,
    isIgnored: (output) => state.ignored.some((glob) => fnmatch(glob, output)),
  });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    handle({ state, live, host }, request, response).catch((error: unknown) => fail(response, error));
  };
  const server = options.tls ? createTlsServer({ ...limits, ...options.tls }, answer) : createServer(limits, answer);
  server.timeout = idleMs;
  server.on('clientError', refuse);
  const port = await listen(server, host, options.port ?? 4000);
  return {
    get url(): string {
      return addressOf(options.tls !== undefined, host, port, state.baseurl);
    },
    port,
    open: () => state.open(),
    openPages: () => live.openPages(),
    update: (paths) => live.update(paths),
    showProblems: (problems) => live.showProblems(problems),
    markDrafts: (outputs) => {
      state.drafts = new Set(outputs);
    },
    restoreWith: (restore) => {
      state.restore = restore;
    },
    change: (site) => state.change(site),
    close: () => close(server, live),
  };
}

/** Answers what is no HTTP, or a method or address that Node does not know, before anybody sees it. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}

interface Serving {
  readonly state: State;
  readonly live: LiveReload;
  readonly host: string;
}

async function handle(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { state } = serving;
  for (const [name, value] of Object.entries(state.headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD, OPTIONS');
    if (request.method === 'OPTIONS') return void response.writeHead(200, { 'Content-Length': 0 }).end();
    response.setHeader('Connection', 'close');
    return sendText(response, 405, 'Only GET and HEAD');
  }
  // Proxies name the host as well.
  const url = (request.url ?? '/').replace(/^https?:\/\/[^/?#]*(?=\/)/i, '');
  if (!url.startsWith('/')) return sendText(response, 400, 'Bad request');
  const asked = state.liveReload ? channelRequest(url) : undefined;
  if (asked !== undefined) return handleChannel(serving, request, response, asked);
  await state.opened;
  let found = resolveUrl(url, state);
  if ((found.kind === 'missing' || found.kind === 'folder') && (await state.restore(found.outputs)))
    found = resolveUrl(url, state);
  if (found.kind === 'file' && (!state.liveReload || !isPage(found.output))) {
    return state.sendFile(request, response, found.output);
  }
  if (found.kind === 'redirect') return redirect(response, found.location);
  if (found.kind === 'malformed') return sendText(response, 400, 'Bad request');
  if (found.kind === 'outside' && /^\/(index\.html)?$/.test(url)) return redirect(response, `${state.baseurl}/`);
  const { live, host } = serving;
  const problems = isOwnRequest(request, host) ? live.problems() : [];
  sendPage(state, request, response, readPage(state, url, found), { files: live.mark(), problems });
}

/** What is asked of the channel; wherever that is, for a page may be of the time when `baseurl` was another. */
function channelRequest(url: string): string | undefined {
  const pathEnd = url.search(/[?#]/);
  const at = url.lastIndexOf(`${channelPath}/`, pathEnd === -1 ? url.length : pathEnd);
  return at === -1 ? undefined : url.slice(at + channelPath.length + 1);
}

async function handleChannel(
  { state, live, host }: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  rest: string,
): Promise<void> {
  if (!isOwnRequest(request, host)) return sendText(response, 403, 'Not from this site');
  const [name = '', query = ''] = rest.split('?');
  if (clientFiles.includes(name)) {
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    response.setHeader('Cache-Control', 'no-cache');
    response.end(readClientFile(name));
    return;
  }
  if (name !== 'events') return sendText(response, 404, 'Not found');
  await state.opened;
  live.connect(request, response, new URLSearchParams(query));
}

const clientTexts = new Map<string, string>();

/** Beside this file, or where the bundle has put them. */
function readClientFile(name: string): string {
  let text = clientTexts.get(name);
  if (text === undefined) {
    const places = ['../browser/', '../browser/', './'].map((place) => new URL(place + name, import.meta.url));
    text = readFileSync(places.find((place) => existsSync(place)) ?? places[0]!, 'utf8');
    clientTexts.set(name, text);
  }
  return text;
}

function addressOf(isTls: boolean, host: string, port: number, baseurl: string): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${isTls ? 'https' : 'http'}://${name}:${port}${baseurl}/`;
}

function close(server: Server, live: LiveReload): Promise<void> {
  live.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
