# Highlights with the real Rouge. Reads a list of pairs of a language and code as JSON and writes the HTML of each; null where Rouge fails.
require 'json'
require 'rouge'
require 'timeout'

formatter = Rouge::Formatters::HTML.new
# What a lexer has seen of other code: Rouge gives a page's words to the next one.
forget = lambda do
  [Rouge::Lexers::Jinja, Rouge::Lexers::Twig].each do |lexer|
    lexer.class_variables(false).each { |name| lexer.remove_class_variable(name) }
  end
end

results = JSON.parse($stdin.read).map do |language, code|
  forget.call
  begin
    Timeout.timeout(10) { formatter.format(Rouge::Lexer.find_fancy(language, code).lex(code)) }
  rescue StandardError
    nil
  end
end
puts JSON.generate(results)
