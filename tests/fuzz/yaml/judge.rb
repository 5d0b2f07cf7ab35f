# Reads a list of YAML texts as JSON from its input and writes what SafeYAML makes of each; the argument is its lib folder.
require 'json'
require 'date'
require 'yaml'
$LOAD_PATH.unshift(ARGV.fetch(0))
require 'safe_yaml/load'

# The encoding of values is that of the fixtures.
script = File.read(File.expand_path('../../../scripts/yaml-fixtures.rb', __dir__))
eval(script[/^def encode.*?^end\n/m])

results = JSON.parse($stdin.read).map do |text|
  begin
    value = encode(SafeYAML.load(text))
    JSON.generate(value)
    { 'value' => value }
  rescue StandardError, Psych::SyntaxError => error
    { 'error' => "#{error.class}: #{error.message}".scrub }
  rescue SystemStackError
    { 'error' => 'SystemStackError: a value holds itself' }
  end
end
puts JSON.generate(results)
