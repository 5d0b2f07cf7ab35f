import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBuilder } from '../../src/build.js';
import { hintOfRubyTag } from '../../src/plugins/ruby-plugins.js';
import { createConfig } from './helpers.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'utterson-ruby-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function hintsOf(code: string, files: Readonly<Record<string, string>>): Promise<(string | undefined)[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const builder = await createBuilder({ source: root, destination: join(root, '_site'), disable_disk_cache: true });
  const { diagnostics } = await builder.build();
  await builder.close();
  return diagnostics.filter((one) => one.code === code).map(({ hint }) => hint);
}

test.each(['{% tabs %}', '{% endtabs %}'])('of an unknown tag, the Ruby file that has it is named: %s', async (tag) => {
  const ruby = "module Tabs; class Tabs < Liquid::Block; end; end\nLiquid::Template.register_tag('tabs', Tabs::Tabs)\n";
  const hints = await hintsOf('liquid/unknown-tag', { '_plugins/lib/tabs.rb': ruby, 'a.md': `---\n---\n${tag}\n` });
  expect(hints).toEqual([
    '_plugins/lib/tabs.rb has it, which is in Ruby and cannot run here: write it in _plugins/lib/tabs.js (docs/plugins.md).',
  ]);
});

test('the Ruby files are looked through once in a build', () => {
  const config = createConfig({ plugins_dir: '_plugins' }, { source: root });
  const [build, next] = [{}, {}];
  const tag = (name: string): void => {
    mkdirSync(join(root, '_plugins'), { recursive: true });
    writeFileSync(join(root, '_plugins/x.rb'), `Liquid::Template.register_tag('${name}', X)`);
  };
  tag('one');
  expect(hintOfRubyTag('one', config, build)).toContain('_plugins/x.rb');
  tag('other');
  expect([build, next].map((of) => hintOfRubyTag('other', config, of) === undefined)).toEqual([true, false]);
});

test('of an unknown tag, the gem that it is known from is named', async () => {
  const [hint] = await hintsOf('liquid/unknown-tag', { 'a.md': '---\n---\n{% bibliography %}\n' });
  expect(hint).toMatch(/^It is one of jekyll-scholar, which is in Ruby and cannot run here/);
});

test('of an unknown language, how it might be written', async () => {
  const text = '---\n---\n~~~ JSON\n1\n~~~\n\n~~~ nothing\n1\n~~~\n';
  expect(await hintsOf('markdown/unknown-language', { 'a.md': text })).toEqual([
    "Names of languages are in lower case, as 'json' would be.",
    'Name another language, or leave the name out.',
  ]);
});
