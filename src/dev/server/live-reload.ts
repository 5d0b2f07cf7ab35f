import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { Problem } from '../problem.js';
import { createFileLog } from './file-log.js';

/** A page as it would be served just now. */
export interface PageState {
  /** Its output, relative to the destination; undefined for the preview's own pages. */
  readonly output?: string;
  readonly hash: string;
  /** Its text, which is read only if it has changed. */
  html(): string;
}

interface Client {
  readonly response: ServerResponse;
  /** Which browser it is, as far as that can be known. */
  readonly browser: string;
  /** The page's address, path and query. */
  readonly url: string;
  hash: string;
  output?: string;
}

/** The channel from the server to the pages that browsers have open. */
export interface LiveReload {
  /**
   * Answers a request for the event stream; `page`, `hash` and `files` of the query describe what the browser shows.
   */
  connect(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void;
  /** Outputs that browsers show, those opened last first. */
  openPages(): readonly string[];
  /**
   * Announces outputs written and removed, before it returns: pages whose bytes are different, style sheets, scripts,
   * images.
   */
  update(paths: readonly string[]): void;
  showProblems(problems: readonly Problem[]): void;
  /** The errors that are shown just now. */
  problems(): readonly Problem[];
  /** The moment of a page served now; the browser sends it when it connects, and is sent what came since. */
  mark(): string;
  close(): void;
}

/**
 * A browser opens six connections to a host at most, to all its tabs, windows and frames. Beyond this number, hidden
 * pages give theirs back, and the others take turns.
 */
const comfortableClients = 4;
const heartbeatMs = 15_000;
const longestBacklog = 32 * 1024 * 1024;

/** What the channel asks of the server. */
export interface LiveReloadHost {
  /** What is served for an address. */
  stateOf(url: string): PageState;
  /** The path of an output on the server. */
  urlOf(output: string): string;
  /** Whether changes of an output are not announced to pages (`livereload_ignore`). */
  isIgnored(output: string): boolean;
}

/** Opens the channel. */
export function createLiveReload(host: LiveReloadHost): LiveReload {
  const clients = new Set<Client>();
  const log = createFileLog();
  let problems: readonly Problem[] = [];
  const heartbeat = setInterval(() => {
    for (const client of clients) send(client, 'ping', {});
  }, heartbeatMs);
  heartbeat.unref();

  function sendFiles(client: Client, outputs: readonly string[]): void {
    if (outputs.length > 0) send(client, 'files', { paths: outputs.map(host.urlOf), mark: log.mark() });
  }

  function connect(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    openStream(request, response);
    const browser = `${request.socket.remoteAddress} ${request.headers['user-agent']}`;
    const client: Client = { response, browser, url: query.get('page') ?? '/', hash: query.get('hash') ?? '' };
    clients.add(client);
    response.once('close', () => clients.delete(client));
    const state = host.stateOf(client.url);
    client.output = state.output;
    client.hash = state.hash;
    sendFiles(client, log.since(query.get('files') ?? ''));
    send(client, 'page', { hash: state.hash, html: state.html() });
    send(client, 'problems', problems);
    makeRoom(browser);
  }

  /** Those that have been connected for longest leave first. */
  function makeRoom(browser: string): void {
    const together = [...clients].filter((client) => client.browser === browser);
    const superfluous = together.length - comfortableClients;
    if (superfluous <= 0) return;
    for (const [index, client] of together.entries()) send(client, 'crowded', { leaves: index < superfluous });
  }

  function refresh(client: Client): void {
    const state = host.stateOf(client.url);
    client.output = state.output;
    if (state.hash === client.hash || (state.output !== undefined && host.isIgnored(state.output))) return;
    client.hash = state.hash;
    send(client, 'page', { hash: state.hash, html: state.html() });
  }

  return {
    connect,
    openPages: () => [...new Set([...clients].reverse().flatMap((client) => client.output ?? []))],
    update: (paths) => {
      const files = paths.filter((path) => !/\.x?html?$/i.test(path) && !host.isIgnored(path));
      log.note(files);
      for (const client of clients) sendFiles(client, files);
      for (const client of clients) refresh(client);
    },
    showProblems: (shown) => {
      if (shown.length + problems.length === 0) return;
      problems = shown;
      for (const client of clients) send(client, 'problems', problems);
    },
    problems: () => problems,
    mark: log.mark,
    close: () => {
      clearInterval(heartbeat);
      for (const client of clients) client.response.destroy();
      clients.clear();
    },
  };
}

function openStream(request: IncomingMessage, response: ServerResponse): void {
  request.socket.setTimeout(0);
  request.socket.setNoDelay(true);
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.write('retry: 500\n\n');
}

function send(client: Client, event: string, data: unknown): void {
  if (client.response.destroyed) return;
  client.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  // Node holds chunks back until the running work ends, which while a build renders is late.
  client.response.socket?.uncork();
  if (client.response.writableLength > longestBacklog) client.response.destroy();
}

/**
 * Whether a request may use the channel: it comes from a page of this server, and by a name that no stranger's DNS
 * can point here (an address, `localhost`, this machine's own name, the name bound to).
 */
export function isOwnRequest(request: IncomingMessage, boundHost: string): boolean {
  const host = request.headers.host;
  if (host === undefined || !isOwnName(hostnameOf(host), boundHost)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}

function isOwnName(name: string, boundHost: string): boolean {
  const own = hostname().toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return isIP(name) !== 0 || name === boundHost.toLowerCase() || name === own || name === `${own}.local`;
}

function hostnameOf(host: string): string {
  return host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
}
