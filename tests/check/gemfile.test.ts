import { expect, test } from 'vitest';
import { parseGemfile } from '../../src/check/gemfile.js';

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
  expect(parseGemfile(text)).toEqual({
    plugins: ['jekyll-feed', 'jekyll-toc', 'jemoji', 'jekyll-seo-tag', 'jekyll-sitemap', 'jekyll-paginate'],
    isOfPages: false,
  });
  expect(parseGemfile('gem "github-pages", "~> 232"\r\ngem "jekyll-feed"\r\n')).toEqual({
    plugins: [],
    isOfPages: true,
  });
  expect(parseGemfile('g\n')).toEqual({ plugins: [], isOfPages: false });
});
