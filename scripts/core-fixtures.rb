# Writes tests/core/fixtures/*.json with what Ruby says of dates, slugs, URLs and globs.
# Usage: ruby scripts/core-fixtures.rb
require 'json'
require 'time'
require 'date'
ENV['JEKYLL_NO_BUNDLER_REQUIRE'] = 'true'
require 'jekyll'
Jekyll.logger.log_level = :error

FOLDER = File.expand_path('../tests/core/fixtures', __dir__)
def save(name, value)
  File.write(File.join(FOLDER, name), JSON.pretty_generate(value) + "\n")
end

# strftime
letters = %w[Y C y m d e j H k I l M S u w G g V U W s A a B b h p P Z n t % c D x F r R T X v z N L Q i]
formats = letters.flat_map { |l| ['', '-', '0', '^', '#', '_', '10', '-10', '_10', '3'].map { |f| "%#{f}#{l}" } }
formats += ['%:z', '%::z', '%:::z', '%_:z', '%%d', '% d', '%Ey', '%Od', '%6N', '%Y-%m-%dT%H:%M:%S%:z', '%-d %B %Y', 'plain', '%^B %e']
formats -= ['%-z']
moments = [['UTC', 0, 0], ['Europe/Berlin', 1_577_840_461, 123_456_789], ['America/New_York', 1_593_561_599, 1000],
           ['Asia/Kolkata', -1, 0], ['Australia/Lord_Howe', 1_104_537_600, 999_999_999]]
times = moments.map do |zone, seconds, nanos|
  ENV['TZ'] = zone
  time = Time.at(seconds, nanos, :nsec)
  { zone: zone, seconds: seconds, nanos: nanos, texts: formats.map { |f| time.strftime(f) },
    to_s: time.to_s, inspect: time.inspect, xmlschema: time.xmlschema, rfc822: time.rfc822 }
end
save('strftime.json', formats: formats, times: times)

# Time.parse
texts = <<~TEXTS.lines(chomp: true)
  2020-01-02
  2020-01-02 10:11
  2020-01-02 10:11:12
  2020-01-02T10:11:12Z
  2020-01-02T10:11:12+02:00
  2020-01-02 10:11:12 +0200
  2020-01-02 10:11:12 -0500
  2020-01-02 10:11:12.123456789 UTC
  2020-01-02 3:04 PM
  Jan 5, 2020
  January 5, 2020
  5 Jan 2020
  5 January 2020 10:00
  Sun, 05 Jan 2020 10:11:12 GMT
  Sun, 05 Jan 2020 10:11:12 +0000
  Sunday, January 5th, 2020
  5th of January 2020
  1/2/2020
  2020/01/02 10:00
  01/02/20
  20200102
  20200102101112
  2020-1-2
  2020.01.02
  02.01.2020
  10:00
  10pm
  Jan 5
  Jan 2020
  2020
  2020-01
  1-Feb-2020
  1-feb-20
  2020-02-30
  2020-02-31 10:00
  2020-13-01
  2020-01-32
  2020-01-01 25:00
  2020-01-01 24:00
  2020-01-01 10:60
  hello

  2020-01-02 10:11 EST
  2020-01-02 10:11 CET
  2020-07-02 10:11 CEST
  2020-07-02 10:11 XYZ
  Thu Nov 29 14:33:20 2001
  Thu, 29 Nov 2001 14:33:20 -0800 (PST)
  2020-001
  2020-366
  12:30:45.5
  H31.04.30
  3rd Feb 2001 04:05:06 PM
  '99 Jan 5
  5 jan 99
  68-01-02
  69-01-02
  --01-02
  Jan 5 44 BC
  20200102T101112Z
  2020-01-02 10:11:12 GMT+2
  2020年1月2日
  2020-10-25 02:30
  2020-03-29 02:30
  2020-10-25 02:30:00 +0200
  12345678.25
  31/12/2019
  12/31
  10.01.20 8am
  2020-01-01-title
  marmot 12
  Firefox中markdown的img max-width:100%不兼容
  max-width:100%不
  中jan 5
  jan中 5
  5時jan
  é3rd Feb
  10:00 中文 5 jan
  348am junjan分
  10:00pm中
  n 365
  n 366
  2020-366
  2021-366
  890399570,
  890399570.5
  12345678901.
  123.
  कि 12 मई 2020 may
  x² 5 jan
  2021-04-24 24:25:00 +0300
  2021-04-24 24:25:00
  2021-04-24 24:25:00 +0000
  2020-03-31 29:39:08 +0800
  2020-03-31 33:39:08 +0800
  2020-04-31 20:00 -0800
  2020-12-31 20:00 -0800
  2021-03-00 01:00 +0300
  2021-01-00 01:00 +0300
  2020-03-01 10:75 +0530
  2020-03-01 10:75 +0500
  2020-03-01 23:50:70 -01:00:30
  20200102T102030 -0500
  20200102 102030.5 +0100
  20200102 Monday -5
  20200102T102030  Z
  01 BC-2.1.2020
  Jan --01-02 5
TEXTS
now = 1_600_000_000
parsed = %w[Europe/Berlin America/New_York].map do |zone|
  ENV['TZ'] = zone
  { zone: zone, cases: texts.map do |text|
    time = begin Time.parse(text, Time.at(now)) rescue nil end
    [text, time && [time.to_i, time.nsec, time.utc_offset, time.utc?]]
  end }
