import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { makeEdit, makeFolder, readTree } from './site-edits.js';

/** Parts of a site of which there may be nothing, each seen as a whole. */
const wholes = [
  ...['site.data', 'site.posts', 'site.notes', 'site.tags', 'site.categories', 'site.static_files', 'site.documents'],
  ...['site.html_files', 'site.html_pages', 'site.collections', 'site.related_posts', 'site.data.x', 'site.mood'],
  ...['site.data.deep', 'site.tags.a', 'site.posts.first.tags'],
];
const looks: readonly ((whole: string) => string)[] = [
  (whole) => `{{ ${whole} | jsonify }}`,
  (whole) => `{{ ${whole} | inspect }}`,
  (whole) => `{{ ${whole} | size }}`,
  (whole) => `{{ ${whole}.size }}`,
  (whole) => `{{ ${whole} }}`,
  (whole) => `{% if ${whole} == empty %}none{% endif %}`,
  (whole) => `{% if ${whole} == nil %}nil{% endif %}`,
  (whole) => `{% if ${whole} contains "x" %}x{% endif %}`,
  (whole) => `{% for each in ${whole} %}{{ forloop.length }}{% else %}none{% endfor %}`,
  (whole) => `{% assign first = ${whole} | first %}{{ first | jsonify | size }}`,
  (whole) => `{{ ${whole} | last | jsonify | size }}`,
  (whole) => `{{ ${whole} | default: "by default" | jsonify | size }}`,
  (whole) => `{{ ${whole} | where_exp: "each", "each" | size }}`,
];
const page = (text: string): string => `---\n---\n${text}\n`;
const pages = wholes.flatMap((whole, row) =>
  looks.map((look, column) => [`p/${row}-${column}.txt`, page(look(whole))] as const),
);
const names = wholes.map((whole, row) => [
  `p/${row}.njk`,
  page(`{{ ${whole} | length }}{% if ${whole} %}!{% endif %}`),
]);
const parts: Readonly<Record<string, string>> = {
  '_data/x.yml': '- a: 1\n',
  '_data/deep/y.yml': 'b: 2\n',
  '_posts/2020-01-01-a.md': '---\ntags: [a]\ncategories: [b]\n---\nWords.\n',
  '_notes/n.md': page('Words.'),
  'x/static.txt': 'Words.',
  'x/static.html': 'Words.',
  'x/page.html': page('Words.'),
};

it('what a template sees of a part of a site follows whether there is anything of it', async () => {
  const config = 'collections: {notes: {output: true}}\nexclude: [_clean, _site]\n';
  const { folder, remove } = makeFolder({ '_config.yml': config, ...Object.fromEntries([...pages, ...names]) });
  const builder = await createBuilder({ source: folder, destination: join(folder, '_site') });
  const expectClean = async (changed?: readonly string[]): Promise<void> => {
    const { diagnostics } = await builder.build({ ...(changed && { changed }) });
    expect(diagnostics).toEqual([]);
    const clean = await createBuilder({ source: folder, destination: join(folder, '_clean') });
    expect((await clean.build()).ok).toBe(true);
    await clean.close();
    expect(readTree(join(folder, '_site'))).toEqual(readTree(join(folder, '_clean')));
    rmSync(join(folder, '_clean'), { recursive: true });
  };
  try {
    await expectClean();
    await expectClean(Object.entries(parts).flatMap(([path, text]) => makeEdit(folder, { path, text })));
    for (const name of ['_data', '_posts', '_notes', 'x']) rmSync(join(folder, name), { recursive: true });
    await expectClean();
  } finally {
    await builder.close();
    remove();
  }
});
