Gem::Specification.new do |s|
  s.name = "own-theme"
  s.version = "1.2.3"
  s.authors = ["A B", "C"]
  s.summary = "Summary text"
  s.license = "MIT"
  s.homepage = "http://h"
  s.metadata = {"plugin_type" => "theme", "k" => "v"}
  s.files = []
  s.add_runtime_dependency "jekyll", ">= 3.5"
end
