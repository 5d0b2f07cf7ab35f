Gem::Specification.new do |s|
  s.name = "own-theme"
  s.version = "2.0.0.pre1"
  s.authors = ["Later"]
  s.summary = "Not released"
end
