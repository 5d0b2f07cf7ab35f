import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** The system refuses root nothing: whoever runs these tests as root is nobody in them. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

const page = (text: string): string => `---\n---\n${text}\n`;
const files = { '_config.yml': 'title: Refused\n', 'sub/page.md': page('First'), 'sub/picture.svg': '<svg/>' };

let site: TemporarySite;
let child: ChildProcess | undefined;
let said = '';
let url = '';

const at = (name: string): string => path.join(site.folder, name);

/** Gives all files to who builds. */
function giveAll(): void {
  if (nobody.uid === undefined) return;
  for (const name of ['', ...readdirSync(site.folder, { encoding: 'utf8', recursive: true })]) {
    chownSync(at(name), nobody.uid, nobody.gid);
  }
}

function save(name: string, text: string): void {
  site.write(name, text);
  giveAll();
}

async function text(address: string): Promise<string> {
  const response = await fetch(new URL(address, url));
  return `${response.status} ${(await response.text()).replace(/<script.*?<\/script>/gs, '').trim()}`;
}

/** What the page that a browser shows was told of problems, as one that comes now is told. */
async function problems(): Promise<{ readonly message: string; readonly code: string; readonly hint?: string }[]> {
  const response = await fetch(new URL('__utterson/events?page=/sub/page.html', url));
  let stream = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    stream += chunk;
    const found = /event: problems\ndata: (.*)\n\n/.exec(stream);
    if (found !== null) return JSON.parse(found[1]!) as Awaited<ReturnType<typeof problems>>;
  }
  throw new Error('the channel ended');
}

async function serve(): Promise<void> {
  said = '';
  child = spawn(process.execPath, [cli, 'serve', '--port', '0'], { cwd: site.folder, ...nobody });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data: Buffer) => (said += data.toString()));
  await until('the server', () => said.includes('Server running'), 20_000);
  url = /Server address: (\S+)/.exec(said)![1]!;
}

beforeEach(() => {
  site = createTemporarySite(files);
  giveAll();
});
afterEach(async () => {
  if (child !== undefined) {
    const ended = new Promise((resolve) => child!.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
  child = undefined;
  site.remove();
});

describe.skipIf(process.platform === 'win32')(
  'where the system refuses a write while serving',
  { timeout: 60_000 },
  () => {
    it('the last good page stays, the error is shown, and the next save mends it', async () => {
      await serve();
      expect(await text('sub/page.html')).toBe('200 <p>First</p>');
      chmodSync(at('_site/sub/page.html'), 0o444);
      chmodSync(at('_site/sub'), 0o555);
      save('sub/page.md', page('Second'));
      save('sub/new.md', page('New'));
      await until('the error', async () => (await problems()).some(({ code }) => code === 'output/refused'));
      expect((await problems())[0]!.message).toContain('Cannot write sub/');
      expect(await text('sub/page.html')).toBe('200 <p>First</p>');
      expect(await text('sub/new.html')).toMatch(/^404/);
      chmodSync(at('_site/sub'), 0o755);
      save('sub/page.md', page('Third'));
      await until('the page', async () => (await text('sub/page.html')) === '200 <p>Third</p>');
      await until('no error', async () => (await problems()).length === 0);
      expect(await text('sub/new.html')).toBe('200 <p>New</p>');
    });

    it('a folder that is exchanged for a file, and a file for a folder, are put right', async () => {
      await serve();
      rmSync(at('_site/sub/page.html'));
      mkdirSync(at('_site/sub/page.html/deep'), { recursive: true });
      giveAll();
      save('sub/page.md', page('In place of a folder'));
      await until('the page', async () => (await text('sub/page.html')) === '200 <p>In place of a folder</p>');
      rmSync(at('_site/sub'), { recursive: true });
      writeFileSync(at('_site/sub'), 'a file');
      save('sub/page.md', page('In place of a file'));
      await until('the page', async () => (await text('sub/page.html')) === '200 <p>In place of a file</p>');
      expect(await text('sub/picture.svg')).toBe('200 <svg/>');
      expect(await problems()).toEqual([]);
    });

    it('a destination that may not be read is named, with what to do', async () => {
      const build = (): { readonly status: number | null; readonly stderr: string } =>
        spawnSync(process.execPath, [cli, 'build'], { cwd: site.folder, encoding: 'utf8', ...nobody });
      expect(build().status).toBe(0);
      chmodSync(at('_site/sub'), 0);
      save('sub/page.md', page('Second'));
      const refused = build();
      expect(refused.status).toBe(1);
      expect(refused.stderr).toContain('The folder of the destination cannot be read (EACCES).');
      expect(refused.stderr).toContain(at('_site/sub'));
      expect(refused.stderr).toContain('--destination');
      chmodSync(at('_site/sub'), 0o755);
      // One file that may not be read is only replaced.
      rmSync(at('.jekyll-cache'), { recursive: true });
      chmodSync(at('_site/sub/page.html'), 0);
      expect(build()).toMatchObject({ status: 0, stderr: '' });
      await serve();
      expect(await text('sub/page.html')).toBe('200 <p>Second</p>');
    });
  },
);
