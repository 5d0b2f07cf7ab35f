import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { SiteError } from '../../src/core/diagnostics.js';
import { createZone } from '../../src/core/time/zone.js';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';
import { createLiquidEngine } from '../../src/template/liquid-engine.js';
import { createHost, variablesOf } from '../template/site.js';
import { follow } from './follow-edits.js';
import { anySiteEdit } from './site-edits.js';

// So that a small blog has long lists.
const noted = await vi.hoisted(async () => {
  const { replaceModule } = await import('../replaced-modules.js');
  const noted = { most: 1 };
  // A number to who compares it, and another one later.
  replaceModule('render/evidence/max-noted.ts', () => ({ maxNoted: { valueOf: () => noted.most } }));
  replaceModule('template/filters/worth-keeping.ts', () => ({ worthKeeping: 1 }));
  return noted;
});

const lists = [
  '{{ site.posts | where: "title", page.title | map: "url" | join: " " }}',
  '{{ site.posts | where: "hidden", nil | map: "url" | join: " " }}',
  '{% assign other = site.pages | find: "title", "Tags" %}{{ other.url }}',
  '{% assign pages = site.pages | where: "dir", "/" | sort: "url" %}{{ pages | map: "url" | join: " " }}',
  '{% assign groups = site.documents | group_by: "title" %}{% for g in groups %}{{ g.name }}: {{ g.size }} {% endfor %}',
  '{{ site.posts | sort: "title", "last" | map: "url" | join: " " }}',
  '{{ site.posts | where_exp: "p", "p.tags contains own or p.hidden" | map: "url" | join: " " }}',
  '{% assign wanted = "B" %}{{ site.posts | where_exp: "p", "p.title == wanted" | map: "url" | join: " " }}',
  '{% assign ys = site.posts | group_by_exp: "p", "p.title | slice: 0" %}{% for y in ys %}{{ y.name }}{{ y.size }}{% endfor %}',
  '{% assign after = site.documents | find_exp: "p", "p.title > page.title" %}{{ after.url }}',
];
/** What is set before is part of what `include_cached` shows, and nothing that it sets is there afterwards. */
const cached = [
  '{% assign own = page.title %}{% include_cached own.html %}{% include_cached all.html %}<{{ left }}>',
  '{% for tag in page.tags %}{% cycle "a", "b", "c" %}{% increment n %}{% ifchanged %}{{ tag }}{% endifchanged %}{% endfor %}',
  '{% include_cached turn.html %}{% include_cached count.html %}{% include_cached changed.html %}',
].join('');
const includes = {
  '_includes/own.html': '{{ own | upcase }} {% include_cached deep.html %}',
  '_includes/deep.html': '{% assign own = own | append: "!" %}{{ own }}',
  '_includes/turn.html': '{% cycle "a", "b", "c" %}',
  '_includes/count.html': '{% increment n %}',
  '_includes/changed.html': '{% ifchanged %}x{% endifchanged %}',
  '_includes/all.html': '{% assign left = site.posts | map: "url" | join: " " %}{{ left }} {{ right }}',
};
const layout = `<html>${cached}${lists.join('\n')}{{ content }}</html>\n`;

const post = (title: string, more = ''): string => `---\ntitle: ${title}\nlayout: base\n${more}---\nText.\n`;
const [a, b, c] = ['_posts/2024-01-01-a.md', '_posts/2024-01-02-b.md', '_posts/2024-01-03-c.md'];

it.each([1, 64])('a list that all pages show is made again once anything in it changes (%i noted)', async (most) => {
  noted.most = most;
  const edits = [
    // What a page counted before is for it alone.
    { path: c, text: post('B', 'tags: [y, x]\n') },
    // The page that asked second, for which the lists were made that the others show too.
    { path: b, text: post('0') },
    { path: c, text: post('A') },
    { path: a, text: post('B') },
    { path: b, text: post('B', 'hidden: true\n') },
    { path: a, text: post('Z') },
    { path: c, text: post('Y') },
    { path: 'tags.html', text: '---\ntitle: Other\n---\n' },
    { path: 'list.html', text: '---\ntitle: Tags\n---\n' },
    { path: b, text: null },
    { path: 'about.md', text: post('A', 'permalink: /a/\n') },
    { path: 'about.md', text: post('A', 'permalink: /z/\n') },
  ];
  await follow(edits, {
    ...includes,
    '_layouts/base.html': layout,
    [a]: post('A', 'tags: [x]\n'),
    [b]: post('C'),
    [c]: post('B'),
  });
});

it('lists that are kept from page to page are those of the newest site', async () => {
  const edits = fc.array(anySiteEdit, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(edits, fc.constantFrom(1, 64), (made, most) => {
      noted.most = most;
      return follow(
        made.filter(({ path }) => path !== '_layouts/base.html'),
        { ...includes, '_layouts/base.html': layout },
      );
    }),
    { endOnFailure: false, numRuns: Number(process.env.SEQUENCES ?? 15) },
  );
}, 3_600_000);

it('filters give of a list for the second and third time what Ruby gives', () => {
  const zone = 'Europe/Berlin';
  const host = createHost(`{timezone: ${zone}}`);
  const engine = createLiquidEngine({ zone: createZone(zone), now: () => host.now() });
  const stored = readFileSync(new URL('../template/fuzz/kept.json', import.meta.url), 'utf8');
  const cases = JSON.parse(stored) as { data: string; template: string; expected: string }[];
  const ofLists = cases.filter(({ template }) => /\| (?:where|find|sort|group_by)/.test(template));
  expect(ofLists.length).toBeGreaterThan(50);
  for (const { data, template, expected } of ofLists) {
    const variables = variablesOf(host).set('d', parseYaml(data, { path: 'data' }));
    const render = (): string => {
      try {
        return engine.render({ path: 'case', text: template, line: 1 }, { host, variables });
      } catch (error) {
        if (error instanceof SiteError) return '!error';
        throw error;
      }
    };
    const wanted = expected.replace(/^!error[\s\S]*/, '!error');
    expect([render(), render(), render()], `${template} of ${data}`).toEqual([wanted, wanted, wanted]);
  }
});
