# Answers JSON lines of { "text", "options" } with { "html", "warnings" } by the real kramdown, set up as Jekyll does.
# With "alone": true kramdown is used without Jekyll, with its own defaults.
# With "smartify": true the text goes through Jekyll's smartify instead.
require 'json'
require 'timeout'
ENV['JEKYLL_NO_BUNDLER_REQUIRE'] = 'true'
require 'jekyll'
require 'kramdown-parser-gfm'
require 'rouge'

$stdout.sync = true
Jekyll.logger.log_level = :error
defaults = Jekyll::Configuration::DEFAULTS['kramdown']

# Spans of Rouge's lexers are left out where asked for, so that only the text of code is compared.
module PlainCode
  def stream(tokens, &block)
    return super unless $plain
    text = tokens.map { |_, value| value }.join
    super([[Rouge::Token::Tokens::Text, text]].each, &block)
  end
end
Rouge::Formatters::HTML.prepend(PlainCode)

$stdin.each_line do |line|
  job = JSON.parse(line)
  $plain = job.fetch('plain', true)
  config = { 'highlighter' => 'rouge' }.merge(job['config'] || {})
  config['kramdown'] = Marshal.load(Marshal.dump(defaults)).merge(job['options'] || {})
  begin
    Timeout.timeout(job['timeout'] || 10) do
      if job['alone']
        document = Kramdown::Document.new(job['text'], job['options'] || {})
        puts JSON.generate('html' => document.to_html, 'warnings' => document.warnings)
      elsif job['smartify']
        puts JSON.generate('html' => Jekyll::Converters::SmartyPants.new(config).convert(job['text']), 'warnings' => [])
      else
        Jekyll::Converters::Markdown::KramdownParser.new(config)
        document = Kramdown::JekyllDocument.new(job['text'], config['kramdown'])
        puts JSON.generate('html' => document.to_html, 'warnings' => document.warnings)
      end
    end
  rescue Exception => e
    raise if e.is_a?(Interrupt) || e.is_a?(SystemExit)
    puts JSON.generate('error' => "#{e.class}: #{e.message[0, 200]}")
  end
end
