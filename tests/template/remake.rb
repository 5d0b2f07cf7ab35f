# Writes what the real Jekyll makes of the templates in the fixtures given (or all *.txt here) into them.
# ruby tests/template/remake.rb [FILE…]
require_relative "jekyll-site"

files = ARGV.empty? ? Dir["#{HERE}/*.txt"].sort : ARGV
number = 0
files.each do |file|
  parts = File.read(file, encoding: "utf-8").split(/^=== /, -1)
  made = parts[1..].map do |part|
    title, rest = part.split("\n", 2)
    template = rest.split(/^---\n/, 2).first
    config = template[/\A@ (.*)\n/, 1].to_s
    body = template.sub(/\A@ .*\n/, "").chomp
    number += 1
    "=== #{title}\n#{template}---\n#{render(SITES[config], body, number).gsub(HERE, "tests/template")}\n"
  end
  File.write(file, parts.first + made.join)
end
puts "#{number} cases"