end
save('parse-time.json', now: now, zones: parsed)

# slugs and URLs
names = ['Hello World', 'The _config.yml file', 'a.b~c!d$e&f', "it's (me), ok+then=;@", '日本語 タイトル', 'Crème Brûlée', "e\u0301 cafe\u0301",
         '  lead and trail  ', '--x--', '100% sure?', 'ÆØÅ ß ł', 'Привет Мир', 'a/b\\c', 'UPPER', 'x', 'a  b', '½ ² ٣', "tab\there", 'नमस्ते दुनिया']
slugs = names.flat_map do |name|
  ['raw', 'default', 'pretty', 'ascii', 'latin', 'none', nil].flat_map do |mode|
    [false, true].map { |cased| [name, mode, cased, Jekyll::Utils.slugify(name, :mode => mode, :cased => cased)] }
  end
end
paths = ['/a b', '/ü/ö', '/a?b#c', '/100%', '/%20', "/a'b(c)[d]{e}", '/x;y=z&w,@!$*+~', '/日本', '', '/plain/path.html', '/a|b^c`d"e<f>', '/#a#b']
urls = paths.map { |path| [path, Jekyll::URL.escape_path(path), Jekyll::URL.unescape_path(path)] }
cleaned = ['a//b', '/../x', '../../x', './a/./b', 'a..b', '/a/../b', '...', '/a/', 'a./b']
sanitized = cleaned.map { |url| [url, Jekyll::URL.new(:permalink => url).to_s] }
save('slugs.json', slugs: slugs, urls: urls, sanitized: sanitized)

# fnmatch
patterns = ['*', '*.md', '/a/*', '/a/*.md', '/a/?.md', '/a/[a-c].md', '/a/[!a-c].md', '/a/[^a].md', '/**/x', '/a/**/x', '\\*', '/a/\\*', '/[', '/a/[]a]', '{a,b}', '/a.b',
            '.*', '?x', '[.]x', '/a/[a-]', '/a/[\\]]', '/a/[z-b].md', '/a/[!z-b].md', '']
files = ['a', '.a', 'a.md', '/a/b.md', '/a/b/c.md', '/a/z.md', '/a/x', '/x', '/a/b/x', '*', '/a/*', '/[', '/a/]', '/aXb', '/a.b', '.x', '/a/-', '', '{a,b}', '/a/.h']
save('fnmatch.json', patterns.flat_map { |p| files.map { |f| [p, f, File.fnmatch?(p, f)] } })

# Time zones that TZ describes rather than names, those that nothing is known of, and names with other capitals
texts = <<~TEXTS.lines(chomp: true)
  UTC+3
  UTC-5
  GMT+2
  UTC0
  EST5
  JST-9
  PST
  IST
  ABC
  AB
  Nope/Zone
  Europe/berlin
  us/pacific
  europe/paris
  +05:00
  -03:00
  +09
  5
  <+03>-3
  <-0330>3:30
  <+0545>-5:45:30
  <AB>3
  <+03
  EST5EDT4
  QQQ5RRR
  CET-1CEST,M3.5.0,M10.5.0/3
  EST5EDT,M3.2.0,M11.1.0
  EST5EDT4,M3.2.0/02:00:00,M11.1.0/02:00:00
  NZST-12NZDT,M9.5.0,M4.1.0/3
  IST-1GMT0,M10.5.0,M3.5.0/1
  <-03>3<-02>,M3.5.0/-2,M10.5.0/-1
  EST5EDT,J60,J300
  EST5EDT,59/1:30,299/25
  EST5EDT,M3.2.0
  EST5EDT,M3.2.0,
  EST5EDT,nonsense
  EST5EDTM3.2.0,M11.1.0
  AAA24:59:59
  AAA-25
  AAA5:99
  AAA5BB
  AAA5<+04>
  AAA5BBB3:30,J1/0,J365/23
  UTC+3 
  \tUTC
  :UTC+3
  :America/New_York
  :Nope
  Etc/GMT+5
  PST8PDT
  UTC+3x
  GMT+0200
  UTC+05:30
  EET-2EEST,M3.5.0/3,M10.5.0/4
  IST-2IDT,M3.4.4/26,M10.5.0
TEXTS
moments = (2010..2030).step(5).flat_map { |year| (0..25).map { |part| Time.utc(year).to_i + part * 14 * 86_400 + 4321 * part } }
locals = [[2024, 3, 10, 2, 30], [2024, 11, 3, 1, 30], [2024, 3, 31, 2, 30], [2024, 10, 27, 2, 30], [2024, 7, 1, 12, 0], [2024, 12, 15, 23, 59]]
described = texts.map do |text|
  ENV['TZ'] = text
  runs = moments.map { |at| [at, Time.at(at).utc_offset, Time.at(at).zone] }
  { text: text, runs: runs.slice_when { |a, b| a[1..] != b[1..] }.map(&:first), last: runs.last[0],
    locals: locals.map { |fields| Time.local(*fields).to_i } }
end
ENV['TZ'] = 'UTC'
save('zones.json', moments: moments, locals: locals, zones: described)
