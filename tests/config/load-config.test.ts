import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { markdownSettings } from '../../src/build/conversion/markdown-settings.js';
import { type LoadedConfig, loadConfig } from '../../src/config/load-config.js';
import { withThemeConfig } from '../../src/config/theme-config.js';
import { SiteError } from '../../src/core/diagnostics.js';
import { timeToS } from '../../src/core/time/strftime.js';
import type { Time } from '../../src/core/time/time.js';
import { createZone } from '../../src/core/time/zone.js';
import { parseToml } from '../../src/core/values/toml.js';
import { encode } from '../core/encode.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-config-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

function load(
  files: Readonly<Record<string, string>>,
  flags: Record<string, unknown> = {},
  env: Record<string, string> = {},
): LoadedConfig & { root: string; get: (key: string) => unknown } {
  const root = folderWith(files);
  const loaded = loadConfig(flags, env, root);
  return { ...loaded, root, get: (key) => encode(loaded.config.values.get(key)) };
}

function refusal(yaml: string, flags: Record<string, unknown> = {}): string {
  try {
    load({ '_config.yml': yaml }, flags);
  } catch (error) {
    if (error instanceof SiteError) return `${error.diagnostic.code}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('without a file', () => {
  test('Jekyll’s defaults', () => {
    const { config, get, root } = load({});
    expect(config).toMatchObject({
      source: root,
      destination: join(root, '_site'),
      compat: '4',
      environment: 'development',
    });
    expect([...config.values.keys()].slice(0, 4)).toEqual(['source', 'destination', 'collections_dir', 'cache_dir']);
    expect(get('permalink')).toBe('date');
    expect(get('collections')).toEqual({
      $h: [
        [
          'posts',
          {
            $h: [
              ['output', true],
              ['permalink', '/:categories/:year/:month/:day/:title:output_ext'],
            ],
          },
        ],
      ],
    });
    expect(get('exclude')).toContain('vendor/bundle/');
    expect(config.files).toEqual([]);
  });

  test('JEKYLL_ENV and SOURCE_DATE_EPOCH', () => {
    const { config } = load({}, {}, { JEKYLL_ENV: 'production', SOURCE_DATE_EPOCH: '86400' });
    expect(config.environment).toBe('production');
    expect(timeToS(config.values.get('time') as Time)).toBe('1970-01-02 00:00:00 UTC');
  });

  test('what templates call now is held still by the environment and by flags, not by a file', () => {
    const file = { '_config.yml': 'time: 2020-01-01' };
    expect(load(file).config.holdsNow).toBe(false);
    expect(load(file, { time: '2021-01-01' }).config.holdsNow).toBe(true);
    expect(load(file, {}, { SOURCE_DATE_EPOCH: '86400' }).config.holdsNow).toBe(true);
    expect(load(file, {}, { SOURCE_DATE_EPOCH: '' }).config.holdsNow).toBe(false);
  });
});

describe('files', () => {
  test('TOML that cannot be read: reported with its place and what to do', () => {
    expect(() => parseToml('a = 1\nb = text\n', '_config.toml')).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({
          code: 'toml/syntax',
          path: '_config.toml',
          position: { line: 2, column: 5 },
          hint: expect.stringContaining('quotes'),
        }),
      }),
    );
  });

  test('.yml before .yaml before .toml', () => {
    expect(load({ '_config.yml': 'title: a', '_config.toml': 'title = "c"' }).get('title')).toBe('a');
    expect(load({ '_config.yaml': 'title: b', '_config.toml': 'title = "c"' }).get('title')).toBe('b');
    expect(load({ '_config.toml': 'title = "c"\nn = 1\n[liquid]\nstrict_filters = true' }).get('liquid')).toEqual({
      $h: [
        ['error_mode', 'warn'],
        ['strict_filters', true],
        ['strict_variables', false],
      ],
    });
  });

  test('several are merged deep, flags over them; nil keeps what was there', () => {
    const files = { 'a.yml': 'a: {x: 1, y: 1}\nport: 1\nlist: [1, 2]', 'b.yml': 'a: {y: 2}\nport:\nlist: [3]' };
    const { get, config, root } = load(files, { config: ['a.yml', 'b.yml'], baseurl: '/b', drafts: true });
    expect(get('a')).toEqual({
      $h: [
        ['x', 1],
        ['y', 2],
      ],
    });
    expect([get('port'), get('list'), get('baseurl'), get('show_drafts')]).toEqual([1, [3], '/b', true]);
    expect(config.files).toEqual([join(root, 'a.yml'), join(root, 'b.yml')]);
    expect(config.values.has('config')).toBe(false);
  });

  test('one that is not there, of another kind, broken, or no hash', () => {
    const flags = { config: ['none.yml'] };
    expect(refusal('', flags)).toContain('config/not-found: The configuration file');
    expect(load({ 'c.json': '{}' }, { config: ['c.json'] }).diagnostics[0]?.hint).toContain('No parser');
    expect(load({ 'c.yml~': 'title: T' }, { config: ['c.yml~'] }).config.values.get('title')).toBe('T');
    expect(load({ 'c.toml2': 'title = "T"' }, { config: ['c.toml2'] }).config.values.get('title')).toBe('T');
    expect(refusal('a: b: c')).toContain('yaml/syntax');
    const { diagnostics, get } = load({ '_config.yml': '- a\n' });
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'config/invalid' }]);
    expect(get('permalink')).toBe('date');
  });

  test('an empty one', () => {
    expect(load({ '_config.yml': '' }).get('markdown')).toBe('kramdown');
    expect(load({ '_config.yml': '# nothing\n' }).diagnostics).toEqual([]);
  });
});

describe('values', () => {
  test('collections as a list; posts first, with the site’s permalink', () => {
    const { get } = load({ '_config.yml': 'collections: [docs]\npermalink: pretty' });
    expect(get('collections')).toEqual({
      $h: [
        [
          'posts',
          {
            $h: [
              ['output', true],
              ['permalink', '/:categories/:year/:month/:day/:title/'],
            ],
          },
        ],
        ['docs', { $h: [] }],
      ],
    });
  });

  test('excludes add to the built-in ones, and replace them for Jekyll 3', () => {
    expect(load({ '_config.yml': 'exclude: [mine, Gemfile]' }).get('exclude')).toEqual([
      ...['mine', 'Gemfile', '.sass-cache', '.jekyll-cache', 'gemfiles', 'Gemfile.lock', 'node_modules'],
      ...['vendor/bundle/', 'vendor/cache/', 'vendor/gems/', 'vendor/ruby/'],
    ]);
    const old = load({ '_config.yml': 'exclude: [mine]\ncompat: 3.10' });
    expect([old.config.compat, old.get('exclude')]).toEqual(['3.10', ['mine']]);
    expect(load({ '_config.yml': 'compat: "3.10"' }).get('exclude')).toContain('Gemfile');
  });

  test('GitHub Pages excludes CNAME where the site excludes nothing itself', () => {
    const excludes = (yaml: string): unknown => load({ '_config.yml': yaml }).get('exclude');
    expect(excludes('plugins: [github-pages]\ncompat: "3.10"')).toContain('CNAME');
    expect(excludes('gems: [github-pages]\ncompat: "3.10"')).toContain('CNAME');
    expect(excludes('plugins: [github-pages]\ncompat: "3.10"\nexclude: [mine]')).toEqual(['mine']);
    expect(excludes('plugins: [jekyll-feed]\ncompat: "3.10"')).not.toContain('CNAME');
  });

  test.each([
    ['plugins: jekyll-feed', "config/not-a-list: 'plugins' should be set as an array"],
    ['exclude: x', "config/not-a-list: 'exclude' should be set as an array"],
    ['include: {a: 1}', "config/not-a-list: 'include' should be set as an array"],
    ['limit_posts: -1', 'config/limit-posts: limit_posts must be a non-negative number'],
    ['collections: 3', 'config/collections: Your `collections` key'],
    ['permalink: 3', 'config/permalink'],
    ['layouts_dir: [a]', 'config/folder'],
    ['relative_permalinks: true', 'config/relative-permalinks: Since v3.0'],
    ['time: never', "config/time: Invalid date 'never'"],
    ['compat: 5', 'config/compat'],
    ['liquid: strict', `config/liquid: 'liquid' should be a hash, but was: "strict".`],
    ['liquid: false', "config/liquid: 'liquid' should be a hash, but was: false."],
    ['liquid: {error_mode: 5}', "config/liquid: 'liquid.error_mode' should be a text, but was: 5."],
    ['liquid: {error_mode: Strict}', `'liquid.error_mode' should be lax, warn or strict, but was: "Strict".`],
    ['kramdown: GFM', `config/kramdown: 'kramdown' should be a hash, but was: "GFM".`],
    ['kramdown: {input: [GFM]}', "config/kramdown: 'kramdown.input' should be a text, but was: a list."],
    ['kramdown: {syntax_highlighter_opts: 5}', "'kramdown.syntax_highlighter_opts' should be a hash, but was: 5."],
    ['includes_dir: [a, b]', "config/folder: 'includes_dir' should be the name of a folder, but was: a list."],
    ['timezone: 5', "config/timezone: 'timezone' should be the name of a time zone, but was: 5."],
    ['timezone: 2020-01-01', "'timezone' should be the name of a time zone, but was: 2020-01-01."],
    ['collections: {recipes: true}', "config/collections: 'collections.recipes' should be a hash, but was: true."],
    ['collections: {posts: false}', "'collections.posts' should be a hash, but was: false."],
    ['collections: {a: {output: true, permalink: 5}}', "'collections.a.permalink' should be a text, but was: 5."],
    ['collections: {a: {order: [5]}}', "'collections.a.order' should be a list of file names, but was: 5."],
    ['collections: [5]', "'collections' should be given by names, but was: 5."],
  ])('%s is refused', (yaml, message) => {
    expect(refusal(yaml)).toContain(message);
  });

  test.each([
    ['liquid:'],
    ['kramdown: false'],
    ['kramdown: {syntax_highlighter_opts: }'],
    ['timezone: false'],
    ['sass: true'],
    ['collections: {recipes: }'],
    ['collections: {recipes: false}'],
    ['collections: {posts: }'],
    ['collections: {recipes: {order: text}}'],
    ['collections: {recipes: {permalink: 5}}'],
  ])('%s is taken as Jekyll takes it', (yaml) => {
    expect(refusal(yaml)).toBe('none');
  });

  test.each([[''], ['.'], ['..'], ['/']])(
    'a destination %s that is or contains the source is refused',
    (destination) => {
      expect(refusal('', { destination })).toContain('config/destination: Destination directory cannot be or contain');
    },
  );

  test('a destination beside the source whose name begins alike is fine', () => {
    expect(refusal('', { source: 'ab', destination: 'a' })).toBe('none');
  });

  test('~ is the user’s own folder, as where the shell leaves it to the program', () => {
    const home = folderWith({ '_config.yml': 'title: home', 'more.yml': 'destination: ~/out' });
    vi.stubEnv('HOME', home);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const { config, get } = load({}, { source: '~', config: ['~/_config.yml', '~/more.yml'] });
    expect([config.source, config.destination, get('title')]).toEqual([home, join(home, 'out'), 'home']);
  });

  test('caches are in the source, whatever their folder is called', () => {
    const { config, root } = load({ '_config.yml': 'cache_dir: ../caches/' });
    expect(config.cacheDirectory).toBe(join(root, 'caches/'));
  });

  test('an engine that there is none of, and defaults that are no list', () => {
    const codesOf = (text: string): string[] => load({ '_config.yml': text }).diagnostics.map(({ code }) => code);
    expect(codesOf('template_engine: nunjuks')).toEqual(['config/template-engine']);
    expect(codesOf('template_engine: nunjucks')).toEqual([]);
    expect(codesOf('defaults:\n  scope: {path: ""}\n  values: {layout: post}\n')).toEqual(['config/default-set']);
    expect(codesOf('defaults: {}')).toEqual([]);
  });

  test('time zones by name; unknown ones are UTC, with a guess', () => {
    expect(load({ '_config.yml': 'timezone: Europe/Paris' }).config.timezone).toBe('Europe/Paris');
    const { config, diagnostics } = load({ '_config.yml': 'timezone: Europe/Pariss' });
    expect(createZone(config.timezone).offsetAt(0)).toBe(0);
    expect(diagnostics).toMatchObject([{ code: 'config/timezone', hint: 'Did you mean Europe/Paris?' }]);
    for (const timezone of ['europe/paris', '+02:00', 'PST']) {
      expect(load({ '_config.yml': `timezone: "${timezone}"` }).diagnostics).toMatchObject([
        { code: 'config/timezone', message: `There is no time zone '${timezone}'; UTC is used.` },
      ]);
    }
    expect(load({ '_config.yml': 'timezone: CET-1CEST,M3.5.0,M10.5.0/3' }).diagnostics).toEqual([]);
  });

  test('gems are plugins to Jekyll 3', () => {
    const { get, diagnostics } = load({ '_config.yml': 'compat: 3.10\ngems: [jekyll-feed]' });
    expect(get('plugins')).toEqual(['jekyll-feed']);
    expect(diagnostics).toMatchObject([{ code: 'config/deprecated' }]);
  });
});

test('a theme’s configuration goes under the site’s, but not into Jekyll’s own keys', () => {
  const root = folderWith({ '_config.yml': 'title: theme\ncolors: {a: 1, b: 1}\npermalink: pretty\n' });
  const theme = { name: 't', root, version: '1', authors: '', description: '', dependencies: [], metadata: new Map() };
  const { config } = load({ '_config.yml': 'colors: {b: 2}\n' });
  const merged = withThemeConfig(config, theme);
  expect(encode(merged.values.get('colors'))).toEqual({
    $h: [
      ['a', 1],
      ['b', 2],
    ],
  });
  expect([merged.values.get('title'), merged.values.get('permalink')]).toEqual(['theme', 'date']);
  const ignoring = load({ '_config.yml': 'ignore_theme_config: true\n' }).config;
  expect(withThemeConfig(ignoring, theme)).toBe(ignoring);
});

describe('values of types that Jekyll stumbles over', () => {
  test.each([
    ['include: [1]', "'include' should be a list of file names, but was: 1."],
    ['keep_files: [null]', "'keep_files' should be a list of file names, but was: nil."],
    ['defaults: [{scope: posts, values: {}}]', "'scope' of a front-matter default should be a hash"],
    ['defaults: [{scope: {type: [posts]}, values: {}}]', "'scope.type' of a front-matter default should be a text"],
    ['kramdown: {input: textile}', "'kramdown.input' should be the name of a parser"],
    ['kramdown: {input: gfm}', "'kramdown.input' should be the name of a parser"],
    ['kramdown: {input: HTML}', "'kramdown.input' should be the name of a parser"],
    ['markdown: KramdownParser\nkramdown: {input: gfm}', "'kramdown.input' should be the name of a parser"],
  ])('%s', (yaml, message) => {
    expect(refusal(yaml)).toContain(message);
  });

  test.each([
    ['toc_levels: a b', 'Invalid syntax for option toc_levels'],
    ['header_offset: [1]', "Invalid integer value for option 'header_offset': '[1]'"],
    ['smart_quotes: [1]', 'needs exactly 4 values'],
  ])('kramdown: {%s}', (option, message) => {
    const settings = (more: string): unknown =>
      markdownSettings(load({ '_config.yml': `kramdown: {${option}}\n${more}` }).config);
    expect(() => settings('')).toThrow(message);
    expect(() => settings('')).toThrow(SiteError);
    expect(() => settings('markdown: GFM')).not.toThrow();
  });

  test.each([
    ['bogus', true],
    ['bom|utf-8', false],
    ['utf8', false],
    ['iso-8859-1:utf-8', false],
  ])('encoding: %s', (name, isTold) => {
    const { diagnostics } = load({ '_config.yml': `encoding: "${name}"\n` });
    expect(diagnostics.some(({ code }) => code === 'config/encoding')).toBe(isTold);
  });

  test('no highlighter is Rouge to kramdown', () => {
    const highlighter = (text: string): unknown =>
      markdownSettings(load({ '_config.yml': `highlighter: ${text}` }).config).kramdown.syntaxHighlighter;
    expect(['', 'false', 'none', 'rouge'].map(highlighter)).toEqual(['rouge', 'rouge', 'none', 'rouge']);
  });
});
