import { readdirSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { listen } from '../../src/dev/server/listen.js';
import { createPreviewServer } from '../../src/dev/server/server.js';
import { median } from './measure.js';

const atOnce = 50;
const rounds = 5;

/** Asks for a site's files so many times at 50 at once: of the preview server, with and without its script, and of sirv alone. */
export async function measureRequests(destination: string, requests: number): Promise<void> {
  const urls = listUrls(destination);
  const servers = [
    { name: 'preview', start: () => startPreview(destination, true) },
    { name: 'preview, --no-livereload', start: () => startPreview(destination, false) },
    { name: 'sirv alone', start: () => startSirv(destination) },
  ];
  const rates = new Map<string, number[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, start } of servers) {
      const { port, stop } = await start();
      rates.get(name)!.push(await ask(port, urls, requests));
      await stop();
    }
  }
  console.log('| server | requests a second |\n|---|---|');
  for (const [name, each] of rates) console.log(`| ${name} | ${Math.round(median(each))} |`);
}

interface Running {
  readonly port: number;
  stop(): Promise<void>;
}

async function startPreview(destination: string, liveReload: boolean): Promise<Running> {
  const server = await createPreviewServer({ destination, port: 0, liveReload });
  server.open();
  return { port: server.port, stop: () => server.close() };
}

async function startSirv(destination: string): Promise<Running> {
  const server = createServer(sirv(destination, { dev: true, etag: true }));
  const port = await listen(server, '127.0.0.1', 0);
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listUrls(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(folder.length)
      .replace(/index\.html$/, ''),
  );
}

/** Requests a second; throws at the first that is not answered with 200. */
async function ask(port: number, urls: readonly string[], requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < requests) await askOnce(port, urls[next++ % urls.length]!, agent);
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  agent.destroy();
  return requests / ((performance.now() - began) / 1000);
}

function askOnce(port: number, path: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} ${path}`)),
      );
    });
    sent.on('error', reject);
  });
}
