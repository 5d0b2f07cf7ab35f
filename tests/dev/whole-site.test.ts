import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { type Session, startSession } from '../../src/dev/session.js';
import { readTree } from '../build/site-edits.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

const post = (title: string, text: string): string => `---\ntitle: ${title}\n---\n${text}\n`;
const files: Record<string, string> = {
  '_config.yml': 'title: Whole\ntime: 2024-06-01\n',
  '_includes/nav.html': '<nav>{{ site.pages | map: "title" | join: " " }}</nav>',
  'index.html':
    '---\ntitle: Home\n---\n{% include nav.html %}{% for post in site.posts %}{{ post.title }} {% endfor %}\n',
  'docs/one.md': post('One', 'Words.'),
  'docs/deep/two.md': post('Two', 'Words.'),
};
for (let day = 1; day <= 28; day++) files[`_posts/2020-01-${String(day).padStart(2, '0')}-p.md`] = post(`P${day}`, 'x');

let site: TemporarySite;
let session: Session;

async function clean(): Promise<Record<string, string>> {
  // Beside the source, where it is no edit of it.
  const destination = `${site.folder}-clean`;
  rmSync(destination, { recursive: true, force: true, maxRetries: 5 });
  const builder = await createBuilder({ source: site.folder, destination, disable_disk_cache: true });
  await builder.build();
  await builder.close();
  return readTree(destination);
}

/** That the destination comes to be what a clean build makes of the source as it is. */
async function comesRight(): Promise<void> {
  const wanted = JSON.stringify(Object.entries(await clean()).sort());
  const found = (): string => {
    try {
      return JSON.stringify(Object.entries(readTree(path.join(site.folder, '_site'))).sort());
    } catch {
      return '';
    }
  };
  await until('the right site', () => found() === wanted, 15_000);
  await session.idle();
  expect(found()).toBe(wanted);
}

beforeEach(async () => {
  site = createTemporarySite(files);
  const flags = { source: site.folder, destination: path.join(site.folder, '_site'), disable_disk_cache: true };
  session = await startSession({
    createBuilder: () => createBuilder(flags),
    report: { changed: () => {}, built: () => {}, failed: () => {} },
  });
});
afterEach(async () => {
  await session.stop();
  site.remove();
  rmSync(`${site.folder}-clean`, { recursive: true, force: true, maxRetries: 5 });
});

