import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeVersion } from '../../src/plugins/user/code-version.js';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-code-')));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const version = (path = '_plugins/own.js'): string => codeVersion(join(root, path));

/** Whether the plugin's code is another once a file is. */
function follows(path: string, text: string): boolean {
  const before = version();
  expect(version()).toBe(before);
  write(path, text);
  return version() !== before;
}

test('a plugin is its file and all files that it imports, however it names them', () => {
  write(
    '_plugins/own.js',
    `import a from "../lib/a.js";\nimport '../lib/b.mjs'\nexport { c } from '../lib/c';\nconst d = await import('../lib/d.js');\nexport default {};`,
  );
  for (const name of ['a.js', 'b.mjs', 'c.ts', 'd.ts']) write(`lib/${name}`, '');
  expect(follows('lib/a.js', "const e = require('./deep');")).toBe(true);
  expect(follows('lib/deep/index.js', "require('./data.json'); require('../a.js')")).toBe(true);
  expect(follows('lib/deep/data.json', '{}')).toBe(true);
  expect(follows('lib/deep/data.json', '{"a": 1}')).toBe(true);
  for (const name of ['b.mjs', 'c.ts', 'd.ts']) expect(follows(`lib/${name}`, '// another')).toBe(true);
  expect(follows('lib/z.js', 'nobody asks for it')).toBe(false);
  expect(follows('_plugins/own.js', 'export default {}')).toBe(true);
});

test('what one file ends with is not what the next begins with', () => {
  write('_plugins/own.js', "import '../a.js'; import '../b.js'");
  write('a.js', 'xy');
  write('b.js', 'z');
  const before = version();
  write('a.js', 'x');
  write('b.js', 'yz');
  expect(version()).not.toBe(before);
});

test('packages are their versions, and those of all that is installed beside them', () => {
  const odd = ' // from "./own.js/x" from "./\0"';
  write('_plugins/own.js', `import fs from 'node:fs'; import x from '@me/pkg/sub.js'; import 'not-there';${odd}`);
  write('node_modules/@me/pkg/package.json', '{"version": "1.0.0"}');
  write('node_modules/@me/pkg/sub.js', 'a');
  expect(follows('node_modules/@me/pkg/package.json', '{"version": "1.0.1"}')).toBe(true);
  expect(follows('node_modules/@me/pkg/sub.js', 'b')).toBe(false);
  for (const name of ['.package-lock.json', '.yarn-integrity', '.yarn-state.yml', '.pnpm/lock.yaml']) {
    expect(follows(`node_modules/${name}`, 'versions')).toBe(true);
    expect(follows(`node_modules/${name}`, 'other versions')).toBe(true);
  }
  expect(follows('node_modules/not-there/package.json', '{}')).toBe(true);
});

test('a plugin that is a package is its own files, and what is installed beside it', () => {
  write('node_modules/figures/index.js', "import './draw.js'");
  write('node_modules/figures/draw.js', '');
  const entry = 'node_modules/figures/index.js';
  const first = version(entry);
  write('node_modules/figures/draw.js', 'other');
  const second = version(entry);
  write('node_modules/.package-lock.json', '{}');
  expect(new Set([first, second, version(entry)]).size).toBe(3);
});

test.skipIf(process.platform === 'win32')('a package that is linked to is its code', () => {
  write('_plugins/own.js', "import 'linked'");
  write('packages/linked/package.json', '{"exports": {".": {"import": "./src/main.js"}}, "main": "index.js"}');
  write('packages/linked/src/main.js', "export * from './part.js'");
  write('packages/linked/src/part.js', '');
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(join(root, 'packages/linked'), join(root, 'node_modules/linked'));
  expect(follows('packages/linked/src/part.js', '1')).toBe(true);
  expect(follows('packages/linked/index.js', '1')).toBe(true);
  expect(follows('packages/linked/notes.txt', '1')).toBe(false);
});
