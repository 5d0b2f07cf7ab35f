import { symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { get, request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPreviewServer, type PreviewServer } from '../../src/dev/server/server.js';
import { createTemporarySite, type TemporarySite } from './temporary-site.js';

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request as written, without a client tidying its path. */
function ask(server: PreviewServer, url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path: url, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A name that a URL has to escape; Windows has no question mark in its names. */
const oddName = process.platform === 'win32' ? 'é #1.txt' : 'é #1?.txt';

let site: TemporarySite;
let plain: PreviewServer;
let based: PreviewServer;

beforeAll(async () => {
  site = createTemporarySite({
    'secret.txt': 'secret',
    'site/index.html': '<!DOCTYPE html><html><head><title>Home</title></head><body>home</body></html>',
    'site/about.html': '<p>about</p>',
    'site/both.html': 'file',
    'site/both/index.html': 'folder',
    'site/dir/index.html': 'dir',
    'site/empty/note.txt': 'note',
    'site/404.html': 'lost',
    'site/assets/a.css': 'a { color: red }',
    [`site/assets/${oddName}`]: 'odd',
    'site/data': 'bytes',
    'site/feed.xml': '<feed/>',
    'site/digits.txt': '0123456789',
    'site/favicon.ico': 'icon',
    'site/table.TSV': 'a\tb',
    'site/photo.jpg': 'photo',
    'site/what.ever': '',
    'site/all.tar.gz': 'packed',
  });
  const destination = path.join(site.folder, 'site');
  symlinkSync(path.join(site.folder, 'secret.txt'), path.join(destination, 'link.txt'));
  symlinkSync(site.folder, path.join(destination, 'linked'));
  plain = await createPreviewServer({ destination, port: 0, headers: { 'X-Own': 'yes' } });
  based = await createPreviewServer({ destination, port: 0, baseurl: '/blog/', showDirectoryListing: true });
  plain.open();
  based.open();
});

afterAll(async () => {
  await plain.close();
  await based.close();
  site.remove();
});

describe('addresses, as GitHub Pages resolves them', () => {
  it.each([
    ['/', 200, 'home'],
    ['/index.html', 200, 'home'],
    ['/about', 200, 'about'],
    ['/about.html', 200, 'about'],
    ['/about/', 404, 'lost'],
    ['/both', 200, 'file'],
    ['/both/', 200, 'folder'],
    ['/dir/', 200, 'dir'],
    ['/dir/?a=b', 200, 'dir'],
    ['//dir/', 200, 'dir'],
    ['/empty/', 404, 'lost'],
    ['/nothing', 404, 'lost'],
    ['/nothing.css', 404, 'lost'],
    [`/assets/${encodeURIComponent(oddName)}`, 200, 'odd'],
    ['/dir/../about', 200, 'about'],
    ['/./dir/%2E%2e/dir/.', 200, 'dir'],
    ['/dir/x/..', 200, 'dir'],
    ['http://example.org/about', 200, 'about'],
  ])('%s is %i', async (url, status, body) => {
    const reply = await ask(plain, url);
    expect(reply.status).toBe(status);
    expect(reply.body).toContain(body);
    expect(reply.headers['x-own']).toBe('yes');
  });

  it('sends folders to their slash, query kept, never to another host', async () => {
    expect((await ask(plain, '/dir?x=1')).headers.location).toBe('/dir/?x=1');
    expect((await ask(plain, '//dir')).headers.location).toBe('/dir/');
    expect((await ask(plain, '/dir')).status).toBe(301);
  });

  it('lives under baseurl', async () => {
    expect((await ask(based, '/blog/about')).body).toContain('about');
    expect((await ask(based, '/blog')).headers.location).toBe('/blog/');
    expect((await ask(based, '/')).headers.location).toBe('/blog/');
    const outside = await ask(based, '/about');
    expect([outside.status, outside.body.includes('baseurl: /blog')]).toEqual([404, true]);
    expect((await ask(based, '/blogs/about')).status).toBe(404);
    expect(based.url).toBe(`http://127.0.0.1:${based.port}/blog/`);
  });

  it.each(['/a b/ü', '/a%20b/%C3%BC/', 'a b/%c3%bc'])(
    'lives under baseurl %s, as browsers write it',
    async (baseurl) => {
      const server = await createPreviewServer({ destination: path.join(site.folder, 'site'), port: 0, baseurl });
      server.open();
      expect(server.url).toBe(`http://127.0.0.1:${server.port}/a%20b/%C3%BC/`);
      expect((await ask(server, '/a%20b/%C3%BC/about')).body).toContain('src="/a%20b/%C3%BC/__utterson/client.js"');
      expect((await ask(server, '/a%20b/%C3%BC/dir')).headers.location).toBe('/a%20b/%C3%BC/dir/');
      expect((await ask(server, '/')).headers.location).toBe('/a%20b/%C3%BC/');
      await server.close();
    },
  );

  it('lists folders only when asked to', async () => {
    const listing = await ask(based, '/blog/');
    expect(listing.status).toBe(200);
    expect(listing.body).toContain('Index of /');
    expect(listing.body).toContain('href="./about.html"');
    expect((await ask(based, '/blog/empty/')).body).toContain('note.txt');
  });
});

describe('what is outside stays outside', () => {
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/dir/..%2f..%2fsecret.txt',
    '/%2e%2e%5csecret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '/linked/secret.txt',
    '/linked/',
    '/index.html%00.txt',
    '/%00',
    '/%',
    '/%c3%28',
    '/%252e%252e/secret.txt',
    '//../secret.txt',
    '/./../secret.txt',
  ])('%s', async (url) => {
    const reply = await ask(plain, url);
    expect([400, 404]).toContain(reply.status);
    expect(reply.body).not.toContain('secret\n');
    expect(reply.body).not.toBe('secret');
  });

  it('takes only GET and HEAD, and refuses what is no HTTP', async () => {
    const nonsense = connect(plain.port, '127.0.0.1');
    nonsense.write('HULLO / HTTP/1.1\r\n\r\n');
    expect(String(await new Promise((resolve) => nonsense.once('data', resolve)))).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask(plain, '/', {}, 'POST')).status).toBe(405);
    const head = await ask(plain, '/', {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(50);
  });

  it('takes the cookies of all that runs on this machine, within bounds', async () => {
    const cookie = (kilobytes: number): Record<string, string> => ({ cookie: `a=${'x'.repeat(kilobytes * 1024)}` });
    expect((await ask(plain, '/about', cookie(100))).status).toBe(200);
    expect((await ask(plain, '/about', cookie(130))).status).toBe(431);
  });
});

