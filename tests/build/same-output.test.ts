import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createOnceBuilder } from '../../src/build-once.js';
import { anySiteEdit, blog, makeBlogFolder, makeEdit, readTree } from './site-edits.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = promisify(execFile);

type Tree = Record<string, string>;

/** Layouts that print the text of a document in any way. */
const layouts = [
  '---\nlayout: post\n---\n{{ content }}',
  '{{ content }} and {{ content }}',
  '{{ content | strip_html | number_of_words }} words: {{ content }}',
  '{% capture text %}{{ content }}{% endcapture %}{{ text | upcase }}',
  '{% include content.html %}{% capture text %}{% include content.html %}{% endcapture %}{{ text | size }}',
  '{% for content in page.tags %}{{ content }}{% endfor %}{% if content %}{{ content }}{% endif %}',
  '{% assign content = content | split: "<p>" %}{{ content }}',
  '---\nlayout: way2\n---\n<main>{{- content -}}</main>',
  '---\nlayout: way3\n---\n{{ page.title }}{{ content }}',
  '---\nlayout: way1\n---\n{{ content | size }}',
  'short',
  '---\nlayout: nowhere\n---\n{{ content }}',
];

// Many processes, on machines that may have other work.
vi.setConfig({ testTimeout: 180_000 });

describe('one site, however it is built', () => {
  const { folder, remove } = makeBlogFolder();
  const cacheFolder = join(folder, '.jekyll-cache', 'utterson');
  const threads = (count: number): NodeJS.ProcessEnv => ({
    UTTERSON_THREADS: String(count),
    UTTERSON_THREADS_FROM: '1',
  });
  const args = (destination: string, ...flags: string[]): string[] => [
    cli,
    'build',
    '--quiet',
    '--destination',
    join(folder, destination),
    ...flags,
  ];
  const build = async (destination: string, env: NodeJS.ProcessEnv = {}, ...flags: string[]): Promise<Tree> => {
    await run(process.execPath, args(destination, ...flags), { cwd: folder, env: { ...process.env, ...env } });
    return readTree(join(folder, destination));
  };
  let expected: Tree = {};

  beforeAll(async () => {
    const config = join(folder, '_config.yml');
    writeFileSync(config, `${readFileSync(config, 'utf8')}exclude: [_clean, _site, _a, _b]\n`);
    for (const [at, text] of layouts.entries()) writeFileSync(join(folder, '_layouts', `way${at}.html`), text);
    writeFileSync(join(folder, '_includes', 'content.html'), '{{ content }}');
    // So many that threads write too.
    for (let number = 10; number < 100; number++) {
      const text = `---\ntitle: P${number}\nlayout: way${number % layouts.length}\n---\nBegin *${number}*.\n\n~~~ruby\nputs ${number}\n~~~\n\n${'word "quoted" '.repeat(number)}\n`;
      writeFileSync(join(folder, '_posts', `2023-01-${10 + (number % 20)}-p${number}.md`), text);
    }
    expected = await build('_clean', threads(0), '--disable-disk-cache');
  });
  afterAll(remove);

  it('is the same cold and warm, by any number of threads', async () => {
    expect(Object.keys(expected).length).toBeGreaterThan(100);
    for (const count of [1, 3]) {
      rmSync(cacheFolder, { recursive: true, force: true });
      rmSync(join(folder, '_site'), { recursive: true, force: true });
      expect(await build('_site', threads(count))).toEqual(expected);
      expect(await build('_site', threads(count))).toEqual(expected);
    }
  });

  it('is the same where texts are held as tightly as those of a large site', async () => {
    const large = { ...threads(1), UTTERSON_LARGE_FROM: '1' };
    rmSync(cacheFolder, { recursive: true, force: true });
    rmSync(join(folder, '_site'), { recursive: true, force: true });
    expect(await build('_site', large)).toEqual(expected);
    writeFileSync(join(folder, '_posts', '2023-01-31-last.md'), '---\ntitle: Last\n---\nThe *last*.\n');
    const changed = await build('_site', large);
    expect(changed).toEqual(await build('_a', threads(0), '--disable-disk-cache'));
    expect(changed).not.toEqual(expected);
    rmSync(join(folder, '_posts', '2023-01-31-last.md'));
    expect(await build('_site', large)).toEqual(expected);
  });

  it('is nothing where the build fails, whatever was written before that', async () => {
    const broken = join(folder, 'zz-last.html');
    writeFileSync(broken, '---\n---\n{% include nothing.html %}');
    for (const count of [0, 2]) {
      rmSync(cacheFolder, { recursive: true, force: true });
      rmSync(join(folder, '_b'), { recursive: true, force: true });
      await expect(build('_b', threads(count))).rejects.toThrow('nothing.html');
      expect(existsSync(join(folder, '_b'))).toBe(false);
    }
    rmSync(broken);
  });

  it('is the same where two build at once, into one folder and into two', async () => {
    await Promise.all([build('_site', threads(1)), build('_site', threads(2))]);
    expect(readTree(join(folder, '_site'))).toEqual(expected);
    rmSync(cacheFolder, { recursive: true, force: true });
    const both = await Promise.all([build('_a', threads(1)), build('_b', threads(1))]);
    expect(both).toEqual([expected, expected]);
    expect(await build('_a')).toEqual(expected);
  });

  it('is the same after a build was killed at any moment', async () => {
    for (const after of [200, 600]) {
      rmSync(join(folder, '_site'), { recursive: true, force: true });
      const child = spawn(process.execPath, args('_site'), { cwd: folder, env: { ...process.env, ...threads(1) } });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      setTimeout(() => child.kill('SIGKILL'), after);
      await ended;
      expect(await build('_site', threads(1))).toEqual(expected);
    }
  });

  it('is the same with a cache that is damaged anywhere', async () => {
    await build('_site');
    const file = join(cacheFolder, readdirSync(cacheFolder)[0]!);
    const whole = readFileSync(file);
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      mask: fc.integer({ min: 1, max: 255 }),
      cut: fc.boolean(),
    });
    const property = fc.asyncProperty(damage, async ({ at, mask, cut }) => {
      const bytes = Buffer.from(whole);
      bytes[at] = bytes[at]! ^ mask;
      writeFileSync(file, cut ? bytes.subarray(0, at) : bytes);
      writeFileSync(join(folder, '_site', 'index.html'), 'meddled');
      expect(await build('_site')).toEqual(expected);
    });
    await fc.assert(property, {
      numRuns: 4,
      examples: [[{ at: 0, mask: 1, cut: false }], [{ at: 20, mask: 2, cut: false }]],
    });
  });
});

