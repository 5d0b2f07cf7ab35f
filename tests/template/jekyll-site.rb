# The real Jekyll with the fixtures' site, ready to render templates one by one.
ENV["JEKYLL_NO_BUNDLER_REQUIRE"] = "true"
require "jekyll"
require "jekyll-gist"
require "jekyll-include-cache"
require "json"
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

def render(site, template, number, variables = {})
  payload = site.site_payload
  page = site.pages.find { |p| p.path == "folder/page.html" }
  payload["page"] = page.to_liquid
  variables.each { |name, value| payload[name] = value }
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
