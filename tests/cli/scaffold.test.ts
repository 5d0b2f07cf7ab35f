import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { publisherFiles } from '../../src/cli/scaffold/workflows.js';
import { withSlashes } from '../../src/core/files.js';
import { parseToml } from '../../src/core/values/toml.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { callIn, temporaryFolder } from './call.js';

let folder: string;
let remove: () => void;

beforeEach(() => {
  [folder, remove] = temporaryFolder();
});
afterEach(() => remove());

const has = (name: string): boolean => existsSync(path.join(folder, name));

describe('new', () => {
  it('makes a blog that builds without a word', async () => {
    const made = await callIn(folder, 'new', 'my', 'blog');
    expect([made.code, made.out]).toEqual([
      0,
      `New jekyll site installed in ${path.join(folder, 'my blog')}.\nPreview it: cd "my blog" && npm install && npm start\n`,
    ]);
    expect(has('my blog/.github/workflows/pages.yml')).toBe(true);
    const built = await callIn(path.join(folder, 'my blog'), 'build', '--strict');
    expect([built.code, built.err]).toEqual([0, '']);
    expect(built.out).toMatch(
      /^Configuration file: .*\n {12}Source: .*\n {7}Destination: .*\n[\s\S]*\n {20}done in [\d.]+ seconds\.\n/,
    );
    expect(readFileSync(path.join(folder, 'my blog/_site/index.html'), 'utf8')).toContain('Welcome to your blog');
    for (const name of ['404.html', 'about/index.html', 'feed.xml', 'sitemap.xml', 'assets/css/style.css']) {
      expect(has(`my blog/_site/${name}`), name).toBe(true);
    }
    const [post] = readdirSync(path.join(folder, 'my blog/_site/notes'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.html'))
      .map((name) => readFileSync(path.join(folder, 'my blog/_site/notes', name), 'utf8'));
    expect(post).toMatch(/<span style="--shiki-light:#\w{6};--shiki-dark:#\w{6}">def<\/span>/);
    const css = readFileSync(path.join(folder, 'my blog/_site/assets/css/style.css'), 'utf8');
    expect(css).toMatch(/prefers-color-scheme: dark[^}]*\{[^}]*--shiki-/);
  });

  it('makes a blank site that builds', async () => {
    const made = await callIn(folder, 'new', 'blank', '--blank');
    expect(made.out).toContain('\nPreview it: cd blank && npx utterson serve\n');
    for (const name of ['_data', '_drafts', '_includes', '_posts', '_layouts/default.html'])
      expect(has(`blank/${name}`)).toBe(true);
    const built = await callIn(path.join(folder, 'blank'), 'build', '--strict');
    expect([built.code, built.err]).toEqual([0, '']);
    expect(has('blank/_site/assets/css/main.css')).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('ends where no folder can be made', async () => {
    writeFileSync(path.join(folder, 'index.html'), '---\n---\n');
    for (const name of ['/proc/blog', '/proc/a/blog']) {
      const refused = await callIn(folder, 'new', name);
      expect([refused.code, refused.err]).toEqual([
        1,
        expect.stringContaining("ENOENT: no such file or directory, mkdir '/proc/"),
      ]);
      const unbuilt = await callIn(folder, 'build', '--quiet', '--destination', name);
      expect([unbuilt.code, unbuilt.err]).toEqual([
        1,
        expect.stringContaining("ENOENT: no such file or directory, mkdir '/proc/"),
      ]);
    }
  });

  it('spares what is there', async () => {
    writeFileSync(path.join(folder, 'x'), '');
    const refused = await callIn(folder, 'new', '.');
    expect([refused.code, refused.err]).toEqual([
      1,
      `          Conflict: ${folder} exists and is not empty.\n                    Ensure ${folder} is empty or else try again with \`--force\` to proceed and overwrite any files.\n`,
    ]);
    const forced = await callIn(folder, 'new', '.', '--force');
    expect([forced.code, forced.out]).toEqual([0, expect.stringContaining('\nPreview it: npm install && npm start\n')]);
    expect((await callIn(folder, 'new')).err).toBe('You must specify a path.\n');
  });

  it.each(['github', 'gitlab', 'netlify', 'cloudflare', 'none'] as const)('publishes with %s', async (name) => {
    await callIn(folder, 'new', 'a', '--ci', name);
    const files = Object.entries(publisherFiles(name));
    expect(files).toHaveLength(name === 'none' ? 0 : 1);
    for (const [file, text] of files) {
      expect(readFileSync(path.join(folder, 'a', file), 'utf8')).toBe(text);
      const parsed = file.endsWith('.toml') ? parseToml(text, file) : parseYaml(text, { path: file });
      expect(parsed).toBeInstanceOf(Map);
    }
    mkdirSync(path.join(folder, 'a/public'));
    writeFileSync(path.join(folder, 'a/public/index.html'), 'of an earlier build');
    await callIn(folder, 'new', 'blank', '--blank', '--ci', name);
    for (const site of ['a', 'blank']) {
      expect((await callIn(path.join(folder, site), 'build', '--strict')).code).toBe(0);
      for (const [file] of files) expect(has(`${site}/_site/${file}`)).toBe(false);
    }
    expect(has('a/_site/public')).toBe(name !== 'gitlab');
    expect((await callIn(folder, 'new', 'b', '--ci', 'nonsense')).code).toBe(1);
  });
});

it('writes the workflow that the blog shows', () => {
  const post = readFileSync(new URL('../../_posts/2025-02-25-publishing-from-ci.md', import.meta.url), 'utf8');
  expect([/```yaml\n([\s\S]*?)```/.exec(post)![1]]).toEqual(Object.values(publisherFiles('github')));
});

it('build says so where there is nothing to build', async () => {
  expect((await callIn(folder, 'build')).out).toContain('There is nothing to build: name the folder of a site');
  writeFileSync(path.join(folder, 'a.txt'), '');
  expect((await callIn(folder, 'build')).out).toContain('0 documents, 1 written, 0 unchanged.');
});

it('new makes no folder of a file', async () => {
  writeFileSync(path.join(folder, 'a'), '');
  const { code, err } = await callIn(folder, 'new', 'a');
  expect([code, err]).toEqual([
    1,
    `          Conflict: ${path.join(folder, 'a')} is a file, and not a folder.\n${' '.repeat(20)}Give the site another name, or move the file away.\n`,
  ]);
});

describe('new-theme', () => {
  it('makes a theme that a site can use', async () => {
    const made = await callIn(folder, 'new-theme', 'my theme', '-c');
    expect(made.code).toBe(0);
    expect(made.out).toContain(`             create ${path.join(folder, 'my_theme/_layouts/default.html')}\n`);
    for (const name of ['my_theme.gemspec', 'package.json', 'CODE_OF_CONDUCT.md', '.git', '_sass']) {
      expect(has(`my_theme/${name}`), name).toBe(true);
    }
    writeFileSync(path.join(folder, '_config.yml'), 'theme: ./my_theme\nexclude: [my_theme]\n');
    writeFileSync(path.join(folder, 'index.md'), '---\nlayout: page\ntitle: Hello\n---\nText\n');
    const built = await callIn(folder, 'build');
    expect([built.code, built.err]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, '_site/index.html'), 'utf8')).toContain('<h1>Hello</h1>');
  });

  it('leaves a folder alone that is there', async () => {
    mkdirSync(path.join(folder, 'mine'));
    const made = await callIn(folder, 'new-theme', 'mine');
    expect([made.code, made.err]).toEqual([
      1,
      `          Conflict: ${path.join(folder, 'mine')} already exists.\n${' '.repeat(20)}Give the theme another name, or move that away.\n`,
    ]);
    expect(has('mine/README.md')).toBe(false);
  });
});

describe('clean and doctor', () => {
  it('start no process of Sass’s, which a build does', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    writeFileSync(path.join(folder, 'style.scss'), '---\n---\na {b: c}\n');
    const spawned = vi.spyOn(process.getBuiltinModule('node:child_process'), 'spawn');
    try {
      expect((await callIn(folder, 'doctor')).code).toBe(0);
      expect((await callIn(folder, 'clean')).code).toBe(0);
      expect(spawned).not.toHaveBeenCalled();
      await callIn(folder, 'build');
      expect(spawned).toHaveBeenCalledOnce();
    } finally {
      spawned.mockRestore();
    }
  });

  it('clean up', async () => {
    writeFileSync(path.join(folder, 'index.md'), '---\n---\nText\n');
    await callIn(folder, 'build');
    expect(has('_site')).toBe(true);
    const cleaned = await callIn(folder, 'clean');
    expect(cleaned.out).toContain(`           Cleaner: Removing ${withSlashes(path.join(folder, '_site'))}...\n`);
    expect(cleaned.out).toContain('           Cleaner: Nothing to do for .sass-cache.\n');
    expect([has('_site'), has('.jekyll-cache'), has('index.md')]).toEqual([false, false, true]);
  });

  it.skipIf(process.platform === 'win32')('remove a link to a folder, and leave that as it is', async () => {
    mkdirSync(path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, '_site'));
    writeFileSync(path.join(folder, 'elsewhere/a.html'), '');
    expect((await callIn(folder, 'clean')).out).toMatch(/Cleaner: Removing .*_site\.\.\.\n/);
    expect([has('_site'), has('elsewhere/a.html')]).toEqual([false, true]);
  });

  it('never remove the source', async () => {
    const refused = await callIn(folder, 'clean', '-d', '.');
    expect(refused.code).toBe(1);
    expect(existsSync(folder)).toBe(true);
  });

  it.each([
    [['-d', '_posts'], 'cannot be in _posts, which the site is read from'],
    [['-s', 'stie'], 'There is no folder'],
    [['--config', 'source.yml'], "the site's source is in it"],
    [['--config', 'posts.yml'], 'the site is read from it'],
  ])('remove nothing that no build could have written: %j', async (flags, message) => {
    mkdirSync(path.join(folder, '_posts'));
    mkdirSync(path.join(folder, '_site'));
    writeFileSync(path.join(folder, 'source.yml'), 'cache_dir: .\n');
    writeFileSync(path.join(folder, 'posts.yml'), 'cache_dir: _posts\n');
    const refused = await callIn(folder, 'clean', ...flags);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(message)]);
    expect([has('_posts'), has('_site')]).toEqual([true, true]);
  });

  it('look for what is likely to go wrong', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    writeFileSync(path.join(folder, 'index.md'), '---\n---\nText\n');
    const healthy = await callIn(folder, 'doctor');
    expect([healthy.code, healthy.out.split('\n')[1]]).toEqual([
      0,
      '  Your test results are in. Everything looks fine.',
    ]);
    for (const url of ['http://', '"https://exa mple.com/a"', 'https://example.com:port/']) {
      writeFileSync(path.join(folder, '_config.yml'), `url: ${url}\n`);
      const { code, err } = await callIn(folder, 'doctor');
      expect([code, err.includes('The site URL does not seem to be valid')], url).toEqual([1, true]);
      expect(err).toContain('is published at in _config.yml:1:1, as `url: https://example.com`.\n');
    }
    mkdirSync(path.join(folder, '_posts'));
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    writeFileSync(path.join(folder, '_posts/2024-01-01-a.md'), '---\ndate: never\n---\n');
    const unread = await callIn(folder, 'doctor');
    expect([unread.code, unread.err.includes("Invalid date 'never'")]).toEqual([1, true]);
    rmSync(path.join(folder, '_posts'), { recursive: true });
    writeFileSync(path.join(folder, '_config.yml'), 'title: x\n');
    writeFileSync(path.join(folder, 'a.md'), '---\npermalink: /same.html\n---\n');
    writeFileSync(path.join(folder, 'b.md'), '---\npermalink: /same.html\n---\n');
    writeFileSync(path.join(folder, 'c.md'), '---\npermalink: /Same.html\n---\n');
    const ill = await callIn(folder, 'doctor');
    expect(ill.code).toBe(1);
    expect(ill.err).toContain("           Warning: You didn't set an URL in the config file");
    expect(ill.err).toContain('          Conflict: The following destination is shared by multiple files.\n');
    expect(ill.err).toContain(' - a.md\n');
    expect(ill.err).toContain('URLs only differ by case');
    expect(ill.err).toContain('They are those of b.md, c.md: give one of them another permalink.\n');
  });

  it('look for front matter that is none, and posts without a date', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    mkdirSync(path.join(folder, '_posts/deep'), { recursive: true });
    writeFileSync(path.join(folder, '_posts/2024-01-01-a.md'), '---\ntitle: A\ntext\n');
    writeFileSync(path.join(folder, '_posts/deep/2024-01-02-b.md'), '---\ntitle: B\n---\ntext\n');
    writeFileSync(path.join(folder, '_posts/deep/later.md'), '---\ntitle: C\n---\ntext\n');
    writeFileSync(path.join(folder, 'mark.md'), '\uFEFF---\ntitle: M\n---\ntext\n');
    writeFileSync(path.join(folder, 'page.html'), '\n---\ntitle: P\n---\ntext\n');
    const { code, err } = await callIn(folder, 'doctor');
    expect(code).toBe(1);
    expect(err.match(/Warning: .*/g)).toEqual([
      'Warning: Nothing ends the front matter, so it is none. (_posts/2024-01-01-a.md)',
      'Warning: The front matter stands behind a byte order mark, so it is none. (mark.md)',
      'Warning: The front matter does not begin the file, so it is none. (page.html)',
      'Warning: The name does not begin with a date, so this is no post. (_posts/deep/later.md)',
    ]);
    expect(err).toContain('                    page.html:2:1\n');
  });

  it('look for plugins that only the Gemfile names, which no build runs', async () => {
    const warnings = async (): Promise<unknown> => (await callIn(folder, 'doctor')).err.match(/Warning: .*/g);
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\nplugins: [jekyll-sitemap]\n');
    const group =
      'group :jekyll_plugins do\ngem "jekyll-sitemap"\ngem "jekyll-feed"\ngem "jekyll-x"\ngem "jekyll-theme-x"\nend\n';
    writeFileSync(path.join(folder, 'Gemfile'), group);
    expect(await warnings()).toEqual([
      'Warning: Only the Gemfile names jekyll-feed, jekyll-x; plugins run where `plugins` names them.',
    ]);
    writeFileSync(path.join(folder, 'Gemfile'), 'gem "github-pages", "~> 228"\n');
    expect(await warnings()).toEqual(['Warning: The Gemfile has github-pages, and the configuration does not.']);
    const config = 'url: https://example.com\ncompat: "3.10"\nplugins: [github-pages]\n';
    writeFileSync(path.join(folder, '_config.yml'), config);
    expect(String(await warnings())).not.toContain('Gemfile');
  });

  it('look for front matter whose names are not quite those that count', async () => {
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    writeFileSync(
      path.join(folder, 'a.md'),
      '---\ntitle: A\nlayot: none\nsubtitle: x\nlayouts: y\n---\n{{ page.layouts }}\n',
    );
    writeFileSync(path.join(folder, 'b.md'), '---\nlayout: null\nlayot: none\ndates: [1]\npublihed: true\n---\n');
    writeFileSync(
      path.join(folder, 'c.md'),
      '---\ntitle: C\ndata: x\n---\n{% for p in site.pages %}{{ p["data"] }}{% endfor %}\n',
    );
    const { code, err } = await callIn(folder, 'doctor');
    expect(code).toBe(1);
    expect(
      err
        .split('\n')
        .filter((line) => /Warning:|^ {20}[\w/]+\.md:|Did you/.test(line))
        .map((line) => line.trim()),
    ).toEqual([
      'Warning: Nothing reads `layot` in the front matter. (a.md)',
      'a.md:3:1',
      'Did you mean layout?',
      'Warning: Nothing reads `dates` in the front matter. (b.md)',
      'b.md:4:1',
      'Did you mean date?',
      'Warning: Nothing reads `publihed` in the front matter. (b.md)',
      'b.md:5:1',
      'Did you mean published?',
    ]);
  });

  it('look for code that Liquid takes for its own', async () => {
    const code = '```html\n<b>{{ user.name }}</b>\n```\n';
    writeFileSync(path.join(folder, '_config.yml'), 'url: https://example.com\n');
    writeFileSync(path.join(folder, 'index.md'), `---\ntitle: x\n---\nText\n\n${code}`);
    writeFileSync(path.join(folder, 'raw.md'), `---\nrender_with_liquid: false\n---\n${code}`);
    writeFileSync(path.join(folder, 'page.html'), `---\n---\n${code}`);
    const { code: status, err } = await callIn(folder, 'doctor');
    expect(status).toBe(1);
    const warnings = err.split('\n').filter((line) => /Warning:|^ {20}\w/.test(line));
    expect(warnings).toEqual([
      '           Warning: Liquid prints nothing for {{ user.name }} in this code. (index.md)',
      '                    index.md:7:4',
      '                    Put {% raw %} before the code and {% endraw %} behind it, or render_with_liquid: false into the front matter.',
    ]);
  });
});
