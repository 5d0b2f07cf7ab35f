import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPreviewServer, type PreviewOptions, type PreviewServer } from '../../src/dev/server/server.js';
import { type Session, startSession } from '../../src/dev/session.js';
import { launchBrowser, requireBrowser, type TestBrowser } from './browser.js';
import { createFakeBuilder, type FakeBuilder } from './fake-builder.js';
import { createTemporarySite, type TemporarySite, until } from './temporary-site.js';

const executablePath = requireBrowser();

function page(body: string, head = ''): string {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Page</title><link rel="stylesheet" href="style.css">${head}</head>
<body>
${body}
</body></html>
`;
}

const lines = Array.from({ length: 120 }, (_, index) => `<p>line ${index}</p>`).join('\n');
const files = {
  '_config.yml': 'title: x',
  'index.html': page(`<h1>First</h1>\n<input id="name">\n${lines}`),
  'other.html': page('<h1>Other</h1>'),
  'scripted.html': page(`<h1>Scripted</h1>\n${lines}\n<script>document.body.append("made by a script")</script>`),
  'style.css': 'h1 { color: rgb(1, 1, 1) }',
};

/** An expression for all nodes of a document, but for what the preview shows over it. */
function nodesOf(tree: string): string {
  return `(() => {
    const textOf = (node) =>
      node.localName === 'utterson-overlay' ? '' : '(' + node.nodeName + ' ' + node.nodeValue + [...node.childNodes].map(textOf).join('') + ')';
    const shown = ${tree};
    return shown.compatMode + textOf(shown);
  })()`;
}

interface Preview {
  readonly site: TemporarySite;
  readonly server: PreviewServer;
  readonly session: Session;
  readonly builder: FakeBuilder;
  stop(): Promise<void>;
}

const running: Preview[] = [];

async function preview(options: Partial<PreviewOptions> = {}): Promise<Preview> {
  const site = createTemporarySite(files);
  const destination = path.join(site.folder, '_site');
  const builder = createFakeBuilder(site.folder, destination, { baseurl: options.baseurl });
  const server = await createPreviewServer({ destination, port: 0, ...options });
  const session = await startSession({
    createBuilder: async () => builder,
    server,
    report: { changed: () => {}, built: () => {}, failed: (error) => console.error(error) },
  });
  const made = { site, server, session, builder, stop: () => session.stop() };
  running.push(made);
  return made;
}

describe.skipIf(executablePath === undefined)('the preview in a browser', () => {
  let browser: TestBrowser;
  let context: BrowserContext;

  beforeAll(async () => {
    browser = await launchBrowser(executablePath!);
    context = browser.context;
  });

  afterEach(async () => {
    for (const each of context.pages()) await each.close();
    for (const each of running.splice(0)) {
      await each.stop();
      each.site.remove();
    }
  });

  afterAll(() => browser.close());

  async function open(url: string): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(url);
    await tab.evaluate('window.kept = 1');
    return tab;
  }

  const headingOf = (tab: Page): Promise<string | null> => tab.textContent('h1');
  const isKept = (tab: Page): Promise<boolean> => tab.evaluate('window.kept === 1');
  const colorOf = (tab: Page): Promise<string> => tab.evaluate('getComputedStyle(document.querySelector("h1")).color');
  /** The server knows of the tab, and the tab what it was built from. */
  const connected = (made: Preview, name: string): Promise<void> =>
    until(`${name} is open`, () => made.server.openPages().includes(name)).then(
      () => new Promise((done) => setTimeout(done, 60)),
    );

  it('shows the site and then an edit, without a reload', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    expect(await headingOf(tab)).toBe('First');
    expect(await tab.content()).not.toContain('data-utterson');
    await connected(made, 'index.html');
    made.site.write('index.html', files['index.html'].replace('First', 'Second'));
    await until('the edit', async () => (await headingOf(tab)) === 'Second');
    expect(await isKept(tab)).toBe(true);
    expect(made.builder.calls.at(-1)?.first).toEqual(['index.html']);
  });

  it('keeps scroll, focus and what is typed', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    await tab.fill('#name', 'typed');
    await tab.evaluate('scrollTo(0, 1500)');
    made.site.write(
      'index.html',
      files['index.html'].replace('<p>line 3</p>', '<p>line <b>three</b></p><p>and more</p>'),
    );
    await until('the edit', async () => (await tab.$('b')) !== null);
    expect(await tab.evaluate('[document.activeElement.id, document.activeElement.value]')).toEqual(['name', 'typed']);
    expect(await tab.evaluate('scrollY')).toBeGreaterThan(1400);
  });

  it.each([
    ['a page', page('<h1>First</h1>')],
    [
      'blanks and comments around',
      page('<h1>First</h1>')
        .replace('<html>', '<!-- a -->\n<html>\n\n<!-- b -->')
        .replace('<body>', '<!-- c -->\n\n<body>'),
    ],
    ['comments behind', `${page('<h1>First</h1>').replace('</html>', '<!-- d -->\n</html>')}<!-- e -->\n`],
    ['neither head nor body', '<!DOCTYPE html>\n<!-- a -->\n<title>x</title>\n<h1>First</h1>\n'],
    ['no doctype', '\n<!-- a -->\n<h1>First</h1>'],
    ['a byte order mark', '\ufeff<h1>First</h1>'],
  ])('makes of any page the same as a reload: %s', async (_name, html) => {
    const made = await preview();
    made.site.write('shape.html', html);
    await until('the page', () => made.builder.calls.length > 1);
    await made.session.idle();
    const tab = await open(new URL('shape', made.server.url).href);
    const others = [html.replace('First', 'Second'), page('<h1>Third</h1>'), html.replace('First', 'Fourth')];
    for (const [index, other] of others.entries()) {
      await connected(made, 'shape.html');
      made.site.write('shape.html', other);
      await until(
        'the edit',
        async () => (await headingOf(tab).catch(() => '')) === ['Second', 'Third', 'Fourth'][index],
      );
      if (index === 0 || html.includes('DOCTYPE')) expect(await isKept(tab)).toBe(true);
      // A page that was loaded again shows before its script runs, which takes itself away.
      await until('the script', async () => !(await tab.content()).includes('data-utterson'));
      expect(await tab.evaluate(nodesOf('document'))).toBe(
        await tab.evaluate(
          nodesOf(`new DOMParser().parseFromString(${JSON.stringify(other.replace('\ufeff', ''))}, 'text/html')`),
        ),
      );
    }
  });

  it('shows edits in what browsers leave alone', async () => {
    const made = await preview();
    const aside = (word: string): string =>
      page(`<h1>${word}</h1><noscript><img alt="${word}"></noscript><template><p>First</p></template>`);
    made.site.write('aside.html', aside('First'));
    await until('the page', () => made.builder.calls.length > 1);
    await made.session.idle();
    const tab = await open(new URL('aside', made.server.url).href);
    await connected(made, 'aside.html');
    made.site.write('aside.html', aside('Second'));
    await until('the edit', async () => (await headingOf(tab)) === 'Second');
    expect(await tab.textContent('noscript')).toBe('<img alt="Second">');
    expect(await isKept(tab)).toBe(true);
    made.site.write('aside.html', aside('Second').replace('<p>First', '<p>Third'));
    const inside = 'document.querySelector("template").innerHTML';
    await until('the template', async () => (await tab.evaluate(inside).catch(() => '')) === '<p>Third</p>');
  });

  it('reloads a page that scripts have changed, scroll kept', async () => {
    const made = await preview();
    const tab = await open(new URL('scripted', made.server.url).href);
    await connected(made, 'scripted.html');
    await tab.evaluate('scrollTo(0, 1500)');
    made.site.write('scripted.html', files['scripted.html'].replace('Scripted', 'Anew'));
    await until('the edit', async () => (await headingOf(tab).catch(() => '')) === 'Anew');
    expect(await isKept(tab)).toBe(false);
    expect(await tab.textContent('body')).toContain('made by a script');
    await until('the scroll', async () => (await tab.evaluate('scrollY')) === 1500);
  });

  it('swaps a style sheet; JavaScript variables survive', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    for (const color of ['rgb(2, 2, 2)', 'rgb(3, 3, 3)']) {
      made.site.write('style.css', `h1 { color: ${color} }`);
      await until('the style', async () => (await colorOf(tab)) === color);
    }
    expect(await isKept(tab)).toBe(true);
    await until('one sheet', () => tab.evaluate('document.styleSheets.length === 1'));
    made.site.write('index.html', files['index.html'].replace('First', 'Second'));
    await until('the edit', async () => (await headingOf(tab)) === 'Second');
    expect(await isKept(tab)).toBe(true);
  });

  it('leaves other pages alone; two tabs each show theirs', async () => {
    const made = await preview();
    const [one, two] = [await open(made.server.url), await open(new URL('other', made.server.url).href)];
    await connected(made, 'index.html');
    await connected(made, 'other.html');
    await two.evaluate('document.querySelector("h1").textContent = "touched"');
    made.site.write('index.html', files['index.html'].replace('First', 'Second'));
    await until('the edit', async () => (await headingOf(one)) === 'Second');
    expect([await headingOf(two), await isKept(two)]).toEqual(['touched', true]);
    const third = await open(made.server.url);
    await until('two of one page', () => made.server.openPages().length === 2);
    await new Promise((done) => setTimeout(done, 60));
    made.site.write('index.html', files['index.html'].replace('First', 'Third'));
    for (const tab of [one, third]) await until('the edit', async () => (await headingOf(tab)) === 'Third');
  });

  it('has room for more windows and frames than a browser opens connections', async () => {
    const made = await preview();
    const frames = Array.from({ length: 8 }, (_, index) => `<iframe src="other.html?${index}"></iframe>`);
    made.site.write('frames.html', page(frames.join('')));
    await until('the page', () => made.builder.calls.length > 1);
    await made.session.idle();
    const framing = await open(new URL('frames', made.server.url).href);
    const other = await open(made.server.url);
    made.site.write('other.html', files['other.html'].replace('Other', 'Else'));
    made.site.write('index.html', files['index.html'].replace('First', 'Second'));
    for (const frame of framing.frames().slice(1))
      await until('the edit in a frame', async () => (await frame.textContent('h1')) === 'Else');
    await until('the edit', async () => (await headingOf(other)) === 'Second');
    expect(await isKept(framing)).toBe(true);
    expect(await isKept(other)).toBe(true);
  });

  it('shows an error over the last good page, and it goes when mended', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    made.site.write('index.html', files['index.html'].replace('First', 'BROKEN'));
    const shade = tab.locator('utterson-overlay .shade');
    await shade.waitFor();
    const text = await shade.textContent();
    for (const part of [
      "Unknown tag 'BROKEN'",
      'index.html:4:5',
      '<h1>BROKEN</h1>',
      '_layouts/post.html:3:5',
      'MENDED?',
    ]) {
      expect(text).toContain(part);
    }
    const link = await tab.locator('utterson-overlay .place a').getAttribute('href');
    expect(link).toBe(`vscode://file${path.join(made.site.folder, 'index.html')}:4:5`);
    expect(await headingOf(tab)).toBe('First');
    await tab.keyboard.press('Escape');
    await shade.waitFor({ state: 'detached' });
    await tab.locator('utterson-overlay .pill.problem').click();
    await shade.waitFor();
    made.site.write('index.html', files['index.html'].replace('First', 'Mended'));
    await shade.waitFor({ state: 'detached' });
    await until('the edit', async () => (await headingOf(tab)) === 'Mended');
    expect(await isKept(tab)).toBe(true);
  });

  it('shows an error to a page opened later, and a page that comes to be', async () => {
    const made = await preview();
    made.site.write('index.html', files['index.html'].replace('First', 'BROKEN'));
    await until('the build', () => made.builder.calls.length > 1);
    await made.session.idle();
    const tab = await open(new URL('later', made.server.url).href);
    await tab.locator('utterson-overlay .shade').waitFor();
    made.site.write('index.html', files['index.html']);
    await tab.locator('utterson-overlay .shade').waitFor({ state: 'detached' });
    expect(await headingOf(tab)).toContain('There is no page');
    made.site.write('later.html', page('<h1>Here</h1>'));
    await until('the page', async () => (await headingOf(tab).catch(() => '')) === 'Here');
  });

  it('has an error in a page from the start, whatever the channel does', async () => {
    const made = await preview();
    const address = new URL('other', made.server.url).href;
    const before = await (await fetch(address)).text();
    made.site.write('index.html', files['index.html'].replace('First', 'BROKEN'));
    await until('the build', () => made.builder.calls.length > 1);
    await made.session.idle();
    const tab = await context.newPage();
    const noClient = '**/client.js';
    await tab.route(noClient, (route) => route.abort());
    await tab.goto(address);
    expect(await tab.locator('utterson-overlay .message').textContent()).toBe("Unknown tag 'BROKEN'");
    expect(await tab.evaluate('document.querySelectorAll("[data-problems]").length')).toBe(0);
    await tab.unroute(noClient);
    await tab.reload();
    await connected(made, 'other.html');
    expect(await tab.locator('utterson-overlay .shade').count()).toBe(1);
    made.site.write('index.html', files['index.html']);
    await tab.locator('utterson-overlay .shade').waitFor({ state: 'detached' });
    expect(await (await fetch(address)).text()).toBe(before);
  });

  it('does not tell of what is to be ignored', async () => {
    const made = await preview({ ignored: ['other.html', '*.css'] });
    const tab = await open(new URL('other', made.server.url).href);
    await connected(made, 'other.html');
    made.site.write('style.css', 'h1 { color: rgb(2, 2, 2) }');
    made.site.write('other.html', files['other.html'].replace('Other', 'Else'));
    await until('the build', () => made.builder.calls.length > 1);
    await made.session.idle();
    await new Promise((done) => setTimeout(done, 200));
    expect([await headingOf(tab), await colorOf(tab)]).toEqual(['Other', 'rgb(1, 1, 1)']);
  });

  it('marks drafts', async () => {
    const made = await preview();
    made.site.write('draft.html', page('<h1>DRAFT</h1>'));
    await until('the build', () => made.builder.calls.length > 1);
    await made.session.idle();
    const tab = await open(new URL('draft', made.server.url).href);
    await tab.locator('utterson-overlay .pill.draft').waitFor();
    expect(readFileSync(path.join(made.site.folder, '_site/draft.html'), 'utf8')).toBe(page('<h1>DRAFT</h1>'));
  });

  it('comes back after the server was away, and catches up', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    await made.stop();
    await tab.locator('utterson-overlay .pill.lost').waitFor();
    made.site.write('index.html', files['index.html'].replace('First', 'Meanwhile'));
    made.site.write('style.css', 'h1 { color: rgb(4, 4, 4) }');
    const { folder } = made.site;
    const destination = path.join(folder, '_site');
    const server = await createPreviewServer({ destination, port: made.server.port });
    const session = await startSession({
      createBuilder: async () => createFakeBuilder(folder, destination),
      server,
      report: { changed: () => {}, built: () => {}, failed: () => {} },
    });
    await until('the edit', async () => (await headingOf(tab).catch(() => '')) === 'Meanwhile', 10_000);
    await tab.locator('utterson-overlay .pill.lost').waitFor({ state: 'detached' });
    await until('the style', async () => (await colorOf(tab)) === 'rgb(4, 4, 4)');
    await session.stop();
  });

  it('shows what came to be while a page had no connection', async () => {
    const made = await preview();
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    await tab.evaluate('dispatchEvent(new Event("pagehide"))');
    await until('nobody is connected', () => made.server.openPages().length === 0);
    made.site.write('style.css', 'h1 { color: rgb(5, 5, 5) }');
    await until('the build', () => made.builder.calls.length > 1);
    await made.session.idle();
    await tab.evaluate('dispatchEvent(new Event("online"))');
    await until('the style', async () => (await colorOf(tab)) === 'rgb(5, 5, 5)');
    expect(await isKept(tab)).toBe(true);
  });

  it.each([
    ['under baseurl', { baseurl: '/blog' }],
    [
      'over HTTPS',
      {
        tls: {
          cert: readFileSync(new URL('./fixtures/cert.pem', import.meta.url), 'utf8'),
          key: readFileSync(new URL('./fixtures/key.pem', import.meta.url), 'utf8'),
        },
      },
    ],
  ])('works %s', async (_name, options) => {
    const made = await preview(options);
    const tab = await open(made.server.url);
    await connected(made, 'index.html');
    made.site.write('index.html', files['index.html'].replace('First', 'Second'));
    await until('the edit', async () => (await headingOf(tab)) === 'Second');
    made.site.write('style.css', 'h1 { color: rgb(9, 9, 9) }');
    await until('the style', async () => (await colorOf(tab)) === 'rgb(9, 9, 9)');
    expect(await isKept(tab)).toBe(true);
  });
});
