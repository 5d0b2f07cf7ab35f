import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createOnceBuilder } from '../../src/build-once.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-outside-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let seconds = Math.floor(Date.now() / 1000) - 10_000;

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  seconds += 1.5;
  utimesSync(file, seconds, seconds);
}

async function build(): Promise<{ readonly css: string; readonly rendered: number }> {
  const source = join(folder, 'site');
  const destination = join(folder, '_site');
  const builder = await createOnceBuilder({ source, destination, quiet: true });
  try {
    const { ok, rendered } = await builder.build();
    expect(ok).toBe(true);
    return { css: readFileSync(join(destination, 'main.css'), 'utf8'), rendered };
  } finally {
    await builder.close();
  }
}

it('a style sheet from outside of the source folder is one of the files that a build depends on', async () => {
  write('site/_config.yml', `time: 2024-01-01\nsass: {sourcemap: never, load_paths: [${join(folder, 'shared')}]}\n`);
  write('site/main.scss', '---\n---\n@import "colours";\na { color: $link; }\n');
  write('shared/_colours.scss', '$link: red;\n');
  expect((await build()).css).toContain('red');
  expect((await build()).rendered).toBe(0);
  write('shared/_colours.scss', '$link: blue;\n');
  expect((await build()).css).toContain('blue');
  expect((await build()).rendered).toBe(0);
}, 180_000);

it('a style sheet that comes where Sass looks first is another', async () => {
  const paths = ['first', 'shared'].map((name) => join(folder, name)).join(', ');
  write('site/_config.yml', `time: 2024-01-01\nsass: {sourcemap: never, load_paths: [${paths}]}\n`);
  write('site/main.scss', '---\n---\n@import "colours";\na { color: $link; }\n');
  write('shared/_colours.scss', '$link: red;\n');
  expect((await build()).css).toContain('red');
  write('first/_colours.scss', '$link: green;\n');
  expect((await build()).css).toContain('green');
  expect((await build()).rendered).toBe(0);
}, 180_000);
