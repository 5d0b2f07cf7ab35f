import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(path.join(root, 'docs/library.md'), 'utf8');
const [build, read, alone] = [...page.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);

let folder: string;
let remove: () => void;

beforeEach(() => {
  [folder, remove] = temporaryFolder();
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(root, path.join(folder, 'node_modules/utterson'), 'junction');
  mkdirSync(path.join(folder, 'my-site/_posts'), { recursive: true });
  writeFileSync(path.join(folder, 'my-site/_posts/2024-02-03-a.md'), '---\ntitle: One\n---\n{% oh %}\n');
});
afterEach(() => remove());

function run(code: string, name = 'example.mjs'): string {
  writeFileSync(path.join(folder, name), code);
  const { stdout, stderr } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8', timeout: 20_000 });
  return stdout + stderr;
}

it('the documentation’s examples build a site', () => {
  expect(run(build!)).toMatch(/^error: .*'oh'.* \(_posts\/2024-02-03-a\.md:4\)\nnothing was written\n$/);
  writeFileSync(path.join(folder, 'my-site/_posts/2024-02-03-a.md'), '---\ntitle: One\n---\nA\n');
  expect(run(build!)).toBe('1 files\n');
  expect(readFileSync(path.join(folder, 'public/2024/02/03/a.html'), 'utf8')).toBe('<p>A</p>\n');
  writeFileSync(path.join(folder, 'my-site/_config.yml'), 'a: [\n');
  expect(run(build!)).toMatch(/_config\.yml: Invalid YAML: /);
});

it('the documentation’s examples read a site, and convert texts', () => {
  expect(run(read!)).toBe('_posts/2024-02-03-a.md One /2024/02/03/a.html\n');
  expect(run(alone!)).toBe('<p class="intro">A <em>text</em></p>\n\nAda, Grace!\n');
});

it('CommonJS requires it', () => {
  expect(run("console.log(require('utterson').renderKramdown('*a*').html);", 'example.cjs')).toBe(
    '<p><em>a</em></p>\n\n',
  );
});

it('takes the current folder for the site where none is named', () => {
  const code = `import { createBuilder, readWholeSite } from 'utterson';
const builder = await createBuilder();
console.log(builder.config.source === process.cwd(), (await readWholeSite()).config.source === process.cwd());
await builder.close();`;
  expect(run(code)).toBe('true true\n');
});
