# Rewrites the expectations in tests/core/fixtures/yaml.json with what SafeYAML (which Jekyll reads YAML with) gives.
# Usage: ruby scripts/yaml-fixtures.rb PATH/TO/safe_yaml/lib
require 'json'
require 'date'
require 'yaml'
$LOAD_PATH.unshift(ARGV.fetch(0))
require 'safe_yaml/load'

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

path = File.expand_path('../tests/core/fixtures/yaml.json', __dir__)
cases = JSON.parse(File.read(path)).map do |text, _|
  result =
    begin
      { 'value' => encode(SafeYAML.load(text)) }
    rescue StandardError, Psych::SyntaxError
      { 'error' => true }
    end
  [text, result]
end
File.write(path, "[\n" + cases.map { |one| JSON.generate(one) }.join(",\n") + "\n]\n")