describe('while a site is watched', { timeout: 60_000 }, () => {
  const at = (name: string): string => path.join(site.folder, name);

  it('the destination is made again where it is taken away', async () => {
    await comesRight();
    await new Promise((resolve) => setTimeout(resolve, 500));
    rmSync(at('_site'), { recursive: true, maxRetries: 5 });
    await comesRight();
    rmSync(at('_site'), { recursive: true, maxRetries: 5 });
    site.write('docs/one.md', post('Other', 'Other words.'));
    await comesRight();
  });

  it('the configuration is changed, broken and mended', async () => {
    const config = (text: string): void => writeFileSync(at('_config.yml'), `${files['_config.yml']}${text}`);
    site.write('title.html', '---\n---\n{{ site.title }} {{ site.words | join: " " }} {{ site.url }}\n');
    await comesRight();
    const changes = [
      'words: [a, b]\n',
      'words: [c]\nurl: https://example.com\n',
      'permalink: /:title/\n',
      'title: Other\n',
    ];
    for (const change of changes) {
      config(change);
      await comesRight();
    }
    config('words: [\n');
    site.write('docs/one.md', post('Meanwhile', 'Changed while the configuration was broken.'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    config('words: [mended]\n');
    await comesRight();
  });

  it('files are replaced, and gone at once', async () => {
    await comesRight();
    for (const name of ['_posts/2020-01-05-p.md', 'docs/one.md', '_includes/nav.html']) {
      writeFileSync(at('replacement~'), post('Replaced', 'Other words.'));
      renameSync(at('replacement~'), at(name));
      rmSync(at(name));
      if (name.startsWith('_includes')) site.write('index.html', 'No includes.');
      await comesRight();
    }
  });

  it('folders that are renamed, come and go', async () => {
    renameSync(at('docs'), at('guide'));
    await comesRight();
    site.write('guide/deep/two.md', post('Second', 'Changed after its folder moved.'));
    await comesRight();
    mkdirSync(at('new/a/b'), { recursive: true });
    writeFileSync(at('new/a/b/c.md'), post('New', 'In a new folder.'));
    await comesRight();
    rmSync(at('guide'), { recursive: true, maxRetries: 5 });
    await comesRight();
    renameSync(at('_posts/2020-01-01-p.md'), at('_posts/2021-01-01-p.md'));
    await comesRight();
  });

  it('another branch is checked out, and back again', async () => {
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        cwd: site.folder,
        stdio: 'ignore',
      });
    };
    writeFileSync(at('.gitignore'), '_site\n');
    git('init', '-b', 'first');
    git('add', '-A');
    git('commit', '-m', 'first');
    git('checkout', '-b', 'second');
    for (let day = 1; day <= 28; day += 2) rmSync(at(`_posts/2020-01-${String(day).padStart(2, '0')}-p.md`));
    for (let number = 0; number < 120; number++) site.write(`_posts/2019-02-03-q${number}.md`, post(`Q${number}`, 'y'));
    site.write('_includes/nav.html', '<nav>Another</nav>');
    renameSync(at('docs'), at('other'));
    git('add', '-A');
    git('commit', '-m', 'second');
    await comesRight();
    git('checkout', 'first');
    await comesRight();
    git('checkout', 'second');
    git('checkout', 'first');
    git('checkout', 'second');
    await comesRight();
  });

  it('files have other bytes, but the size and the time that they had', async () => {
    const put = (name: string, text: string): void => {
      site.write(name, text);
      utimesSync(at(name), 1.6e9, 1.6e9);
    };
    const page = (word: string): string => files['docs/one.md']!.replace('Words', word);
    put('docs/picture.png', 'first');
    put('docs/one.md', page('Words'));
    await comesRight();
    put('docs/picture.png', 'other');
    put('docs/one.md', page('Sword'));
    await comesRight();
    // With a folder, the whole source is looked through.
    renameSync(at('docs/deep'), at('docs/deeper'));
    put('docs/picture.png', 'third');
    put('docs/one.md', page('Verse'));
    await comesRight();
  });

  it('drafts are as old as their files', async () => {
    const change = async (act: () => void): Promise<void> => {
      act();
      await comesRight();
    };
    writeFileSync(at('_config.yml'), `${files['_config.yml']}show_drafts: true\nfuture: true\n`);
    site.write('newest.html', '---\n---\n{% for post in site.posts limit: 3 %}{{ post.title }} {% endfor %}\n');
    site.write('_posts/2029-01-01-later.md', post('Later', 'x'));
    for (const name of ['a', 'b', 'c']) {
      site.write(`_drafts/${name}.md`, post(name, 'A draft.'));
      utimesSync(at(`_drafts/${name}.md`), 1.5e9, 1.5e9);
    }
    await comesRight();
    await change(() => utimesSync(at('_drafts/a.md'), 1.7e9, 1.7e9));
    await change(() => site.write('_drafts/b.md', post('b', 'Another draft.')));
    await change(() => utimesSync(at('_drafts/b.md'), 1.1e9, 1.1e9));
  });

  it('an editor puts a file in place step by step', async () => {
    const steps = [
      () => site.write('docs/one.md___jb_tmp___', post('Replaced', 'By an editor.')),
      () => renameSync(at('docs/one.md'), at('docs/one.md___jb_old___')),
      () => renameSync(at('docs/one.md___jb_tmp___'), at('docs/one.md')),
      () => rmSync(at('docs/one.md___jb_old___')),
    ];
    for (const step of steps) {
      step();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await comesRight();
  });

  it('a file is written piece by piece, or by a rename', async () => {
    writeFileSync(at('docs/one.md'), '');
    await new Promise((resolve) => setTimeout(resolve, 15));
    writeFileSync(at('docs/one.md'), '---\ntitle: Ha');
    await new Promise((resolve) => setTimeout(resolve, 15));
    writeFileSync(at('docs/one.md'), post('Half and half', 'Whole.'));
    await comesRight();
    writeFileSync(at('docs/one.md.new'), post('Renamed', 'By an editor.'));
    renameSync(at('docs/one.md.new'), at('docs/one.md'));
    await comesRight();
  });
});
