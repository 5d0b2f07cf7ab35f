# Texts that the rules of Rouge's lexers match, made by chance from their regular expressions, and words that the lexers know:
# JSON of a seed and languages on standard input, JSON of the texts of each language on standard output.
require 'json'
require 'rouge'

# A text that a regular expression matches, with what it looks at before and behind.
class TextMaker
  POOL = ((' '..'~').to_a + ["\t", "\n"] + %w[a b c x y 0 1 2 é λ Ω 日 € · ‿ ₂ 𝑥] + ["\u00a0"]).freeze

  def initialize(regex, random)
    @regex = regex
    @random = random
  end

  def make
    4.times do
      text = try
      return text if text
    end
    nil
  end

  private

  def try
    @source = @regex.source
    @at = 0
    @groups = {}
    @count = 0
    @before = +''
    @behind = +''
    body = alternatives(@regex.options)
    text = @before + body + @behind
    text if text.match(@regex, @before.size)&.begin(0) == @before.size
  rescue RegexpError, RangeError
    nil
  end

  # Every alternative is made, as that is how the source is gone through; one of them is taken.
  def alternatives(options)
    made = [sequence(options)]
    while peek == '|'
      @at += 1
      made << sequence(options)
    end
    made.sample(random: @random)
  end

  def sequence(options)
    out = +''
    while peek && peek != '|' && peek != ')'
      if (options & Regexp::EXTENDED) != 0 && (skipped = @source[@at..][/\A(?:\s+|#[^\n]*)/])
        @at += skipped.size
        next
      end
      from = @at
      before, behind = @before.dup, @behind.dup
      one = atom(options)
      low, high = quantifier
      low += @random.rand(4) if high.nil? || high > low
      low = [low, high].compact.min
      upto = @at
      @before, @behind = before, behind if low.zero?
      out << one if low.positive?
      (low - 1).times do
        @at = from
        out << atom(options)
      end
      @at = upto
    end
    out
  end

  def quantifier
    found = @source[@at..][/\A(?:[*+?]|\{\d*,?\d*\})[?+]?/] or return [1, 1]
    return [1, 1] if found.start_with?('{') && found !~ /\d/
    @at += found.size
    case found[0]
    when '*' then [0, nil]
    when '+' then [1, nil]
    when '?' then [0, 1]
    else
      low, comma, high = found.match(/\{(\d*)(,?)(\d*)/).captures
      [low.to_i, high.empty? ? (comma.empty? ? low.to_i : nil) : high.to_i]
    end
  end

  def atom(options)
    case char = take
    when '\\' then escape(options)
    when '[' then character(set, options)
    when '(' then group(options)
    when '.' then character('.', options)
    when '^', '$' then ''
    else cased(char, options)
    end
  end

  def cased(char, options)
    (options & Regexp::IGNORECASE) != 0 && @random.rand(4).zero? ? char.swapcase : char
  end

  def escape(options)
    rest = @source[@at..]
    if (found = rest[/\A(?:[pP]\{[^}]*\}|[wWdDsShHR]|u\{?\h+\}?|x\h{1,2}|0[0-7]{0,2}|[tnrfvae])/])
      @at += found.size
      return character("\\#{found}", options)
    end
    return '' if rest.match?(/\A[bBAzZG]/) && take
    if (found = rest[/\A(?:\d+|k<\w+>)/])
      @at += found.size
      return @groups[found[/\w+(?=>)|\d+/]].to_s
    end
    cased(take, options)
  end

  # The source of a set of characters, whose bracket is behind.
  def set
    from = @at - 1
    depth = 1
    @at += 1 if peek == '^'
    until depth.zero?
      case take
      when '\\' then @at += 1
      when '[' then depth += 1
      when ']' then depth -= 1
      when nil then raise RegexpError
      end
    end
    @source[from...@at]
  end

  def character(source, options)
    regex = Regexp.new("\\A(?:#{source})\\z", options & (Regexp::IGNORECASE | Regexp::MULTILINE))
    fitting = (POOL + source.scan(/[^\\\[\]^-]/)).select { |char| regex.match?(char) }
    fitting = [source.start_with?('\\u', '\\x', '\\0') ? eval("\"#{source}\"") : 'x'] if fitting.empty?
    fitting.sample(random: @random)
  end

  def group(options)
    head = @source[@at..][/\A\?(?:[:=!>]|<[=!]|<\w+>|#[^)]*|[mix]*(?:-[mix]+)?:?)/] || ''
    @at += head.size
    if head =~ /\A\?([mix]*)(?:-([mix]+))?:?\z/ && head != '?:'
      options = switched(options, $1, $2)
      # Options without a colon hold to the end of the group around.
      return take && alternatives(options) unless head.end_with?(':')
    end
    index = head.empty? || head.start_with?('?<') && head =~ /\w/ ? (@count += 1) : nil
    made = alternatives(options)
    take
    @groups[head[/\w+/] || index.to_s] = made if index
    place(head, made)
  end

  def switched(options, on, off)
    bits = { 'm' => Regexp::MULTILINE, 'i' => Regexp::IGNORECASE, 'x' => Regexp::EXTENDED }
    on.each_char { |letter| options |= bits[letter] }
    off.to_s.each_char { |letter| options &= ~bits[letter] }
    options
  end

  def place(head, made)
    case head
    when '?=' then (@behind << made) && ''
    when '?<=' then (@before << made) && ''
    when '?!', '?<!' then ''
    else head.start_with?('?#') ? '' : made
    end
  end

  def peek = @source[@at]

  def take
    @at += 1
    @source[@at - 1]
  end
end

def rules_of(lexer)
  found = []
  owner = lexer
  while owner.respond_to?(:state_definitions) && owner != Rouge::RegexLexer
    owner.state_definitions.each do |name, _|
      found.concat(lexer.get_state(name).rules.grep(Rouge::RegexLexer::Rule))
    rescue StandardError
      # Some states have mistakes, which come out when they are first entered.
    end
    owner = owner.superclass
  end
  found.map(&:re).uniq
end

def strings_in(value)
  case value
  when Hash then value.flat_map { |key, item| strings_in(key) + strings_in(item) }
  when Array, Set then value.flat_map { |item| strings_in(item) }
  when String, Symbol then [value.to_s]
  else []
  end
end

# The words of lists that a lexer has as constants or by methods of its class.
def words_of(lexer)
  names = lexer.singleton_methods(false).select { |name| lexer.method(name).arity.zero? && name =~ /keyword|type|builtin|word|const|func|decl|reserved|operator|attr|prop|exception|tag|direct|special|pseudo/ }
  lists = names.map { |name| lexer.public_send(name) } + lexer.constants(false).map { |name| lexer.const_get(name) }
  lists.grep_v(String).flat_map { |list| strings_in(list) }.uniq
rescue StandardError
  []
end

input = JSON.parse($stdin.read)
random = Random.new(input['seed'])
texts = input['languages'].to_h do |language|
  lexer = Rouge::Lexer.find(language)
  next [language, []] unless lexer && lexer < Rouge::RegexLexer
  made = rules_of(lexer).flat_map { |regex| Array.new(3) { TextMaker.new(regex, random).make } }
  [language, (made.compact + words_of(lexer).sample(40, random: random)).select { |text| text.size < 400 && text.valid_encoding? }]
end
puts JSON.generate(texts)
