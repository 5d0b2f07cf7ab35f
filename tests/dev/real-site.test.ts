import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { BuildResult } from '../../src/core/builder.js';
import { createPreviewServer, type PreviewServer } from '../../src/dev/server/server.js';
import { type Session, startSession } from '../../src/dev/session.js';
import { launchBrowser, requireBrowser, type TestBrowser } from './browser.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

const executablePath = requireBrowser();

const post = (title: string, text: string): string => `---\nlayout: post\ntitle: ${title}\n---\n${text}\n`;

const files = {
  '_config.yml': 'title: Real\npermalink: /:title/\n',
  '_layouts/post.html':
    '<!DOCTYPE html><html><head><link rel="stylesheet" href="/style.css"></head><body>{% include nav.html %}<h1>{{ page.title }}</h1>{{ content }}</body></html>\n',
  '_includes/nav.html': '<nav>First navigation</nav>',
  '_sass/colors.scss': '$ink: rgb(1, 1, 1);\n',
  'style.scss': '---\n---\n@use "colors";\nh1 { color: colors.$ink }\n',
  'index.html':
    '---\nlayout: post\ntitle: Home\n---\n<ul>{% for post in site.posts %}<li>{{ post.title }}</li>{% endfor %}</ul>\n',
  'old.md': '---\nlayout: none of them\n---\nA warning from the beginning.\n',
  '_posts/2020-01-01-one.md': post('One', 'Some *words* here.'),
  '_posts/2020-01-02-two.md': post('Two', 'Other words.'),
};

