import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { profileReport } from '../../src/cli/printing/profile-report.js';

const folder = mkdtempSync(join(tmpdir(), 'utterson-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site: Readonly<Record<string, string>> = {
  '_layouts/default.html': '{% include nav.html %}{% include title.html %}{{ content }}',
  '_includes/nav.html': '<nav>{{ site.title }}</nav>',
  '_includes/title.html': '{{ page.title }}',
  'one.html': '---\ntitle: One\nlayout: default\n---\n{{ 1 | plus: 1 }}',
  'two.html': '---\ntitle: Second\nlayout: default\n---\nplain',
};

it('counts every render of a template, its bytes, and the includes that look at nothing of the page', async () => {
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const made = [];
  // What an earlier build left is not used: all of the work is to be seen.
  for (let times = 0; times < 2; times++) {
    const builder = await createBuilder({ source: folder, destination: join(folder, '_site'), profile: true });
    made.push((await builder.build()).profile!);
    await builder.close();
  }
  for (const profile of made) {
    const counts = profile.templates.map(({ path, count, bytes, isConstant }) => [path, count, bytes, isConstant]);
    expect(counts.sort()).toEqual([
      ['_includes/nav.html', 2, 22, true],
      ['_includes/title.html', 2, 9, false],
      ['_layouts/default.html', 2, 37, false],
      ['one.html', 1, 1, false],
    ]);
    expect(profile.pages.map(([path]) => path).sort()).toEqual(['one.html', 'two.html']);
    expect(profile.phases.map(([name]) => name)).toEqual(['RESET', 'READ', 'GENERATE', 'RENDER', 'CLEANUP', 'WRITE']);
  }
});

it('prints the tables as Jekyll draws them', () => {
  const report = profileReport({
    phases: [
      ['RESET', 0.4],
      ['READ', 1848.4],
    ],
    templates: [
      { path: 'robots.txt', count: 1, bytes: 41, milliseconds: 1, isConstant: false },
      { path: '_includes/nav.html', count: 100, bytes: 103_557, milliseconds: 1053, isConstant: true },
    ],
    pages: [['index.html', 12.5]],
  });
  expect(report.split('\n')).toEqual([
    '',
    'Build Process Summary: ',
    '',
    '| PHASE      |   TIME |',
    '+------------+--------+',
    '| RESET      | 0.0004 |',
    '| READ       | 1.8484 |',
    '| TOTAL TIME | 1.8488 |',
    ' ',
    '',
    'Site Render Stats: ',
    '',
    '| Filename            | Count |   Bytes |  Time |',
    '+---------------------+-------+---------+-------+',
    '| _includes/nav.html  |   100 | 101.13K | 1.053 |',
    '| robots.txt          |     1 |   0.04K | 0.001 |',
    '| TOTAL (for 2 files) |   101 | 101.17K | 1.054 |',
    ' ',
    '',
    'Slowest Pages: ',
    '',
    '| Page       |  Time |',
    '+------------+-------+',
    '| index.html | 0.013 |',
    ' ',
    '',
    'Includes That Look at Nothing of the Page: ',
    '',
    '| Filename           | Count | Could Save |',
    '+--------------------+-------+------------+',
    '| _includes/nav.html |   100 |      1.042 |',
    ' ',
    '',
  ]);
});