describe('files', () => {
  it('have their types', async () => {
    const typeOf = async (url: string): Promise<unknown> => (await ask(plain, url)).headers['content-type'];
    expect(await typeOf('/assets/a.css')).toBe('text/css; charset=utf-8');
    expect(await typeOf('/feed.xml')).toBe('application/xml; charset=utf-8');
    expect(await typeOf('/about')).toBe('text/html; charset=utf-8');
    expect(await typeOf('/data')).toBe('application/octet-stream');
    expect(await typeOf('/favicon.ico')).toBe('image/vnd.microsoft.icon');
    expect(await typeOf('/table.TSV')).toBe('text/tab-separated-values; charset=utf-8');
    expect(await typeOf('/photo.jpg')).toBe('image/jpeg');
    expect(await typeOf('/what.ever')).toBe('application/octet-stream');
  });

  it('that are packed are sent as they are', async () => {
    const { headers } = await ask(plain, '/all.tar.gz');
    expect([headers['content-type'], headers['content-encoding']]).toEqual(['application/gzip', undefined]);
  });

  it('are revalidated, and not sent twice', async () => {
    for (const url of ['/assets/a.css', '/about']) {
      const first = await ask(plain, url);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await ask(plain, url, { 'if-none-match': String(first.headers.etag) });
      expect([again.status, again.body]).toEqual([304, '']);
    }
    const since = String((await ask(plain, '/digits.txt')).headers['last-modified']);
    const statusSince = async (headers: Record<string, string>): Promise<number> =>
      (await ask(plain, '/digits.txt', headers)).status;
    expect(await statusSince({ 'if-modified-since': since })).toBe(304);
    expect(await statusSince({ 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).toBe(200);
    expect(await statusSince({ 'if-modified-since': since, 'if-none-match': '"other"' })).toBe(200);
  });

  it('are sent again where they were rewritten with the same size and time', async () => {
    const file = path.join(site.folder, 'site/twice.js');
    const save = (text: string): void => {
      writeFileSync(file, text);
      utimesSync(file, 1e9, 1e9);
    };
    save('first');
    const { headers } = await ask(plain, '/twice.js');
    const asked = { 'if-none-match': String(headers.etag), 'if-modified-since': String(headers['last-modified']) };
    expect((await ask(plain, '/twice.js', asked)).status).toBe(304);
    await new Promise((resolve) => setTimeout(resolve, 20));
    save('other');
    expect(await ask(plain, '/twice.js', asked)).toMatchObject({ status: 200, body: 'other' });
  });

  it('have the headers of the configuration, whichever way they are sent', async () => {
    const headers = { 'Cache-Control': 'max-age=5', 'Access-Control-Allow-Origin': '*' };
    const server = await createPreviewServer({ destination: path.join(site.folder, 'site'), port: 0, headers });
    server.open();
    for (const [url, method] of [
      ['/about', 'GET'],
      ['/digits.txt', 'HEAD'],
      ['/digits.txt', 'OPTIONS'],
    ] as const) {
      const reply = await ask(server, url, {}, method);
      expect([reply.status, reply.headers['cache-control']]).toEqual([200, 'max-age=5']);
      expect(reply.headers['access-control-allow-origin']).toBe('*');
    }
    await server.close();
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('send the range %s', async (range, status, body, contentRange) => {
    const reply = await ask(plain, '/digits.txt', { range });
    expect([reply.status, reply.body, reply.headers['content-range']]).toEqual([status, body, contentRange]);
  });

  it('that get shorter while they are sent are cut off there and then', async () => {
    const file = path.join(site.folder, 'site', 'shrinking.bin');
    writeFileSync(file, Buffer.alloc(48 * 1024 * 1024));
    const began = performance.now();
    const error = await new Promise<Error>((resolve, reject) => {
      const sent = get({ host: '127.0.0.1', port: plain.port, path: '/shrinking.bin' }, (response) => {
        truncateSync(file, 1_000);
        response.on('error', resolve);
        response.on('end', () => reject(new Error('all of it was sent')));
        response.resume();
      });
      sent.on('error', reject);
    });
    expect(error.message).toBe('aborted');
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('that are empty have no ranges', async () => {
    const reply = await ask(plain, '/what.ever', { range: 'bytes=0-0' });
    expect([reply.status, reply.body, reply.headers['content-range']]).toEqual([416, '', 'bytes */0']);
  });
});

describe('the script in pages', () => {
  it('is served, not built', async () => {
    const page = await ask(plain, '/');
    expect(page.body).toMatch(
      /<head><script type="module" src="\/__utterson\/client.js" data-utterson="[\w-]+" data-files="[\w-]+\.0"><\/script><title>/,
    );
    expect((await ask(plain, '/about')).body).toMatch(/^<script type="module"[^>]*><\/script><p>about<\/p>$/);
    expect((await ask(plain, '/feed.xml')).body).toBe('<feed/>');
    expect((await ask(based, '/blog/about')).body).toContain('src="/blog/__utterson/client.js"');
  });

  it('is left out on demand', async () => {
    const server = await createPreviewServer({
      destination: path.join(site.folder, 'site'),
      port: 0,
      liveReload: false,
    });
    server.open();
    expect((await ask(server, '/about')).body).toBe('<p>about</p>');
    expect((await ask(server, '/__utterson/events')).status).toBe(404);
    await server.close();
  });
});

describe('the reload channel', () => {
  const events = '/__utterson/events?page=/&hash=x';
  const statusOf = (headers: Record<string, string>, url = events): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = get({ host: '127.0.0.1', port: plain.port, path: url, headers }, (response) => {
        resolve(response.statusCode!);
        sent.destroy();
      });
      sent.on('error', reject);
    });

  it.each([
    ['evil.example', undefined, undefined],
    ['localhost.evil.example:80', undefined, undefined],
    ['localhost', 'http://evil.example', undefined],
    ['localhost', 'null', undefined],
    ['localhost', undefined, 'cross-site'],
    ['localhost', undefined, 'same-site'],
  ])('refuses host %s, origin %s, site %s', async (host, origin, site) => {
    const headers = { host, ...(origin && { origin }), ...(site && { 'sec-fetch-site': site }) };
    expect(await statusOf(headers)).toBe(403);
    expect(await statusOf(headers, '/__utterson/client.js')).toBe(403);
  });

  it.each(['localhost:4000', '127.0.0.1:1', '[::1]:4000', 'blog.localhost', '192.168.1.4:4000'])(
    'takes host %s',
    async (host) => {
      expect(await statusOf({ host, 'sec-fetch-site': 'same-origin', origin: `http://${host}` })).toBe(200);
    },
  );
});

describe('what a page is sent when it connects', () => {
  /** The events of a stream, as text, until something is in them. */
  const eventsUntil = (server: PreviewServer, files: string, sign: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = '';
      const sent = get(
        { host: '127.0.0.1', port: server.port, path: `/__utterson/events?page=/&hash=x&files=${files}` },
        (response) => {
          response.on('data', (part: Buffer) => {
            text += part.toString('utf8');
            if (!text.includes(sign)) return;
            resolve(text);
            sent.destroy();
          });
        },
      );
      sent.on('error', reject);
    });
  const filesIn = (events: string): unknown => {
    const data = /^event: files\ndata: (.*)$/m.exec(events)?.[1];
    return data && (JSON.parse(data) as { paths: string[] }).paths;
  };
  const markOf = async (server: PreviewServer): Promise<string> =>
    /data-files="([^"]+)"/.exec((await ask(server, '/')).body)![1]!;

  it('has the files that came to be others since it was served', async () => {
    const server = await createPreviewServer({ destination: path.join(site.folder, 'site'), port: 0 });
    server.open();
    server.update(['assets/old.css', 'index.html']);
    const first = await markOf(server);
    server.update(['assets/a.css', 'é #.png', 'about.html']);
    const second = await markOf(server);
    const late = await eventsUntil(server, first, 'event: problems');
    expect(filesIn(late)).toEqual(['/assets/a.css', '/%C3%A9%20%23.png']);
    expect(late.indexOf('event: files')).toBeLessThan(late.indexOf('event: page'));
    expect(filesIn(await eventsUntil(server, second, 'event: problems'))).toBeUndefined();
    // A page that outlived the server before this one may lack any of them.
    const all = ['/assets/old.css', '/assets/a.css', '/%C3%A9%20%23.png'];
    expect(filesIn(await eventsUntil(server, 'other.7', 'event: problems'))).toEqual(all);
    await server.close();
  });
});

describe('a page of the time when baseurl was another', () => {
  it.each([
    ['', '/blog'],
    ['/blog', ''],
    ['/blog', '/other'],
  ])('from %j to %j, finds the channel again', async (before, after) => {
    const destination = path.join(site.folder, 'site');
    const server = await createPreviewServer({ destination, port: 0, baseurl: before });
    server.open();
    const client = /src="(.*?client\.js)"/.exec((await ask(server, `${before}/about`)).body)![1]!;
    server.change({ destination, baseurl: after });
    expect((await ask(server, client)).headers['content-type']).toContain('text/javascript');
    const events = client.replace('client.js', 'events?page=/about&hash=x');
    const type = await new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path: events }, (response) => {
        resolve(response.headers['content-type']);
        sent.destroy();
      });
      sent.on('error', reject).end();
    });
    expect(type).toContain('text/event-stream');
    // No more than that is found elsewhere.
    expect((await ask(server, `${before}/about?x=/__utterson/client.js`)).status).toBe(404);
    await server.close();
  });
});

