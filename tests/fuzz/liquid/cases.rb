# Cases on standard input: their data as Ruby's values, and partials.
require 'json'
require 'date'
require 'liquid'
ENV['TZ'] = 'UTC'

# JSON has no floats that are no numbers.
FLOATS = { 'Infinity' => Float::INFINITY, '-Infinity' => -Float::INFINITY, 'NaN' => Float::NAN }.freeze

def decode(value)
  case value
  when Array then value.map { |item| decode(item) }
  when Hash
    if value.key?('$i') then value['$i'].to_i
    elsif value.key?('$f') then FLOATS.fetch(value['$f']) { |float| float.to_f }
    elsif value.key?('$t') then Time.at(value['$t']).utc
    elsif value.key?('$d') then Date.new(*value['$d'])
    elsif value.key?('$r') then Range.new(*value['$r'])
    elsif value.key?('$h') then value['$h'].map { |pair| pair.map { |item| decode(item) } }.to_h
    else value.transform_values { |item| decode(item) }
    end
  else value
  end
end

INPUT = JSON.parse($stdin.read)
DATA = INPUT['data']
PARTIALS = INPUT['partials']
