# Highlights with the real Rouge. Reads lines of "language<TAB>path" and writes a JSON array of the HTML, in order.
require 'json'
require 'rouge'

formatter = Rouge::Formatters::HTML.new
puts JSON.generate(STDIN.each_line.map do |line|
  language, path = line.chomp.split("\t")
  # Twig and Jinja share their words: whichever is asked first in a process gives them to both.
  [Rouge::Lexers::Jinja, Rouge::Lexers::Twig].each do |lexer|
    lexer.class_variables(false).each { |name| lexer.remove_class_variable(name) }
  end
  code = File.read(path, encoding: 'UTF-8')
  formatter.format((Rouge::Lexer.find_fancy(language, code) || Rouge::Lexers::PlainText).lex(code))
end)
