# Renders all documents of a site by the real Jekyll, one that fails not ending the others: ruby judge.rb SOURCE OUTPUT.json
# Gives, by relative path, what came out ("output"), and what was said ("said").
ENV["JEKYLL_NO_BUNDLER_REQUIRE"] = "true"
require "jekyll"
require "json"
require "timeout"

$said = Hash.new { |hash, path| hash[path] = [] }
$path = ""
Jekyll.logger.log_level = :error

module Recorded
  def self.note(topic, message)
    $said[$path] << "#{topic} #{message}".strip
  end

  def warn(topic, message = nil, &block)
    Recorded.note(topic, block ? yield : message)
  end

  def error(topic, message = nil, &block)
    Recorded.note(topic, block ? yield : message)
  end
end
Jekyll::LogAdapter.prepend(Recorded)

$results = {}
module Patient
  def render_regenerated(document, payload)
    $path = document.relative_path
    document.renderer.payload = payload
    Timeout.timeout(20) { document.output = document.renderer.run }
    $results[$path] = { :output => document.output }
  rescue StandardError, SyntaxError, SystemStackError => e
    document.output = ""
    $results[$path] = { :error => "#{e.class}: #{e.message}" }
  end
end
Jekyll::Site.prepend(Patient)

source, file = ARGV
config = Jekyll.configuration("source" => source, "destination" => "#{source}/_site", "disable_disk_cache" => true, "quiet" => true)
site = Jekyll::Site.new(config)
site.reset
site.read
site.generate
site.render
clean = ->(text) { text.to_s.dup.force_encoding("UTF-8").scrub }
all = $results.to_h do |path, result|
  [path, result.transform_values(&clean).merge(:said => $said[path].map(&clean))]
end
File.write(file, JSON.generate(all))
