import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkTheme, findTheme, themeNotFound } from '../../src/config/theme.js';
import type { Config } from '../../src/core/types.js';
import { createConfig } from './helpers.js';

let root: string;
let config: Config;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'utterson-theme-')));
  config = createConfig({}, { source: join(root, 'site') });
  write('site/_config.yml', '');
  vi.stubEnv('GEM_HOME', join(root, 'gems'));
  vi.stubEnv('BUNDLE_PATH', undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function writeGem(name: string, version: string, gemspec = ''): void {
  write(`gems/gems/${name}-${version}/_layouts/default.html`, '');
  write(`gems/specifications/${name}-${version}.gemspec`, gemspec);
}

test('a gem is found with what its gemspec says', () => {
  writeGem(
    'my-theme',
    '1.2.3',
    `Gem::Specification.new do |s|
  s.name = "my-theme".freeze
  s.version = "1.2.3"
  s.metadata = { "plugin_type" => "theme", 'homepage' => "x" } if s.respond_to? :metadata=
  s.authors = ["Ann \\u00e9".freeze, 'Bob'.freeze]
  s.summary = "Short.".freeze
  if s.respond_to? :add_runtime_dependency then
    s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])
    s.add_development_dependency(%q<bundler>.freeze, [">= 1.15"])
  else
    s.add_dependency(%q<bundler>.freeze, [">= 1.15"])
  end
end`,
  );
  expect(findTheme(' My-Theme', config)).toEqual({
    name: 'my-theme',
    root: join(root, 'gems/gems/my-theme-1.2.3'),
    version: '1.2.3',
    authors: 'Ann é, Bob',
    description: 'Short.',
    dependencies: ['jekyll-feed (~> 0.9)'],
    metadata: new Map([
      ['plugin_type', 'theme'],
      ['homepage', 'x'],
    ]),
  });
});

test('the newest gem is taken, or the one that Gemfile.lock names', () => {
  for (const version of ['1.9.0', '1.10.0', '2.0.0.pre']) writeGem('t', version);
  writeGem('t-other', '9.0.0');
  expect(findTheme('t', config)?.version).toBe('1.10.0');
  writeGem('t', '2.0.0');
  expect(findTheme('t', config)?.version).toBe('2.0.0');
  write('site/Gemfile.lock', 'GEM\n  specs:\n    t (1.10.0)\n      jekyll (>= 3)\n');
  expect(findTheme('t', config)?.version).toBe('1.10.0');
});

test('the lock file is that of the Gemfile that Bundler names, absolute or not', () => {
  for (const version of ['1.9.0', '1.10.0']) writeGem('t', version);
  write('elsewhere/gems.rb.lock', 'GEM\n  specs:\n    t (1.9.0)\n');
  const before = process.env.BUNDLE_GEMFILE;
  try {
    for (const gemfile of [join(root, 'elsewhere/gems.rb'), '../elsewhere/gems.rb']) {
      process.env.BUNDLE_GEMFILE = gemfile;
      expect(findTheme('t', config)?.version).toBe('1.9.0');
    }
  } finally {
    if (before === undefined) delete process.env.BUNDLE_GEMFILE;
    else process.env.BUNDLE_GEMFILE = before;
  }
});

test('gems are looked for where Bundler puts them', () => {
  write('site/vendor/bundle/ruby/3.1.0/gems/vend-0.1/_layouts/a.html', '');
  write('site/vendor/bundle/ruby/3.1.0/specifications/vend-0.1.gemspec', '');
  write(
    'elsewhere/ruby/3.3.0/bundler/gems/fromgit-abc/fromgit.gemspec',
    "Gem::Specification.new { |spec| spec.summary = 'From git' }",
  );
  write('site/.bundle/config', '---\nBUNDLE_PATH: "../elsewhere"\n');
  expect(findTheme('vend', config)?.version).toBe('0.1');
  expect(findTheme('fromgit', config)?.description).toBe('From git');
});

test('a folder or an npm package is a theme where it has the folders of one', () => {
  write('site/themes/mine/_layouts/a.html', '');
  write(
    'node_modules/theme-x/package.json',
    '{"name":"theme-x","version":"3.0.0","author":"Ann <a@b.c>","description":"D","dependencies":{"jekyll-feed":"1"}}',
  );
  write('node_modules/theme-x/assets/a.css', '');
  write('site/_themes/inner/_includes/a.html', '');
  write('node_modules/no-theme/package.json', '{}');
  expect(findTheme('./themes/mine', config)?.name).toBe('mine');
  expect(findTheme('inner', config)?.root).toBe(join(root, 'site/_themes/inner'));
  expect(findTheme('theme-x', config)).toMatchObject({
    version: '3.0.0',
    authors: 'Ann',
    dependencies: ['jekyll-feed'],
  });
  expect(findTheme('no-theme', config)).toBeUndefined();
});

test('a theme that cannot be found is named with where it was looked for', () => {
  const { diagnostic } = themeNotFound('nowhere', config);
  expect(diagnostic.message).toBe('The nowhere theme could not be found.');
  expect(diagnostic.hint).toContain(join(root, 'site/node_modules/nowhere'));
  expect(diagnostic.hint).toContain('`remote_theme: owner/repository`');
});

test.each([
  ['jekyll-theme-leap-day', 'pages-themes/leap-day'],
  ['minimal-mistakes-jekyll', 'mmistakes/minimal-mistakes'],
])('the repository of %s is named, as many sites have it', (name, repository) => {
  expect(themeNotFound(name, config).diagnostic.hint).toContain(`\`remote_theme: ${repository}\``);
});

test('a theme without layouts is warned of', () => {
  write('site/_themes/bare/assets/a.css', '');
  expect(checkTheme(findTheme('bare', config)!)?.hint).toBe('It has assets only.');
  write('site/_themes/bare/_layouts/a.html', '');
  expect(checkTheme(findTheme('bare', config)!)).toBeUndefined();
});

test('a broken package.json does not stop the search', () => {
  write('site/_themes/odd/_layouts/a.html', '');
  write('site/_themes/odd/package.json', '{');
  expect(findTheme('odd', config)).toMatchObject({ name: 'odd', version: '' });
});

test('a gem that the Gemfile has from a folder', () => {
  writeGem('my-theme', '1.0.0');
  write('here/my-theme.gemspec', 'Gem::Specification.new { |s| s.version = "3.0.0" }');
  write('here/_layouts/default.html', '');
  write('site/Gemfile', "gem 'my-theme', :path => '../here'\n");
  expect(findTheme('my-theme', config)).toMatchObject({ root: join(root, 'here'), version: '3.0.0' });
  write('site/Gemfile', 'gem "my-theme", path: "../nowhere"\n');
  expect(findTheme('my-theme', config)?.version).toBe('1.0.0');
});
