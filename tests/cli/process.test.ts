import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { until } from '../dev/temporary-site.js';
import { callIn, temporaryFolder } from './call.js';

const argv = [fileURLToPath(new URL('../../dist/cli.js', import.meta.url))];

let folder: string;
let remove: () => void;
const children: ChildProcess[] = [];

beforeEach(() => {
  [folder, remove] = temporaryFolder();
  writeFileSync(path.join(folder, '_config.yml'), 'title: x\n');
  writeFileSync(path.join(folder, 'index.md'), '---\n---\nFirst\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  remove();
});

/** The program as a process: what it has said so far, and its end. */
function start(...args: string[]): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [...argv, ...args], { cwd: folder, env: { ...process.env, CI: '' } });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      text += part.toString();
    });
  }
  return { child, said: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

describe('the bundle', () => {
  it('holds nothing but ASCII in the pieces that are loaded a byte a character', () => {
    const parts = fileURLToPath(new URL('../../dist/parts/', import.meta.url));
    const pieces = readdirSync(parts).filter((name) => name.endsWith('.script'));
    expect(pieces).toHaveLength(6);
    for (const name of pieces) expect(readFileSync(path.join(parts, name), 'utf8')).toMatch(/^[\0-\x7f]+$/);
  });
});

describe('the process', () => {
  it('places errors of TypeScript in the file as it was written, and names the place that asked once', async () => {
    mkdirSync(path.join(folder, '_plugins'));
    const code = 'interface A {\n  a: 1;\n}\nexport default { filters: { add(_: A) { throw new Error("oh"); } } };\n';
    writeFileSync(path.join(folder, '_plugins/a.ts'), code);
    writeFileSync(path.join(folder, '_plugins/b.ts'), code.replace('add', 'sub'));
    writeFileSync(path.join(folder, 'index.md'), '---\n---\n\n{{ 1 | add }}\n');
    writeFileSync(path.join(folder, 'other.njk'), '---\n---\n{{ 1 | sub }}\n');
    const { ended, said } = start('build');
    expect(await ended).toBe(1);
    expect(said().match(/_plugins\/[ab]\.ts:4:47\n/g)).toHaveLength(2);
    expect(said().match(/from .*/g)).toEqual(['from index.md:4:8', 'from other.njk:3:8']);
    writeFileSync(
      path.join(folder, '_plugins/b.ts'),
      'export default {\n  filters: { a(x: string) { return x. } },\n};\n',
    );
    const unread = start('build');
    expect(await unread.ended).toBe(1);
    expect(unread.said()).toMatch(/The module of _plugins\/b\.ts failed: Expected ident.*\n +_plugins\/b\.ts:2:\d+\n/);
  });

  it('shows with --trace where in its files a plugin has thrown', async () => {
    mkdirSync(path.join(folder, 'lib'));
    mkdirSync(path.join(folder, '_plugins'));
    writeFileSync(path.join(folder, 'lib/deep.mjs'), "export const deep = () => {\n  throw new Error('oh');\n};\n");
    const code = "import { deep } from '../lib/deep.mjs';\nexport default { filters: { deep } };\n";
    writeFileSync(path.join(folder, '_plugins/a.mjs'), code);
    writeFileSync(path.join(folder, 'index.md'), '---\n---\n{{ 1 | deep }}\n');
    const traced = start('build', '--trace');
    expect(await traced.ended).toBe(1);
    expect(traced.said()).toMatch(
      /The filter deep of _plugins\/a\.mjs failed: oh\n[\s\S]*\nError: oh\n.*lib\/deep\.mjs:2:9/,
    );
    const plain = start('build');
    expect(await plain.ended).toBe(1);
    expect(plain.said()).not.toContain('deep.mjs');
  });

  it('fails where a plugin waits for what never comes, instead of ending as if all were well', async () => {
    mkdirSync(path.join(folder, '_plugins'));
    const never = 'new Promise(() => undefined)';
    for (const code of [`export default { generate: () => ${never} };`, `await ${never}; export default {};`]) {
      writeFileSync(path.join(folder, '_plugins/a.mjs'), code);
      const { ended, said } = start('build');
      expect(await ended).toBe(1);
      expect(said()).toMatch(/Error: The \w+ of _plugins\/a\.mjs failed: it waits for a promise that nothing settles/);
    }
  });

  it('reports what a plugin leaves behind by its stack; a preview goes on', async () => {
    mkdirSync(path.join(folder, '_plugins'));
    const code = "export default { generate() { setTimeout(() => { throw new Error('late'); }, 20); } };\n";
    writeFileSync(path.join(folder, '_plugins/a.mjs'), code);
    const { ended, said } = start('build');
    expect(await ended).toBe(1);
    expect(said()).toMatch(/^Error: late\n +at .*_plugins\/a\.mjs\S*:1:56\)?\n/m);
    expect(
      Math.max(
        ...said()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(300);
    if (process.platform === 'win32') return;
    const preview = start('serve', '--port', '0');
    await until('the error', () => preview.said().includes('Error: late'), 20_000);
    await until('the server', () => preview.said().includes('Server running'), 20_000);
    writeFileSync(path.join(folder, 'index.md'), '---\n---\nSecond\n');
    await until('the edit', () => readFileSync(path.join(folder, '_site/index.html'), 'utf8').includes('Second'));
    expect(preview.child.exitCode).toBe(null);
  });

  it.skipIf(process.platform !== 'linux')('builds on where its output finds no room', async () => {
    const full = openSync('/dev/full', 'w');
    const { status } = spawnSync(process.execPath, [...argv, 'build'], { cwd: folder, stdio: ['ignore', full, full] });
    closeSync(full);
    expect(status).toBe(0);
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('First');
  });

  it('builds on where its output is not read', async () => {
    const { child, ended, said } = start('build');
    child.stdout?.destroy();
    expect([await ended, said()]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('First');
  });

  it('says which words it does not look at', async () => {
    const { ended, said } = start('build', '.', 'and more');
    expect(await ended).toBe(0);
    expect(said()).toContain(
      'Warning: build takes no words: . and more is not looked at. The folder of a site is named with --source .',
    );
    const other = start('clean', 'nothing');
    expect(await other.ended).toBe(0);
    expect(other.said()).toContain('nothing is not looked at. See `utterson clean --help`.');
    const named = start('new', 'blog');
    expect([await named.ended, named.said()]).toEqual([0, expect.not.stringContaining('Warning')]);
  });

  it('ends once what a plugin has begun is done, and all is said', () => {
    const plugin = "setTimeout(() => console.log('x'.repeat(500_000)), 200);\nexport default { filters: {} };\n";
    mkdirSync(path.join(folder, '_plugins'));
    writeFileSync(path.join(folder, '_plugins/slow.js'), plugin);
    const { stdout, status } = spawnSync(process.execPath, [...argv, 'build'], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/disabled\. Use --watch to enable\.\nx{500000}\n$/);
  });

  it('ends at once where a build of many posts, for which a thread was started ahead, is refused', () => {
    mkdirSync(path.join(folder, '_posts'));
    for (let post = 0; post < 200; post++) writeFileSync(path.join(folder, `_posts/2024-01-01-${post}.md`), '# Post\n');
    const options = { cwd: folder, encoding: 'utf8', timeout: 30_000 } as const;
    expect(spawnSync(process.execPath, [...argv, 'build', '--quiet'], options).status).toBe(0);
    expect(readFileSync(path.join(folder, '_site/2024/01/01/7.html'), 'utf8')).toBe('<h1 id="post">Post</h1>\n');
    rmSync(path.join(folder, '.jekyll-cache'), { recursive: true });
    writeFileSync(path.join(folder, '_config.yml'), 'title: "x\n');
    const { status, stderr } = spawnSync(process.execPath, [...argv, 'build'], options);
    expect([status, stderr]).toEqual([1, expect.stringContaining('_config.yml')]);
  });

  it.each([
    [['build', '-V'], 0, /^ {2}Logging at level: debug\n[\s\S]* {11}Writing: .*index\.html\n/, /^$/],
    [['build', '--config', ''], 0, /^Configuration file: none\n/, /^$/],
    [['--version'], 0, /^utterson \d+\.\d+\.\d+\n$/, /^$/],
    [['-v'], 0, /^utterson /, /^$/],
    [['--help'], 0, /Usage:/, /^$/],
    [[], 1, /Usage:/, /A subcommand is required\./],
    [
      ['-s', 'a b', 'build', '--safe'],
      1,
      /^$/,
      /'utterson build' could not be found, as options stand before it\.\nThe command comes first: `utterson build -s "a b" --safe`\./,
    ],
    [['bild'], 1, /Valid commands: build, b, /, /'utterson bild' could not be found\. Did you mean 'build'\?/],
    [['build', '--drfts'], 1, /^$/, /invalid option: --drfts\nDid you mean --drafts\?/],
    [['build', '--port', '4000'], 1, /^$/, /invalid option: --port\nIt is an option of serve\.\n/],
    [
      ['serve', '--host', '192.0.2.1'],
      1,
      /^Configuration/,
      /Error: The host 192\.0\.2\.1 is no name or address of this/,
    ],
    [['help', 'nothing'], 1, /Valid commands:/, /we don't know what the 'nothing' command is/],
    [
      ['build', '--config', 'none.yml'],
      1,
      /^$/,
      / {13}Fatal: The configuration file '.*none\.yml' could not be found\./,
    ],
  ])('%j ends with %i', (args, code, out, err) => {
    const result = spawnSync(process.execPath, [...argv, ...args], { cwd: folder, encoding: 'utf8' });
    expect(result.stdout).toMatch(out);
    expect(result.stderr).toMatch(err);
    expect(result.status).toBe(code);
  });

  it.skipIf(process.platform === 'win32')('serves, shows an edit, and ends at ctrl-C with the site whole', async () => {
    const { child, said, ended } = start('serve', '--port', '0');
    await until('the server', () => said().includes('Server running... press ctrl-c to stop.'), 20_000);
    const url = / {4}Server address: (\S+)/.exec(said())![1]!;
    expect(await (await fetch(url)).text()).toContain('First');
    writeFileSync(path.join(folder, 'index.md'), '---\n---\nSecond\n');
    await until('the edit', async () => (await (await fetch(url)).text()).includes('Second'));
    expect(said()).toMatch(
      / {6}Regenerating: 1 file\(s\) changed at [\d:]+\n {20}index\.md\n {20}\.\.\.done in [\d.]+ seconds/,
    );
    const began = performance.now();
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('Second');
  });

  it.skipIf(process.platform === 'win32')('says once that a setting of the start waits for the next one', async () => {
    const configure = (text: string): void => writeFileSync(path.join(folder, '_config.yml'), text);
    configure('port: 0\n');
    const { said } = start('serve');
    await until('the server', () => said().includes('Server running'), 20_000);
    configure('port: 4001\nlivereload: false\ntitle: First\n');
    const warning = "Warning: The change of 'port' and 'livereload' takes effect at the next start.\n";
    await until('the warning', () => said().includes(warning));
    await until('the build', () => said().includes('...done in'));
    writeFileSync(path.join(folder, 'index.md'), '---\n---\n{{ site.title }} {{ site.livereload_port }}\n');
    await until('an edit', () => said().split('...done in').length === 3);
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('First 35729');
    configure('port: 4001\nlivereload: false\ntitle: Second\n');
    await until('another title', () => readFileSync(path.join(folder, '_site/index.html'), 'utf8').includes('Second'));
    expect(said().split('takes effect')).toHaveLength(2);
    // What the server follows by itself is nothing to the pages.
    configure('port: 4001\nlivereload: false\ntitle: Second\nwebrick: {headers: {X-Own: a}}\n');
    const [, url] = /Server address: (\S+)/.exec(said())!;
    await until('the header', async () => (await fetch(url!)).headers.get('X-Own') === 'a');
    await until('its build', () => said().split('...done in').length === 5);
    configure('port: 4001\nlivereload: false\ntitle: Second\nwebrick: {headers: {X-Own: b}}\n');
    await until('the next build', () => said().split('...done in').length === 6);
    expect(
      said()
        .match(/\d+ rendered, \d+ written/g)!
        .slice(-2),
    ).toEqual(Array(2).fill('0 rendered, 0 written'));
  });

  it.skipIf(process.platform === 'win32')('does not follow the file that its own output goes to', async () => {
    const output = openSync(path.join(folder, 'nohup.out'), 'a');
    const child = spawn(process.execPath, [...argv, 'serve', '--port', '0'], {
      cwd: folder,
      stdio: ['ignore', output, output],
    });
    children.push(child);
    closeSync(output);
    const said = (): string => readFileSync(path.join(folder, 'nohup.out'), 'utf8');
    await until('the server', () => said().includes('Server running'), 20_000);
    writeFileSync(path.join(folder, 'index.md'), '---\n---\nSecond\n');
    await until('the edit', () => said().includes('1 rendered'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(said().split('Regenerating:')).toHaveLength(2);
    expect(said()).toContain('index.md');
  });

  it.skipIf(process.platform === 'win32')('says which editor it knows nothing of', async () => {
    const { said } = start('serve', '--port', '0', '--editor', 'vacode');
    await until('the server', () => said().includes('Server running'), 20_000);
    expect(said()).toMatch(/Warning: Of an editor 'vacode' nothing is known: .*\n +Name another, such as idea/);
  });

  it.skipIf(process.platform === 'win32')('says a broken configuration once, and where the site is then', async () => {
    const configure = (text: string): void => writeFileSync(path.join(folder, '_config.yml'), text);
    configure('title: First\n');
    const { said } = start('serve', '--port', '0');
    await until('the server', () => said().includes('Server running'), 20_000);
    configure('title: [\n');
    await until('the error', () => said().includes('Error: Invalid YAML'));
    for (const [count, text] of ['One', 'Two'].entries()) {
      writeFileSync(path.join(folder, 'index.md'), `---\n---\n${text}\n`);
      await until('the same error', () => said().split('Error: 1 error as before.\n').length === count + 2);
    }
    expect(said().split('Invalid YAML')).toHaveLength(2);
    expect(said().split('Server address:')).toHaveLength(2);
    configure('baseurl: /blog\n');
    await until('the mending', () => said().includes('Mended.'));
    expect(said()).toMatch(/Server address: http:\/\/127\.0\.0\.1:\d+\/blog\/\n/);
  });

  it.skipIf(process.platform === 'win32')(
    'detached, serves when the command ends, and says why where it cannot',
    async () => {
      const detach = (...args: string[]): ReturnType<typeof spawnSync> & { stdout: string } =>
        spawnSync(process.execPath, [...argv, 'serve', '--detach', '--port', '0', ...args], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, CI: '' },
        });
      const { status, stdout } = detach();
      const pid = Number(/^Server detached with pid '(\d+)'/m.exec(stdout)?.[1]);
      try {
        expect([status, stdout]).toEqual([0, expect.stringContaining('disabled when running server detached.')]);
        expect(await (await fetch(/Server address: (\S+)/.exec(stdout)![1]!)).text()).toContain('First');
      } finally {
        process.kill(pid);
      }
      const isGone = (): boolean => {
        try {
          return !process.kill(pid, 0);
        } catch {
          return true;
        }
      };
      await until('its end', isGone);
      const failed = detach('--ssl-key', 'none.pem', '--ssl-cert', 'none.pem');
      expect([failed.status, failed.stderr]).toEqual([1, expect.stringContaining('none.pem could not be read')]);
      expect(failed.stdout).not.toContain('detached with');
    },
  );

  it.skipIf(process.platform === 'win32')('ends at once at ctrl-C while it builds for the first time', async () => {
    mkdirSync(path.join(folder, '_plugins'));
    writeFileSync(
      path.join(folder, '_plugins/busy.mjs'),
      `export default { name: 'busy', generate() {
        console.log('busy');
        for (const end = Date.now() + 20_000; Date.now() < end; );
      } };\n`,
    );
    const { child, said, ended } = start('serve', '--port', '0');
    await until('the build', () => said().includes('busy'), 20_000);
    const began = performance.now();
    child.kill('SIGINT');
    await ended;
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it.skipIf(process.platform === 'win32')('builds and watches', async () => {
    const { child, said, ended } = start('build', '--watch');
    await until('the watch', () => said().includes(`Auto-regeneration: enabled for '${folder}'`), 20_000);
    writeFileSync(path.join(folder, 'new.md'), '---\n---\nNew\n');
    await until('the page', () => existsSync(path.join(folder, '_site/new.html')));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said()).toContain('                    Halting auto-regeneration.\n');
  });
});

describe('serve', () => {
  const fixture = (name: string): string => readFileSync(new URL(`../dev/fixtures/${name}`, import.meta.url), 'utf8');

  it.each([
    ['cert.pem', 'none.pem', 'The file none.pem could not be read: ENOENT: no such file or directory.'],
    ['cert.pem', 'locked.pem', 'The key in locked.pem has a passphrase.'],
    ['cert.pem', 'other.pem', 'The certificate in cert.pem is of another key than that in other.pem.'],
    ['cert.pem', 'cert.pem', 'No private key (PEM) is in cert.pem.'],
    ['key.pem', 'key.pem', 'No certificate (PEM) is in key.pem.'],
  ])('says what is wrong with certificate %s and key %s', async (cert, key, message) => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    const texts = {
      'cert.pem': fixture('cert.pem'),
      'key.pem': fixture('key.pem'),
      'other.pem': other.export(pem),
      'locked.pem': other.export({ ...pem, cipher: 'aes-256-cbc', passphrase: 'secret' }),
    };
    for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
    const { code, err } = await callIn(folder, 'serve', '--port', '0', '--ssl-cert', cert, '--ssl-key', key);
    expect([code, err]).toEqual([1, `${message}\n`]);
  });
});

describe('build', () => {
  it('fails on errors, on warnings only with --strict', async () => {
    writeFileSync(path.join(folder, 'a.md'), '---\nlayout: none_of_that_name\n---\nText\n');
    const warned = await callIn(folder, 'build');
    expect(warned.code).toBe(0);
    expect(warned.err).toContain("     Build Warning: Layout 'none_of_that_name' requested in a.md does not exist.\n");
    expect(warned.err).toContain(' Add a file none_of_that_name.html to the layouts folder,');
    writeFileSync(path.join(folder, 'a.md'), '---\nlayout: nil\n---\nText\n');
    expect((await callIn(folder, 'build')).err).toMatch(/ In YAML, no layout is `layout: null`\.\n$/);
    expect((await callIn(folder, 'build', '--strict')).code).toBe(1);
    const quiet = start('build', '--strict', '--quiet');
    expect(await quiet.ended).toBe(1);
    expect(quiet.said()).toMatch(
      /^ +Build Warning: Layout 'nil'.*\n +a\.md:2:1\n[\s\S]*Error: 1 warning, which --strict takes for an error\.\n$/,
    );
    writeFileSync(path.join(folder, 'b.md'), '---\n---\n{% foo %}\n');
    const failed = await callIn(folder, 'build');
    expect(failed.code).toBe(1);
    expect(failed.err).toMatch(/^ {2}Liquid Exception: .*'foo'.* in b\.md$/m);
    expect(failed.out).not.toContain('done in');
  });

  it('with --strict, takes no post that waits for its day for a mistake', async () => {
    mkdirSync(path.join(folder, '_posts'));
    writeFileSync(path.join(folder, '_posts/2999-01-01-a.md'), '---\n---\nText\n');
    const built = await callIn(folder, 'build', '--strict');
    expect([built.code, built.err]).toEqual([0, expect.stringContaining('has a future date')]);
  });

  it('with --strict, takes nothing for a mistake that Sass will give up, as themes are full of it', async () => {
    mkdirSync(path.join(folder, '_sass'));
    writeFileSync(path.join(folder, '_sass/part.scss'), 'b {\n  color: red;\n}\n');
    writeFileSync(path.join(folder, 'a.scss'), '---\n---\n@import "part";\n');
    const built = await callIn(folder, 'build', '--strict');
    expect([built.code, built.err]).toEqual([0, expect.stringContaining('Deprecation: Sass says')]);
    writeFileSync(path.join(folder, 'a.scss'), '---\n---\n@warn "Mind the gap";\n@import "part";\n');
    expect((await callIn(folder, 'build', '--strict')).code).toBe(1);
  });

  it('tells of built-in plugins that only the Gemfile names, again where nothing changed', async () => {
    const group =
      '\ngroup :jekyll_plugins do\n  gem "jekyll-compose"\n  gem "jekyll-feed"\n  gem "jekyll-sitemap"\nend\n';
    writeFileSync(path.join(folder, 'Gemfile'), group);
    const said = 'Warning: Only the Gemfile names jekyll-feed, jekyll-sitemap, which do not run for that.\n';
    vi.stubEnv('JEKYLL_NO_BUNDLER_REQUIRE', undefined);
    for (let time = 0; time < 2; time++) {
      const built = await callIn(folder, 'build');
      expect([built.code, built.err]).toEqual([0, expect.stringContaining(said)]);
      expect(built.err).toContain(' Gemfile:4:8\n');
      expect(existsSync(path.join(folder, '_site/feed.xml'))).toBe(false);
    }
    vi.stubEnv('JEKYLL_NO_BUNDLER_REQUIRE', 'true');
    expect((await callIn(folder, 'build', '--strict')).err).toBe('');
    vi.stubEnv('JEKYLL_NO_BUNDLER_REQUIRE', undefined);
    writeFileSync(path.join(folder, 'Gemfile'), group.replace('  gem "jekyll-sitemap"\n', ''));
    expect((await callIn(folder, 'build')).err).toContain('names jekyll-feed, which does not run for that.');
    expect((await callIn(folder, 'build', '--strict')).code).toBe(1);
    writeFileSync(path.join(folder, '_config.yml'), 'plugins: [jekyll-feed]\n');
    expect((await callIn(folder, 'build', '--strict')).err).toBe('');
    expect(existsSync(path.join(folder, '_site/feed.xml'))).toBe(true);
  });

  it('takes every flag of Jekyll’s', async () => {
    const line =
      'build -s . -d out --future --limit_posts 3 --no-watch -b /x --force_polling --lsi -D --unpublished --disable-disk-cache -V -I --safe';
    const built = await callIn(folder, ...line.split(' '));
    expect([built.code, built.err]).toEqual([0, '']);
    expect(existsSync(path.join(folder, 'out/index.html'))).toBe(true);
  });

  it('builds twice the same', async () => {
    const first = await callIn(folder, 'build');
    expect(first.out).toContain('1 document, 1 written, 0 unchanged.');
    expect((await callIn(folder, 'build')).out).toContain('1 document, 0 written, 1 unchanged.');
  });
});
