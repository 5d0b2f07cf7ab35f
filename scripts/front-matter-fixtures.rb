# Writes tests/cli/fixtures/front-matter.json with what Ruby's YAML makes of titles, as keys, items and values.
# Usage: ruby scripts/front-matter-fixtures.rb
require 'json'
require 'yaml'

PIECES = [
  'a', 'B', 'my', 'post', '1', '2020', '-', ':', '#', "'", '"', 'é', '日本', '😀', '&', '!', '*', '?', '|', '>', '%', '@', '`', '{', '}', '[',
  ']', ',', '=', '<', '~', '\\', '/', '.', 'y', 'no', 'null', 'true', "\t", "\u00a0", "\u200b", '0x1', '1e3', '1_000', '12:30', '2020-01-01',
  '...', '---', '- ', '? ', ': ', ' #', '<<', '+1', '.5', '0o7', '08', '010', 'Yes', 'ON', "\n", "\u0085", "\ufeff", "\u0301", '(', '$', '^',
  '_', 'long words here and there', 'http://x.y', "\x07", "\x7f", ':a', '1.0', '1,000', '.inf', '-.inf', '.nan', '0b1', '1e-3',
  '2020-01-01 10:00', '10:00:00', 'False', 'N', 'n', 'NO', '0', '00', '-0', '1.', '1_', '2020-02-30', '2020-13-01 10:00:00'
].freeze

random = Random.new(1)
mixed = Array.new(900) do
  text = Array.new(random.rand(2..6)) { PIECES.sample(random: random) }.join(random.rand < 0.6 ? ' ' : '')
  random.rand < 0.1 ? ([text] * 4).join(' ') : text
end
cases = (PIECES + mixed + ['']).uniq.map do |text|
  [text, YAML.dump('title' => text, 'list' => [text, [text], { 'x' => text }], 'hash' => { text => [] }) + "---\n"]
end
# A key that is long or has line breaks has a line of its own, which no front matter needs.
cases.reject! { |text, yaml| yaml.match?(/^ *\? /) || text.match?(/[\n\u0085]/) }
path = File.expand_path('../tests/cli/fixtures/front-matter.json', __dir__)
File.write(path, "[\n" + cases.map { |one| JSON.generate(one) }.join(",\n") + "\n]\n")
