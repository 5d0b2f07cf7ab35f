# Renders cases with the real Liquid as a library: JSON on standard input, one result for each case as JSON on standard
# output, with the whole messages of all errors and warnings.
require_relative 'cases'

class Files
  def read_template_file(name)
    PARTIALS[name] or raise Liquid::FileSystemError, "There is no template '#{name}' to render"
  end
end

Liquid::Template.file_system = Files.new

def clean(text)
  text.to_s.dup.force_encoding('UTF-8').scrub
end

results = INPUT['cases'].map do |test|
  begin
    template = Liquid::Template.parse(test['template'], line_numbers: test['lines'], error_mode: test['mode'].to_sym)
    text = template.render(decode(DATA), strict_variables: test['strict'], strict_filters: test['strict'])
    warnings = template.warnings.map { |warning| clean("#{warning.line_number}: #{warning.to_s(false)}") }
    { output: clean(text), errors: template.errors.map { |error| clean(error.message) }, warnings: warnings }
  rescue Liquid::Error => e
    { refused: clean(e.message) }
  rescue StandardError => e
    { refused: e.class.to_s }
  end
end
puts JSON.generate(results)
