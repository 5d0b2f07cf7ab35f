import { expect, test } from 'vitest';
import { parseGemfile } from '../../src/config/gemfile.js';

const pluginsOf = (text: string): string[] =>
  parseGemfile(text).flatMap(({ name, isPlugin }) => (isPlugin ? name : []));

test('the gems of the group jekyll_plugins, however they come to it', () => {
  const text = `source "https://rubygems.org"
gem "jekyll", "~> 4.3" # gem "jekyll-gist", group: :jekyll_plugins
# gem "jekyll-avatar", group: :jekyll_plugins
group :development, :jekyll_plugins do
  gem 'jekyll-feed', "~> 0.12"
  platforms :mri do
    gem "jekyll-toc"
  end
  if ENV["ALL"]
    gem("jemoji")
  end
  gem "jekyll-mentions", require: false
end
gem "jekyll-seo-tag", group: :jekyll_plugins
gem "jekyll-sitemap",
  "~> 1.4",
  :group => [:test, :jekyll_plugins]
gem "jekyll-paginate", groups: %i[jekyll_plugins]
gem "wdm", "~> 0.1.1", :platforms => [:mingw, :x64_mingw, :mswin] if Gem.win_platform?
group :test do
  gem "html-proofer"
end
gem "tzinfo"
gemspec
`;
  expect(pluginsOf(text)).toEqual([
    'jekyll-feed',
    'jekyll-toc',
    'jemoji',
    'jekyll-seo-tag',
    'jekyll-sitemap',
    'jekyll-paginate',
  ]);
  expect(pluginsOf('gem "github-pages", "~> 232"\r\ngem "jekyll-feed"\r\n')).toEqual([]);
  expect(parseGemfile('g\n')).toEqual([]);
});

test('the versions that are taken, and where gems come from', () => {
  const text = `gem "a"
gem "b", "~> 1.0", ">= 1.0.2", require: false
gem("c", ["> 1", "< 3"],
  path: "../c") # "= 4"
gem 'd', :github => 'x/y'
gem "e", :git => "https://example.com/e", "branch" => "main"
gem "f", "2.1.pre" if ENV["X"]
`;
  expect(parseGemfile(text).map(({ name, requirements, isElsewhere }) => [name, requirements, isElsewhere])).toEqual([
    ['a', [], false],
    ['b', ['~> 1.0', '>= 1.0.2'], false],
    ['c', ['> 1', '< 3'], true],
    ['d', [], true],
    ['e', [], true],
    ['f', ['2.1.pre'], false],
  ]);
  expect(parseGemfile(text).map(({ path }) => path)).toEqual([
    undefined,
    undefined,
    '../c',
    undefined,
    undefined,
    undefined,
  ]);
});
