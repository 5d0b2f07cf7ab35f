# Rewrites tests/read/fixtures/NAME.expected.json with what Jekyll reads of the files in NAME.json, for each of its variants.
# Usage: LC_ALL=C.UTF-8 ruby scripts/read-fixtures.rb NAME
ENV['JEKYLL_NO_BUNDLER_REQUIRE'] = 'true'
require 'jekyll'
require 'json'
require 'tmpdir'
Jekyll.logger.log_level = :error

# The order of a folder's entries is the file system's; here it is that of their names.
class Dir
  class << self
    alias unsorted_entries entries
    def entries(*args)
      unsorted_entries(*args).sort
    end
  end
end

def encode(value)
  case value
  when Float then { '$f' => value.to_s }
  when Time then { '$t' => value.to_s + (value.nsec.zero? ? '' : " #{value.nsec}") }
  when Date then { '$d' => value.to_s }
  when Array then value.map { |item| encode(item) }
  when Hash then { '$h' => value.map { |key, item| [encode(key), encode(item)] } }
  else value
  end
end

def without_excerpt(hash)
  data = hash.dup
  data.default_proc = nil
  data.delete('excerpt') if data['excerpt'].is_a?(Jekyll::Excerpt)
  data
end

def describe(item, data, site)
  excerpt = item.data['excerpt']
  { 'path' => item.relative_path, 'url' => item.url, 'output' => item.destination(site.dest).delete_prefix("#{site.dest}/"),
    'extension' => item.output_ext, 'data' => encode(data), 'body' => item.content || '',
    'excerpt' => excerpt.is_a?(Jekyll::Excerpt) ? excerpt.content : nil, 'written' => item.write? }
end

def describe_site(site)
  pages = site.pages.map do |page|
    merged = Jekyll::Utils.deep_merge_hashes(page.send(:defaults), page.data)
    describe(page, without_excerpt(merged), site)
  end
  collections = site.collections.map do |label, collection|
    documents = collection.docs.map { |document| describe(document, without_excerpt(document.data), site) }
    [label, { 'written' => collection.write?, 'documents' => documents, 'files' => collection.files.map(&:relative_path) }]
  end
  assets = site.static_files.map do |file|
    { 'path' => file.relative_path, 'url' => file.url, 'output' => file.destination(site.dest).delete_prefix("#{site.dest}/"),
      'data' => encode(file.data), 'written' => file.write? }
  end
  { 'pages' => pages, 'collections' => collections, 'assets' => assets, 'data' => encode(site.data),
    'layouts' => site.layouts.map { |name, layout| [name, encode(layout.data), layout.content] } }
end

folder = File.expand_path('../tests/read/fixtures', __dir__)
fixture = JSON.parse(File.read(File.join(folder, "#{ARGV.fetch(0)}.json")))
expected = {}
Dir.mktmpdir do |root|
  fixture['files'].each do |path, content|
    file = File.join(root, path)
    FileUtils.mkdir_p(File.dirname(file))
    File.write(file, content)
    File.utime(1_557_050_400, 1_557_050_400, file)
  end
  fixture['variants'].each do |variant|
    options = { 'source' => root, 'destination' => File.join(root, '_site'), 'time' => '2024-06-01 12:00:00 +0000' }
    site = Jekyll::Site.new(Jekyll.configuration(options.merge(variant['flags'])))
    site.reset
    site.read
    expected[variant['name']] = describe_site(site)
  end
end
File.write(File.join(folder, "#{ARGV[0]}.expected.json"), JSON.generate(expected) + "\n")
