import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { anySiteEdit, blog, makeBlogFolder, makeEdit, readTree } from './site-edits.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const { folder, remove } = makeBlogFolder();

vi.setConfig({ testTimeout: 120_000 });

interface Run {
  readonly output: string;
  readonly tree: Record<string, string>;
}

function build(destination: string, flags: readonly string[] = []): Run {
  const args = [cli, 'build', '--destination', join(folder, destination), ...flags];
  const output = execFileSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { output, tree: readTree(join(folder, destination)) };
}

const clean = (): Record<string, string> => build('_clean', ['--disable-disk-cache']).tree;

/** The number of files that a build says it wrote. */
const written = ({ output }: Run): number => Number(/(\d+) written/.exec(output)?.[1]);

beforeAll(() => {
  writeFileSync(
    join(folder, '_config.yml'),
    `${readFileSync(join(folder, '_config.yml'), 'utf8')}exclude: [_clean, _site, _other]\n`,
  );
});
afterAll(remove);

describe('a new process', () => {
  it('writes nothing where nothing changed', () => {
    const cold = build('_site');
    expect(written(cold)).toBe(Object.keys(cold.tree).length);
    const warm = build('_site');
    expect(written(warm)).toBe(0);
    expect(warm.tree).toEqual(clean());
  });

  it('builds what a clean build builds, after any edits', () => {
    fc.assert(
      fc.property(fc.array(anySiteEdit, { minLength: 1, maxLength: 3 }), (edits) => {
        for (const edit of edits) makeEdit(folder, edit);
        // Edits can take away what the layouts include; only sites that build are compared here.
        for (const path of ['part.txt', '_includes/nav.html']) {
          if (!existsSync(join(folder, path))) makeEdit(folder, { path, text: blog[path]! });
        }
        expect(build('_site').tree).toEqual(clean());
      }),
      { numRuns: 6 },
    );
  });

  it('puts right what was changed or removed in the destination', () => {
    build('_site');
    const paths = Object.keys(clean()).filter((path) => path.endsWith('.html'));
    writeFileSync(join(folder, '_site', paths[0]!), 'meddled');
    writeFileSync(join(folder, '_site', 'stray.txt'), 'stray');
    expect(build('_site').tree).toEqual(clean());
  });
});
