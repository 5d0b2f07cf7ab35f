# Writes tests/read/fixtures/texts.json: where Jekyll parts front matter from body, and excerpts from bodies, in random texts.
# Usage: LC_ALL=C.UTF-8 ruby scripts/text-fixtures.rb
ENV['JEKYLL_NO_BUNDLER_REQUIRE'] = 'true'
require 'jekyll'
require 'json'
Jekyll.logger.log_level = :error
srand(7)

PIECES = ['---', '---', "\n", "\n", "\n", ' ', "\t", '...', 'a: 1', "\r\n", 'x', '----', '--- x', "\n---\n", "\n...\n", "\f", "---\n", "\u00a0"].freeze
front_matter = []
while front_matter.size < 150
  text = (rand < 0.8 ? '---' : '') + Array.new(rand(1..9)) { PIECES.sample }.join
  match = text.match(Jekyll::Document::YAML_FRONT_MATTER_REGEXP)
  next if match.nil? && front_matter.size.odd?

  front_matter << [text, match && [match[1], match.post_match]]
end

BODY = ['{% if x %}', '{% endif %}', '{%- for a in b -%}', '{% endfor %}', '{% highlight ruby %}', '{% endhighlight %}', '{% include x %}',
        'text', "\n", "\n\n", '[a]: http://x', '[^f]: foot', '[a]', '[^f]', '[b c]', '[b c]: y z', '   [b c]: q', '    [a]: code', '{% raw %}',
        '{% endraw %}', '{% comment %}', ' ', '{{ x }}', '{%if', '%}', '{% unless a %}{% endunless %}', '{% foo %}', '[a]:', ']: x'].freeze
Doc = Struct.new(:content, :excerpt_separator, :relative_path, :data)
excerpts = Array.new(200) do
  separator = ["\n\n", '<!--more-->', "\n"].sample
  body = Array.new(rand(2..14)) { BODY.sample }.join
  body = body.sub('text', separator) if rand < 0.5
  [body, separator, Jekyll::Excerpt.new(Doc.new(body.dup, separator, 'p', {})).content]
end
path = File.expand_path('../tests/read/fixtures/texts.json', __dir__)
lines = ->(cases) { cases.map { |one| "    #{JSON.generate(one)}" }.join(",\n") }
File.write(path, "{\n  \"frontMatter\": [\n#{lines[front_matter]}\n  ],\n  \"excerpts\": [\n#{lines[excerpts]}\n  ]\n}\n")
