# Writes what the real Jekyll makes of the templates in the fixtures given (or all *.txt here) into them.
# ruby tests/template/remake.rb [FILE…]
ENV["JEKYLL_NO_BUNDLER_REQUIRE"] = "true"
require "jekyll"
require "jekyll-gist"
require "jekyll-include-cache"
require "yaml"

HERE = __dir__
Jekyll.logger.log_level = :error

def make_site(overrides = {})
  config = Jekyll.configuration(YAML.safe_load(File.read("#{HERE}/site/_config.yml"), permitted_classes: [Time, Date])
    .merge("source" => "#{HERE}/site", "destination" => "/tmp/remake-site", "disable_disk_cache" => true, "quiet" => true)
    .merge(overrides))
  site = Jekyll::Site.new(config)
  site.reset
  site.read
  overrides.each { |key, value| site.config[key] = value }
  site
end

SITES = Hash.new { |hash, key| hash[key] = make_site(key.empty? ? {} : YAML.safe_load(key)) }

def render(site, template, number)
  payload = site.site_payload
  page = site.pages.find { |p| p.path == "folder/page.html" }
  payload["page"] = page.to_liquid
  site.filter_cache.clear
  info = {
    :registers        => { :site => site, :page => payload["page"] },
    :strict_filters   => site.config["liquid"]["strict_filters"],
    :strict_variables => site.config["liquid"]["strict_variables"],
  }
  site.liquid_renderer.file("case #{number}").parse(template).render!(payload, info)
rescue StandardError, SyntaxError => e
  "!error #{e.class}: #{e.message.lines.first.to_s.strip}"
end

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
    "=== #{title}\n#{template}---\n#{render(SITES[config], body, number)}\n"
  end
  File.write(file, parts.first + made.join)
end
puts "#{number} cases"
