import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

function build(env: NodeJS.ProcessEnv): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'build', '--disable-disk-cache'], {
    cwd: folder,
    env: { ...process.env, UTTERSON_THREADS: '1', UTTERSON_THREADS_FROM: '1', ...env },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

const page = (): string => readFileSync(path.join(folder, '_site', 'index.html'), 'utf8');

describe('the bundled program', () => {
  it('has bytecode for the Node that bundled it', () => {
    const kept = readdirSync(path.join(root, 'dist', 'parts')).filter((name) => name.endsWith('.bin'));
    expect(kept.map((name) => name.replace(/-\w{8}\.script\..*/, '')).sort()).toEqual([
      'otherLanguages',
      'program',
      'programLanguages',
      'systemLanguages',
      'thread',
      'webLanguages',
    ]);
    for (const name of kept) expect(name).toContain(`${process.versions.v8}-${process.arch}`);
  });

  it("has all bytecode taken, that of Node's own modules as well, under the flags that it sets", () => {
    mkdirSync(path.join(folder, '_posts'));
    for (let post = 0; post < 200; post++)
      writeFileSync(path.join(folder, '_posts', `2024-01-01-${post}.md`), '---\n---\n~~~ruby\nputs 1\n~~~\n');
    writeFileSync(path.join(folder, 'main.scss'), '---\n---\na { b: c }');
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
    const { said } = build({ NODE_OPTIONS: `--require ${JSON.stringify(hook)}`, NODE_DEBUG_NATIVE: 'CODE_CACHE' });
    const count = (text: string): number => said.split(text).length - 1;
    // Program and thread, and the languages: whoever meets code first loads them, and mostly both do.
    expect([3, 4]).toContain(count('own code is accepted'));
    expect(count('is accepted')).toBeGreaterThan(20);
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
    expect(said).toContain('index.html:3:1');
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
