import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBuilder } from '../../src/build.js';
import type { Builder, BuildResult } from '../../src/core/builder.js';
import { KramdownPreset } from '../../src/markdown/kramdown/preset.js';
import { readTree } from './site-edits.js';

const post = (text: string): string => `---\n---\nBegin *of* ${text}\n\nThe *rest*.\n`;
const files: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Made\n',
  'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  '_posts/2024-01-01-plain.md': post('plain'),
  '_posts/2024-01-02-liquid.md': post('{{ site.title }}'),
  '_posts/2024-01-03-warned.md': post('unknown').concat('\n```nolanguage\nx\n```\n'),
  '_posts/2024-01-04-odd.md': post('odd').concat('\n[^a]: nobody\n'),
  'page.md': post('a page'),
};

let folder: string;
let builder: Builder;
let converted: string[];

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** Another builder in the place of the one that is there, as a preview has it. */
async function remake(config: string): Promise<BuildResult> {
  write('_config.yml', config);
  const next = await createBuilder(flags('_site'), undefined, builder);
  await builder.close();
  builder = next;
  converted = [];
  const result = await builder.build();
  expect(result.ok).toBe(true);
  return result;
}

const flags = (name: string): Record<string, unknown> => ({
  source: folder,
  destination: join(folder, name),
  disable_disk_cache: true,
});

/** That all is, and was said, as in a clean build. */
async function expectClean({ diagnostics }: BuildResult): Promise<void> {
  const before = converted;
  converted = [];
  const clean = await createBuilder(flags('_clean'));
  const result = await clean.build();
  await clean.close();
  converted = before;
  expect(diagnostics).toEqual(result.diagnostics);
  expect(readTree(join(folder, '_site'))).toEqual(readTree(join(folder, '_clean')));
  rmSync(join(folder, '_clean'), { recursive: true });
}

const render = KramdownPreset.prototype.render;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utterson-made-'));
  for (const [name, text] of Object.entries(files)) write(name, text);
  vi.spyOn(KramdownPreset.prototype, 'render').mockImplementation(function (this: KramdownPreset, text, lead) {
    converted.push(text);
    return render.call(this, text, lead);
  });
  converted = [];
  builder = await createBuilder(flags('_site'));
  await builder.build();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await builder.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What was converted, by the word that tells it, each once. */
const words = (): string[] => [...new Set(converted.map((text) => /of\*? (\w*)/.exec(text)![1]!))].sort();

describe('a builder in the place of another one', () => {
  it('converts no text again that had no warnings', async () => {
    expect(words()).toEqual(['Made', 'a', 'odd', 'plain', 'unknown']);
    const result = await remake('title: Made\nexclude: [none]\n');
    expect(words()).toEqual(['Made', 'unknown']);
    await expectClean(result);
    await expectClean(await remake('title: Made\npermalink: pretty\n'));
    expect(words()).toEqual(['Made', 'unknown']);
  });

  it.each([
    'kramdown: {header_offset: 1}',
    'markdown: GFM',
    'markdown: CommonMark',
    'highlighter: none',
    'kramdown: {smart_quotes: "apos,apos,quot,quot"}',
  ])('converts all with other settings for Markdown: %s', async (settings) => {
    const result = await remake(`${settings}\n`);
    if (!settings.startsWith('markdown')) expect(words()).toContain('plain');
    await expectClean(result);
    await expectClean(await remake('title: Made\n'));
    expect(words()).toContain('plain');
  });

  it('says what is odd in a text once that is asked for', async () => {
    const result = await remake('kramdown: {show_warnings: true}\n');
    expect(result.diagnostics.map(({ code }) => code)).toContain('markdown/warning');
    await expectClean(result);
    await expectClean(await remake('kramdown: {show_warnings: true}\nexclude: [none]\n'));
    expect(words()).not.toContain('plain');
    expect(words()).toContain('odd');
  });

  it('takes nothing that a plugin has changed, and has the next one change what it takes', async () => {
    const hook = (word: string): string => `export default { name: 'shout',
      hooks: { 'documents:post_convert'(page) { page.content = page.content.replace('plain', '${word}'); } } };\n`;
    for (const word of ['PLAIN', 'LOUD']) {
      write('_plugins/shout.js', hook(word));
      await expectClean(await remake('title: Made\n'));
      expect(readTree(join(folder, '_site'))['2024/01/01/plain.html']).toContain(word);
    }
    rmSync(join(folder, '_plugins'), { recursive: true });
    await expectClean(await remake('title: Made\n'));
    expect(words()).toContain('plain');
  });

  it('converts texts that are others meanwhile, and those that it has no more', async () => {
    write('page.md', post('another page').replace('rest', 'end'));
    const result = await remake('title: Made\nexclude: [none]\n');
    expect(words()).toContain('another');
    await expectClean(result);
    write('page.md', post('a page'));
    await expectClean(await builder.build({ changed: [join(folder, 'page.md')] }));
  });

  it('reads nothing for texts that an earlier process made', async () => {
    await builder.close();
    // What was just written may change again without its time telling, so that nothing of it is saved.
    for (const name of Object.keys(files)) utimesSync(join(folder, name), 1e9, 1e9);
    const cached = { ...flags('_site'), disable_disk_cache: false };
    for (let process = 0; process < 2; process++) {
      if (process > 0) await builder.close();
      builder = await createBuilder(cached);
      expect((await builder.build()).ok).toBe(true);
    }
    for (const name of ['_posts/2024-01-01-plain.md', 'page.md']) rmSync(join(folder, name));
    await expectClean(await remake('title: Made\nexclude: [none]\n'));
  });
});
