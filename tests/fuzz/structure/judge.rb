# Builds sites with the real Jekyll, each as the command would, in a child of one process that has loaded it already.
# Reads orders, a line of JSON each: { "folder": …, "flags": […], "env": {…}, "time": SECONDS, "log": FILE }, and has it all take place
# at that time. What goes to the error stream is in the log. Answers each with a line: the exit status.
# The argument, if there is one, is SafeYAML's lib folder: Debian's Jekyll reads YAML in another way than the gem.
ENV["JEKYLL_NO_BUNDLER_REQUIRE"] = "true"
require "json"
gem "jekyll"
%w(jekyll mercenary kramdown kramdown-parser-gfm rouge sassc csv).each { |name| require name }
if ARGV[0]
  $LOAD_PATH.unshift(ARGV[0])
  require "safe_yaml/load"
  SafeYAML::OPTIONS[:suppress_warnings] = true
  # A file without anything is nil, as for Debian's.
  Jekyll::Utils.define_singleton_method(:safe_load_yaml) { |yaml| SafeYAML.load(yaml) || nil }
  Jekyll::Utils.define_singleton_method(:safe_load_yaml_file) { |file, **| SafeYAML.load(File.read(file)) || nil }
end
program = Gem.bin_path("jekyll", "jekyll")

$stdout.sync = true
while (line = $stdin.gets)
  order = JSON.parse(line)
  child = fork do
    log = File.open(order["log"], "w")
    $stdin.reopen("/dev/null")
    $stdout.reopen("/dev/null")
    $stderr.reopen(log)
    $stderr.sync = true
    Dir.chdir(order["folder"])
    ENV.update(order["env"])
    now = Time.at(order["time"])
    Time.define_singleton_method(:now) { |**| now.dup }
    ARGV.replace(order["flags"])
    load program
  end
  deadline = Time.now + 20
  sleep 0.003 until (ended = Process.wait(child, Process::WNOHANG)) || Time.now > deadline
  unless ended
    Process.kill("KILL", child)
    Process.wait(child)
  end
  puts($?.exitstatus || -1)
end
