import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callIn, temporaryFolder } from './call.js';

let folder: string;
let remove: () => void;

beforeEach(() => {
  [folder, remove] = temporaryFolder();
  write('_config.yml', 'url: https://example.org\nbaseurl: /blog\n');
});
afterEach(() => remove());

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** What was said of broken links, without the author's lines. */
const said = (err: string): string[] => err.split('\n').filter((line) => /^ {20}[^ >]/.test(line));

test('a site whose links all lead somewhere', async () => {
  write('index.md', '---\n---\n# Top\n\n[a](about.html#us) [b](https://example.net) [c](#top-2)\n{: #top-2}\n');
  write('about.html', '---\n---\n<h1 id="us">Us</h1> <a href="{{ "/" | relative_url }}">');
  const { code, out, err } = await callIn(folder, 'check');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(
    '             Links: Looked at 3 links on 2 pages; none is broken. Not followed: 1 link to other sites.\n',
  );
});

test('with --strict, warnings of the build fail it, and links are looked at all the same', async () => {
  write('index.md', '---\nlayout: none_of_that_name\n---\n[a](nowhere.html)\n');
  const { code, err } = await callIn(folder, 'check', '--strict');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/Build Warning: [\s\S]*which --strict[\s\S]*Broken link: nowhere/),
  ]);
  write('nowhere.html', '');
  expect((await callIn(folder, 'check', '--strict')).code).toBe(1);
  expect((await callIn(folder, 'check')).code).toBe(0);
});

test('each broken link is named at its place in the sources', async () => {
  write('index.md', '---\n---\n# Top\n\n[a](abuot.html), [b](#tpo), [c](/about.html)\n');
  write('about.html', '---\nlayout: page\n---\n<p>About</p>');
  write('second.html', '---\nlayout: page\n---\n<img src="{{ "none" | append: ".png" }}">');
  write('static.html', '<a href="/blog/files">\n');
  write('files/a.txt', 'x');
  write(
    '_layouts/page.html',
    '<nav>\n{% for item in site.data.nav %}<a href="/blog{{ item }}">{% endfor %}</nav>{{ content }}',
  );
  write('_data/nav.yml', '- /second.html\n- /third.html\n');
  const { code, err } = await callIn(folder, 'check');
  expect(code).toBe(1);
  expect(err.split('\n').filter((line) => line.startsWith('       Broken link: '))).toEqual([
    '       Broken link: /blog/third.html (in <a>) leads to no file of the site. (_data/nav.yml)',
    '       Broken link: abuot.html (in <a>) leads to no file of the site. (index.md)',
    '       Broken link: #tpo leads to a page (index.html) that has nothing of that id. (index.md)',
    '       Broken link: /about.html is outside the site, whose baseurl it does not begin with. (index.md)',
    '       Broken link: none.png (in <img>) leads to no file of the site. (second.html)',
    '       Broken link: /blog/files is a folder without an index. (static.html)',
  ]);
  expect(said(err)).toEqual([
    '                    _data/nav.yml:2:3',
    '                    It is on 2 pages, about.html first.',
    '                    index.md:5:5',
    '                    Did you mean /blog/about.html?',
    '                    index.md:5:22',
    '                    Did you mean #top?',
    '                    index.md:5:33',
    '                    Write {{ "/about.html" | relative_url }}, which puts /blog before it.',
    '                    static.html:1:10',
  ]);
  expect(err).toMatch(/ {13}Links: Looked at 9 links on 4 pages; 7 broken\.\n$/);
});

test('what style sheets load', async () => {
  write('css/main.scss', '---\n---\n@use "part";\nh1 { background: url("../img/logo.png") }\n');
  write('_sass/_part.scss', 'p {\n  background: url("/blog/img/logo.png"), url(none.png);\n}\n');
  write('css/plain.css', '@import "main.css";\na { src: url(nowhere.woff#x) }\n');
  write('img/logo.png', '');
  write('index.html', '<link rel="stylesheet" href="css/main.css">\n<p style="background: url(no.png)">\n');
  const { code, err } = await callIn(folder, 'check');
  expect(code).toBe(1);
  expect(err.match(/Broken link: .*/g)).toEqual([
    'Broken link: none.png leads to no file of the site. (_sass/_part.scss)',
    'Broken link: nowhere.woff#x leads to no file of the site. (css/plain.css)',
    'Broken link: no.png (in <p>) leads to no file of the site. (index.html)',
  ]);
  expect(said(err)).toEqual([
    '                    _sass/_part.scss:2:46',
    '                    css/plain.css:2:14',
    '                    index.html:2:27',
  ]);
  expect(err).toMatch(/Links: Looked at 7 links on 1 page and in 2 style sheets; 3 broken\.\n$/);
});

test('a baseurl in other letters is as browsers ask for it', async () => {
  write('_config.yml', 'url: https://example.org\nbaseurl: /блог/\n');
  write('index.md', '---\n---\n[a]({{ "/index.html" | relative_url }}) [b](/блог/index.html) [c](/блог/none.html)\n');
  const { code, err } = await callIn(folder, 'check');
  expect(code).toBe(1);
  expect(err.match(/Broken link: .*/g)).toEqual([
    'Broken link: /блог/none.html (in <a>) leads to no file of the site. (index.md)',
  ]);
  expect(said(err)).toContain('                    index.md:3:67');
});

test('URLs may be excepted', async () => {
  write('index.md', '---\n---\n[a](/none/of/these) [b](x.html)\n');
  expect((await callIn(folder, 'check', '--except', '/none/*,x.html')).code).toBe(0);
  expect((await callIn(folder, 'check', '--except', '/none/*')).code).toBe(1);
});

test('a site that cannot be built is not checked', async () => {
  write('index.md', '---\n---\n{% nothing %} [a](/none)\n');
  const { code, err } = await callIn(folder, 'check');
  expect(code).toBe(1);
  expect(err).toContain("Unknown tag 'nothing'");
  expect(err).not.toContain('Broken link');
});
