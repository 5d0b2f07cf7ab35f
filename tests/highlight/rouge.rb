# Highlights with the real Rouge. Reads a JSON array of pairs of a language and code, and writes one of the HTML, in order; null where
# Rouge fails.
require 'json'
require 'rouge'
require 'timeout'

formatter = Rouge::Formatters::HTML.new
results = JSON.parse($stdin.read).map do |language, code|
  # Twig and Jinja share their words: whichever is asked first in a process gives them to both.
  [Rouge::Lexers::Jinja, Rouge::Lexers::Twig].each do |lexer|
    lexer.class_variables(false).each { |name| lexer.remove_class_variable(name) }
  end
  begin
    lexer = Rouge::Lexer.find_fancy(language, code) || Rouge::Lexers::PlainText
    Timeout.timeout(10) { formatter.format(lexer.lex(code)) }
  rescue StandardError
    nil
  end
end
puts JSON.generate(results)
