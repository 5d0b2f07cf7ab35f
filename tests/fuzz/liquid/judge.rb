# Renders cases with the real Liquid: JSON on standard input, one result for each case as JSON on standard output.
require_relative 'cases'

class Part < Liquid::Tag
  def initialize(name, markup, options)
    super
    @name, @value = markup.strip.split(/\s+/, 2)
  end

  def render(context)
    text = PARTIALS[@name] or raise Liquid::ArgumentError, "no part #{@name}"
    context.stack do
      context['include'] = { 'v' => @value && context[@value] }
      Liquid::Template.parse(text, line_numbers: true).root.render(context)
    end
  end
end

class Box < Liquid::Block
  def render(context)
    "[#{super}]"
  end
end

class Files
  def read_template_file(name)
    PARTIALS[name] or raise Liquid::FileSystemError, "There is no template '#{name}' to render"
  end
end

Liquid::Template.register_tag('part', Part)
Liquid::Template.register_tag('box', Box)
Liquid::Template.file_system = Files.new
Liquid::Template.tags.delete('include')

results = INPUT['cases'].map do |test|
  Liquid::Template.error_mode = test['mode'].to_sym
  begin
    template = Liquid::Template.parse(test['template'], line_numbers: true)
    text = template.render(decode(DATA), strict_variables: test['strict'], strict_filters: test['strict']).to_s
    { output: text.dup.force_encoding('UTF-8').scrub }
  rescue Liquid::Error => e
    { error: e.to_s(false) }
  rescue StandardError => e
    { error: "#{e.class}" }
  end
end
puts JSON.generate(results)