describe.skipIf(executablePath === undefined)('a real site in a browser', () => {
  let site: TemporarySite;
  let browser: TestBrowser;
  let server: PreviewServer;
  let session: Session;
  let home: Page;
  let one: Page;
  const builds: BuildResult[] = [];

  beforeAll(async () => {
    site = createTemporarySite(files);
    const flags = {
      source: site.folder,
      destination: path.join(site.folder, '_site'),
      serving: true,
      show_drafts: true,
    };
    server = await createPreviewServer({ destination: flags.destination, port: 0 });
    session = await startSession({
      createBuilder: () => createBuilder(flags),
      server,
      siteOf: ({ config }) => ({
        destination: config.destination,
        baseurl: String(config.values.get('baseurl') ?? ''),
      }),
      report: { changed: () => {}, built: (result) => builds.push(result), failed: (error) => console.error(error) },
    });
    browser = await launchBrowser(executablePath!);
    [home, one] = [await browser.context.newPage(), await browser.context.newPage()];
    await home.goto(server.url);
    await one.goto(new URL('one', server.url).href);
    for (const tab of [home, one]) await tab.evaluate('window.kept = 1');
    await until('both are open', () => server.openPages().length === 2);
    await new Promise((done) => setTimeout(done, 80));
  });

  afterAll(async () => {
    await browser.close();
    await session.stop();
    site.remove();
  });

  const shows = (tab: Page, text: string): Promise<void> =>
    until(text, async () => (await tab.textContent('body').catch(() => ''))?.includes(text));

  it('paints at first', async () => {
    expect(await one.textContent('h1')).toBe('One');
    expect(await home.textContent('ul')).toBe('TwoOne');
  });

  it('shows a word in a post', async () => {
    site.write('_posts/2020-01-01-one.md', post('One', 'Some *other words* here.'));
    await shows(one, 'other words here.');
    expect(builds.at(-1)?.written).toEqual(['one/index.html']);
  });

  it('shows a title, there and where it is listed', async () => {
    site.write('_posts/2020-01-01-one.md', post('Uno', 'Some *other words* here.'));
    await shows(one, 'Uno');
    await shows(home, 'Uno');
  });

  it('shows an include', async () => {
    site.write('_includes/nav.html', '<nav>Second navigation</nav>');
    for (const tab of [home, one]) await shows(tab, 'Second navigation');
  });

  it('shows a new post, and one that goes', async () => {
    site.write('_posts/2020-01-03-three.md', post('Three', 'New.'));
    await shows(home, 'ThreeTwoUno');
    const { unlinkSync } = await import('node:fs');
    unlinkSync(path.join(site.folder, '_posts/2020-01-02-two.md'));
    await shows(home, 'ThreeUno');
  });

  it('has a later warning in a corner of the page, until it is mended', async () => {
    const before = readFileSync(path.join(site.folder, '_posts/2020-01-01-one.md'), 'utf8');
    site.write('_posts/2020-01-01-one.md', before.replace('Uno', 'Uno: the first'));
    const [pill, shade] = [one.locator('utterson-overlay .pill.warning'), one.locator('utterson-overlay .shade')];
    await pill.waitFor();
    expect([await pill.textContent(), await shade.count()]).toEqual(['1 warning', 0]);
    await pill.click();
    const text = await shade.textContent();
    expect(text).toContain('Put quotes around a value that contains a colon.');
    expect(text).toContain('_posts/2020-01-01-one.md:3:11');
    expect(text).toContain('The site is built all the same.');
    site.write('_posts/2020-01-01-one.md', before);
    await shade.waitFor({ state: 'detached' });
    await shows(one, 'Uno');
    expect(await pill.count()).toBe(0);
  });

  it('shows a later warning at once where the page is gone by what it warns of', async () => {
    const dated = (title: string): string => `---\npermalink: /elsewhere/\n${title}\n---\nWords.\n`;
    site.write('_posts/2020-01-04-dated.md', dated('title: Dated'));
    const address = new URL('elsewhere/', server.url).href;
    // Not in the browser, where the page of what is not there yet reloads itself.
    await until('the page', async () => (await fetch(address)).status === 200);
    const elsewhere = await browser.context.newPage();
    await elsewhere.goto(address);
    site.write('_posts/2020-01-04-dated.md', dated('title: a: b'));
    const shade = elsewhere.locator('utterson-overlay .shade');
    await shade.waitFor();
    expect(await shade.textContent()).toContain('_posts/2020-01-04-dated.md:3:9');
    site.write('_posts/2020-01-04-dated.md', dated('title: Dated'));
    await shade.waitFor({ state: 'detached' });
    await elsewhere.close();
    rmSync(path.join(site.folder, '_posts/2020-01-04-dated.md'));
    await shows(home, 'ThreeUno');
  });

  it('marks drafts', async () => {
    site.write('_drafts/idea.md', post('Idea', 'Not yet.'));
    await shows(home, 'Idea');
    const draft = await browser.context.newPage();
    await draft.goto(new URL('idea', server.url).href);
    await draft.locator('utterson-overlay .pill.draft').waitFor();
    await draft.close();
  });

  it('shows a style sheet', async () => {
    site.write('_sass/colors.scss', '$ink: rgb(2, 2, 2);\n');
    const color = 'getComputedStyle(document.querySelector("h1")).color';
    await until('the color', async () => (await one.evaluate(color)) === 'rgb(2, 2, 2)');
  });

  it('has reloaded nothing so far, and left nothing in built files', async () => {
    for (const tab of [home, one]) expect(await tab.evaluate('window.kept')).toBe(1);
    expect(readFileSync(path.join(site.folder, '_site/index.html'), 'utf8')).not.toContain('utterson');
  });

  it('shows an error with the author’s line, and a changed configuration', async () => {
    site.write('_includes/nav.html', '<nav>\n{% nonsense %}</nav>');
    const shade = one.locator('utterson-overlay .shade');
    await shade.waitFor();
    const text = await shade.textContent();
    for (const part of ["'nonsense'", '_includes/nav.html:2:', '{% nonsense %}']) expect(text).toContain(part);
    site.write('_includes/nav.html', '<nav>{{ site.title }}</nav>');
    await shade.waitFor({ state: 'detached' });
    await shows(one, 'Real');
    site.write('_config.yml', 'title: Anew\npermalink: /:title/\n');
    await shows(one, 'Anew');
  });

  it('has files again that are taken out of the destination, when they are asked for', async () => {
    const at = (name: string): string => path.join(site.folder, '_site', name);
    // A build that goes on would write them, too.
    await session.idle();
    const before = [readFileSync(at('one/index.html')), readFileSync(at('style.css'))];
    rmSync(at('one'), { recursive: true });
    rmSync(at('style.css'));
    const count = builds.length;
    for (const url of ['one/', 'style.css']) expect((await fetch(new URL(url, server.url))).status).toBe(200);
    expect([readFileSync(at('one/index.html')), readFileSync(at('style.css'))]).toEqual(before);
    rmSync(at('one'), { recursive: true });
    expect((await fetch(new URL('one', server.url))).status).toBe(200);
    expect((await fetch(new URL('never-there', server.url))).status).toBe(404);
    // What was never there is no reason to build.
    expect(builds.length).toBe(count + 3);
  });
});
