# Renders cases with the real Jekyll: JSON of {data, template} on standard input, JSON of outputs on standard output.
require_relative "../jekyll-site"

cases = JSON.parse($stdin.read)
outputs = cases.each_with_index.map do |one, number|
  data = YAML.unsafe_load(one["data"])
  render(SITES[one["config"].to_s], one["template"], number, { "d" => data })
end
puts JSON.generate(outputs)