describe('a site that a check of the disk is enough for', () => {
  const { folder, remove } = makeBlogFolder();
  const destination = join(folder, '_site');
  afterAll(remove);

  /** Every file as old as if it had been left a while ago, each change at another time. */
  let seconds = Math.floor(Date.now() / 1000) - 100_000;
  const age = (paths: readonly string[]): void => {
    for (const path of paths) {
      seconds += 1.5;
      try {
        utimesSync(path, seconds, seconds);
      } catch {
        // Taken away by the edit.
      }
    }
  };
  const build = async (into: string, isCached: boolean): Promise<Tree> => {
    const flags = { source: folder, destination: into, quiet: true, disable_disk_cache: !isCached };
    const builder = await createOnceBuilder(flags);
    try {
      expect((await builder.build()).ok).toBe(true);
    } finally {
      await builder.close();
    }
    return readTree(into);
  };

  /** What happens between two builds: nothing, an edit, or somebody's hand in the destination. */
  const event = fc.oneof(
    { weight: 3, arbitrary: anySiteEdit.map((edit) => ({ kind: 'edit' as const, edit })) },
    fc.constant({ kind: 'nothing' as const }),
    fc.record({ kind: fc.constantFrom('meddle' as const, 'remove' as const), pick: fc.nat() }),
    fc.record({ kind: fc.constant('stray' as const), name: fc.constantFrom('x.txt', 'about/y.txt', '2024/z.html') }),
  );

  it('is what a clean build makes, after anything that may happen', async () => {
    makeEdit(folder, { path: '_plugins/shout.js', text: null });
    makeEdit(folder, { path: 'loud.html', text: '---\n---\n{% include_relative part.txt %}\n' });
    age(Object.keys(blog).map((path) => join(folder, path)));
    const meddle = (chosen: { readonly kind: 'meddle' | 'remove'; readonly pick: number }): void => {
      const paths = Object.keys(readTree(destination));
      const path = join(destination, paths[chosen.pick % paths.length]!);
      if (chosen.kind === 'remove') rmSync(path);
      else writeFileSync(path, 'meddled');
    };
    const property = fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 8 }), async (events) => {
      for (const happening of events) {
        if (happening.kind === 'edit') age(makeEdit(folder, happening.edit));
        else if (happening.kind === 'stray') cpSync(join(folder, 'part.txt'), join(destination, happening.name));
        else if (happening.kind !== 'nothing') meddle(happening);
        // Edits can take away what the layouts include; only sites that build are compared here.
        for (const path of ['part.txt', '_includes/nav.html']) {
          if (readTree(folder)[path] === undefined) age(makeEdit(folder, { path, text: blog[path]! }));
        }
        const made = await build(destination, true);
        expect(made).toEqual(await build(join(folder, '.clean'), false));
      }
    });
    await build(destination, true);
    await fc.assert(property, { numRuns: 8 });
  });
});
