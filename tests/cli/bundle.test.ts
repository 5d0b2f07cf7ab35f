import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.js');
const ways: readonly (readonly [name: string, env: NodeJS.ProcessEnv])[] = [
  ['with its bytecode', {}],
  ['without', { UTTERSON_BYTECODE: '0' }],
];

let folder: string;
let remove: () => void;
beforeEach(() => {
  [folder, remove] = temporaryFolder();
  writeFileSync(path.join(folder, '_config.yml'), 'title: x\n');
});
afterEach(() => remove());

function build(env: NodeJS.ProcessEnv, command = cli): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'build', '--disable-disk-cache'], {
    cwd: folder,
    env: { ...process.env, UTTERSON_THREADS: '1', UTTERSON_THREADS_FROM: '1', ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const page = (): string => readFileSync(path.join(folder, '_site', 'index.html'), 'utf8');

/** Has it said whether V8 takes bytecode. */
function sayingWhatIsTaken(): NodeJS.ProcessEnv {
  const hook = path.join(folder, 'hook.cjs');
  writeFileSync(
    hook,
    `const vm = require('node:vm');
    vm.Script = class extends vm.Script {
      constructor(text, options) {
        super(text, options);
        if (options?.cachedData) process._rawDebug('own code is', this.cachedDataRejected ? 'rejected' : 'accepted');
      }
    };`,
  );
  return { NODE_OPTIONS: `--require ${JSON.stringify(hook)}` };
}

/** So many posts with code that a thread helps. */
function writePosts(): void {
  mkdirSync(path.join(folder, '_posts'));
  for (let post = 0; post < 200; post++)
    writeFileSync(path.join(folder, '_posts', `2024-01-01-${post}.md`), '---\n---\n~~~ruby\nputs 1\n~~~\n');
}

const count = (said: string, text: string): number => said.split(text).length - 1;

/** A build in which a thread has loaded its part, too; on a busy machine the main thread may be done before it has. */
function buildWithThread(env: NodeJS.ProcessEnv, command = cli): ReturnType<typeof build> {
  let last = build(env, command);
  for (let tries = 0; tries < 5 && count(last.said, 'own code is') < 3; tries++) last = build(env, command);
  return last;
}

/** The parts that a bundle has bytecode of. */
function partsWithBytecode(dist: string): readonly string[] {
  const kept = readdirSync(path.join(dist, 'parts')).filter((name) => name.endsWith('.bin'));
  for (const name of kept) expect(name).toContain(`${process.versions.v8}-${process.arch}`);
  return kept.map((name) => name.replace(/-\w{8}\.script\..*/, '')).sort();
}

describe('the bundled program', () => {
  it('has bytecode for the Node that bundled it', () => {
    expect(partsWithBytecode(path.join(root, 'dist'))).toEqual([
      'otherLanguages',
      'program',
      'programLanguages',
      'systemLanguages',
      'thread',
      'webLanguages',
    ]);
  });

  it('says nothing in its bytecode of the folder that it was made in', () => {
    const parts = path.join(root, 'dist', 'parts');
    const names = readdirSync(parts).filter((name) => name.endsWith('.bin'));
    expect(names.filter((name) => readFileSync(path.join(parts, name)).includes(root))).toEqual([]);
  });

  it('keeps the bytecode of another Node with the first site that it builds', () => {
    const dist = path.join(folder, 'dist');
    cpSync(path.join(root, 'dist'), dist, { recursive: true });
    const parts = path.join(dist, 'parts');
    for (const name of readdirSync(parts)) if (name.endsWith('.bin')) rmSync(path.join(parts, name));
    const command = path.join(dist, 'cli.js');
    writeFileSync(path.join(folder, '_config.yml'), 'exclude: [dist, hook.cjs]\n');
    writeFileSync(path.join(folder, 'index.html'), '---\n---\n{% broken %}');
    expect(build({}, command).status).toBe(1);
    expect(partsWithBytecode(dist)).not.toContain('program');
    writeFileSync(path.join(folder, 'index.html'), '---\n---\nwell');
    writePosts();
    const env = sayingWhatIsTaken();
    expect(count(build(env, command).said, 'own code')).toBe(0);
    const again = buildWithThread(env, command);
    expect(again.status).toBe(0);
    expect(partsWithBytecode(dist)).toEqual(expect.arrayContaining(['program', 'systemLanguages', 'thread']));
    expect(count(again.said, 'own code is accepted')).toBeGreaterThanOrEqual(3);
    expect(again.said).not.toContain('rejected');
    expect(page()).toBe('well');
    // What is written in between has a name of its own.
    expect(readdirSync(parts).filter((name) => /\.bin\.\d/.test(name))).toEqual([]);
  });

  it("has all bytecode taken, that of Node's own modules as well, under the flags that it sets", () => {
    writePosts();
    writeFileSync(path.join(folder, 'main.scss'), '---\n---\na { b: c }');
    const { said } = buildWithThread({ ...sayingWhatIsTaken(), NODE_DEBUG_NATIVE: 'CODE_CACHE' });
    // Program and thread, and the languages: whoever meets code first loads them, and mostly both do.
    expect([3, 4]).toContain(count(said, 'own code is accepted'));
    expect(count(said, 'is accepted')).toBeGreaterThan(20);
    // One small module is loaded with the first folder that is read, whenever that is.
    expect(
      said.split('\n').filter((line) => line.endsWith('is rejected') && !line.includes('internal/fs/dir')),
    ).toEqual([]);
  });

  it.each(ways)('gives plugins the classes that it knows itself, %s', (_name, env) => {
    mkdirSync(path.join(folder, '_plugins'));
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(root, path.join(folder, 'node_modules', 'utterson'), 'junction');
    const plugin = `import { Float, SiteError } from 'utterson';
      const refuse = () => { throw new SiteError({ code: 'own/refused', message: 'Not today', hint: 'Come again' }); };
      export default { filters: { half: (number) => new Float(number / 2), refuse } };`;
    writeFileSync(path.join(folder, '_plugins', 'own.mjs'), plugin);
    writeFileSync(path.join(folder, 'index.html'), '---\n---\n{{ 4 | half }}');
    expect(build(env).said).not.toContain('Error');
    expect(page()).toBe('2.0');
    writeFileSync(path.join(folder, 'index.html'), '---\n---\n{{ 4 | refuse }}');
    const { status, said } = build(env);
    expect(status).toBe(1);
    expect(said).toContain('index.html:3:8');
    expect(said).toContain('Come again');
  });

  it.each(ways)('finds themes, octicons and code in threads, %s', (_name, env) => {
    writeFileSync(path.join(folder, '_config.yml'), 'title: x\ntheme: minima\nplugins: [jekyll-octicons]\n');
    writeFileSync(path.join(folder, 'index.md'), '---\nlayout: page\n---\n~~~ruby\nputs 1\n~~~\n');
    writeFileSync(path.join(folder, 'icon.html'), '---\n---\n{% octicon heart %}');
    const { status, said } = build(env);
    expect(said).not.toContain('Error');
    expect(status).toBe(0);
    expect(page()).toContain('site-header');
    expect(page()).toContain('<span class="nb">puts</span>');
    expect(readFileSync(path.join(folder, '_site', 'icon.html'), 'utf8')).toContain('<svg class="octicon');
  });

  it('says what to do where Sass has no compiler for the machine', () => {
    writeFileSync(path.join(folder, 'main.scss'), '---\n---\na { b: c }');
    const hook = path.join(folder, 'hook.cjs');
    writeFileSync(hook, "Object.defineProperty(process, 'arch', { value: 'pdp11' });");
    const { status, said } = build({ NODE_OPTIONS: `--require ${JSON.stringify(hook)}` });
    expect(status).toBe(1);
    expect(said).toContain(`Sass's compiler for this machine (${process.platform}-pdp11) is not installed.`);
    expect(said).toContain('run npm install again');
    expect(said).not.toContain('    at ');
  });

  it('is a library to other programs', () => {
    const script = `import { renderKramdown } from ${JSON.stringify(pathToFileURL(path.join(root, 'dist', 'index.mjs')).href)};
      console.log(JSON.stringify(renderKramdown('*a*').html));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(JSON.parse(said)).toBe('<p><em>a</em></p>\n');
  });
});