describe('under load', () => {
  it('takes the next port where one is taken', async () => {
    const next = await createPreviewServer({ destination: site.folder, port: plain.port });
    expect(next.port).toBeGreaterThan(plain.port);
    await next.close();
  });

  it('lets slow and rude visitors hold up nobody', async () => {
    const rude = Array.from({ length: 50 }, (_, index) => {
      const socket = connect(plain.port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(index % 2 ? 'GET / HTTP/1.1\r\nHost: loc' : `\x16\x03\x01 nonsense ${'x'.repeat(20_000)}\r\n\r\n`);
      return socket;
    });
    const started = performance.now();
    expect((await ask(plain, '/about')).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(1_000);
    for (const socket of rude) socket.destroy();
  });

  it('leaves no file open when visitors leave', async () => {
    writeFileSync(path.join(site.folder, 'site', 'big.bin'), Buffer.alloc(8 * 1024 * 1024));
    await Promise.all(
      Array.from(
        { length: 20 },
        () =>
          new Promise<void>((resolve) => {
            const sent = get({ host: '127.0.0.1', port: plain.port, path: '/big.bin' }, (response) => {
              response.once('data', () => sent.destroy());
            });
            sent.on('close', () => resolve());
            sent.on('error', () => resolve());
          }),
      ),
    );
    const { readdirSync, readlinkSync } = await import('node:fs');
    if (process.platform !== 'linux') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
    const open = readdirSync('/proc/self/fd').filter((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`).endsWith('big.bin');
      } catch {
        return false;
      }
    });
    expect(open).toEqual([]);
  });

  it('answers 3,000 requests at 50 at once without an error', async () => {
    const urls = ['/', '/about', '/assets/a.css', '/dir/', '/nothing', '/digits.txt'];
    const expected = [200, 200, 200, 200, 404, 200];
    let next = 0;
    let wrong = 0;
    const worker = async (): Promise<void> => {
      while (next < 3_000) {
        const at = next++ % urls.length;
        if ((await ask(plain, urls[at]!)).status !== expected[at]) wrong++;
      }
    };
    await Promise.all(Array.from({ length: 50 }, worker));
    expect(wrong).toBe(0);
  });
});
