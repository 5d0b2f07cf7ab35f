/** Flags of the first Jekyll, and what took their place. */
const advice: ReadonlyMap<string, string> = new Map([
  ['--server', "The --server command has been replaced by the 'serve' subcommand."],
  ['--serve', "The --serve command has been replaced by the 'serve' subcommand."],
  ['--no-server', "To build without launching a server, use the 'build' subcommand."],
  ['--auto', "The switch '--auto' has been replaced with '--watch'."],
  ['--no-auto', "To disable auto-replication, simply leave off the '--watch' switch."],
  ['--pygments', "The 'pygments' settings has been removed in favour of 'highlighter'."],
  ['--paginate', "The 'paginate' setting can only be set in your config files."],
  ['--url', "The 'url' setting can only be set in your config files."],
]);

/** Diagnostics of flags that no longer exist, in the order of Jekyll's list. */
export function oldFlagAdvice(argv: readonly string[]): string[] {
  return [...advice].flatMap(([flag, text]) => (argv.includes(flag) ? [text] : []));
}
