/** The value of a flag: a switch, a text, a number, a list. */
export type FlagValue = boolean | string | number | readonly string[];

/** Values given on the command line, by key; keys of the configuration take precedence over its files. */
export type Flags = Readonly<Record<string, FlagValue>>;

/** The text that a flag was given; undefined where it is empty, or was not given. */
export function textFlag(flags: Flags, key: string): string | undefined {
  const value = flags[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One row of the table of flags. Parsing and help derive from it. */
export interface Flag {
  /** As typed after `--`. */
  readonly long: string;
  /** As typed after `-`. */
  readonly short?: string;
  /**
   * `switch`: nothing follows; `negatable`: nor here, and `--no-…` too; `value`, `integer`, `list` (comma-separated):
   * something must follow; `optional`: may.
   */
  readonly type: 'switch' | 'negatable' | 'value' | 'optional' | 'integer' | 'list';
  /** What follows, as help calls it. */
  readonly value?: string;
  readonly help: string;
  /** The key of the configuration that it sets, or of the command's own options. */
  readonly key: string;
}

const configFile: Flag = {
  long: 'config',
  type: 'list',
  value: 'FILE1[,FILE2,...]',
  help: 'Custom configuration file',
  key: 'config',
};

/** Flags of every command. */
export const globalFlags: readonly Flag[] = [
  { long: 'source', short: 's', type: 'value', value: 'DIR', help: 'Source directory (defaults to ./)', key: 'source' },
  {
    long: 'destination',
    short: 'd',
    type: 'value',
    value: 'DIR',
    help: 'Destination directory (defaults to ./_site)',
    key: 'destination',
  },
  { long: 'safe', type: 'switch', help: 'Safe mode: no plugins of the site’s own', key: 'safe' },
  {
    long: 'plugins',
    short: 'p',
    type: 'list',
    value: 'DIR1[,DIR2,...]',
    help: 'Plugins directory (defaults to ./_plugins)',
    key: 'plugins_dir',
  },
  {
    long: 'layouts',
    type: 'value',
    value: 'DIR',
    help: 'Layouts directory (defaults to ./_layouts)',
    key: 'layouts_dir',
  },
  { long: 'profile', type: 'switch', help: 'Shows where the time of the build goes', key: 'profile' },
  { long: 'help', short: 'h', type: 'switch', help: 'Show this message', key: 'help' },
  { long: 'version', short: 'v', type: 'switch', help: 'Print the name and version', key: 'version' },
  { long: 'trace', short: 't', type: 'switch', help: 'Show the full backtrace when an error occurs', key: 'trace' },
];

/** Flags of `build`; `serve` and `clean` have them too. */
export const buildFlags: readonly Flag[] = [
  configFile,
  { long: 'future', type: 'switch', help: 'Publishes posts with a future date', key: 'future' },
  {
    long: 'limit_posts',
    type: 'integer',
    value: 'MAX_POSTS',
    help: 'Limits the number of posts to parse and publish',
    key: 'limit_posts',
  },
  { long: 'watch', short: 'w', type: 'negatable', help: 'Watch for changes and rebuild', key: 'watch' },
  {
    long: 'baseurl',
    short: 'b',
    type: 'value',
    value: 'URL',
    help: 'Serve the website from the given base URL',
    key: 'baseurl',
  },
  { long: 'force_polling', type: 'switch', help: 'Force watch to use polling', key: 'force_polling' },
  { long: 'lsi', type: 'switch', help: 'Use LSI for improved related posts', key: 'lsi' },
  { long: 'drafts', short: 'D', type: 'switch', help: 'Render posts in the _drafts folder', key: 'show_drafts' },
  { long: 'unpublished', type: 'switch', help: 'Render posts that were marked as unpublished', key: 'unpublished' },
  { long: 'disable-disk-cache', type: 'switch', help: 'Disable caching to disk', key: 'disable_disk_cache' },
  { long: 'quiet', short: 'q', type: 'switch', help: 'Silence output', key: 'quiet' },
  { long: 'verbose', short: 'V', type: 'switch', help: 'Print verbose output', key: 'verbose' },
  {
    long: 'incremental',
    short: 'I',
    type: 'switch',
    help: 'Accepted; rebuilding is always incremental',
    key: 'incremental',
  },
  {
    long: 'strict_front_matter',
    type: 'switch',
    help: 'Fail if errors are present in front matter',
    key: 'strict_front_matter',
  },
  { long: 'strict', type: 'switch', help: 'Fail on warnings too', key: 'strict' },
  { long: 'time', type: 'value', value: 'TIME', help: 'The time that the site is built for (site.time)', key: 'time' },
];

/** Flags of `serve` beside those of `build`. */
export const serveFlags: readonly Flag[] = [
  {
    long: 'host',
    short: 'H',
    type: 'optional',
    value: 'HOST',
    help: 'Host to bind to (defaults to 127.0.0.1)',
    key: 'host',
  },
  {
    long: 'port',
    short: 'P',
    type: 'optional',
    value: 'PORT',
    help: 'Port to listen on (defaults to 4000)',
    key: 'port',
  },
  { long: 'open-url', short: 'o', type: 'switch', help: 'Launch your site in a browser', key: 'open_url' },
  { long: 'detach', short: 'B', type: 'switch', help: 'Run the server in the background', key: 'detach' },
  { long: 'ssl-cert', type: 'optional', value: 'CERT', help: 'X.509 (SSL) certificate', key: 'ssl_cert' },
  { long: 'ssl-key', type: 'optional', value: 'KEY', help: 'X.509 (SSL) private key', key: 'ssl_key' },
  {
    long: 'show-dir-listing',
    type: 'switch',
    help: 'Show a directory listing instead of loading your index file',
    key: 'show_dir_listing',
  },
  {
    long: 'skip-initial-build',
    type: 'switch',
    help: 'Serve what is there before anything changes',
    key: 'skip_initial_build',
  },
  {
    long: 'livereload',
    short: 'l',
    type: 'negatable',
    help: 'Show edits in open pages (on by default)',
    key: 'livereload',
  },
  {
    long: 'livereload-ignore',
    type: 'list',
    value: 'GLOB1[,GLOB2,...]',
    help: 'Files whose changes are not shown by themselves',
    key: 'livereload_ignore',
  },
  { long: 'livereload-min-delay', type: 'optional', value: 'SECONDS', help: 'Accepted', key: 'livereload_min_delay' },
  { long: 'livereload-max-delay', type: 'optional', value: 'SECONDS', help: 'Accepted', key: 'livereload_max_delay' },
  {
    long: 'livereload-port',
    type: 'integer',
    value: 'PORT',
    help: 'Accepted; the site’s own port is used',
    key: 'livereload_port',
  },
  {
    long: 'editor',
    type: 'value',
    value: 'NAME',
    help: 'Editor that links in error pages open (vscode, idea, zed, none, or a URL)',
    key: 'editor',
  },
];

/** Flags of `check` beside those of `build`. */
export const checkFlags: readonly Flag[] = [
  {
    long: 'except',
    type: 'list',
    value: 'GLOB1[,GLOB2,...]',
    help: 'URLs that are not looked at',
    key: 'except',
  },
];

/** Flags of `doctor`. */
export const doctorFlags: readonly Flag[] = [configFile];

/** Flags of `new`. */
export const newFlags: readonly Flag[] = [
  { long: 'force', type: 'switch', help: 'Force creation even if PATH already exists', key: 'force' },
  { long: 'blank', type: 'switch', help: 'Creates scaffolding but with empty files', key: 'blank' },
  { long: 'skip-bundle', type: 'switch', help: 'Accepted; there is no bundle', key: 'skip_bundle' },
  {
    long: 'ci',
    type: 'value',
    value: 'NAME',
    help: 'Publishing from github (the default), gitlab, netlify, cloudflare or none',
    key: 'ci',
  },
];

/** Flags of `new-theme`. */
export const newThemeFlags: readonly Flag[] = [
  { long: 'code-of-conduct', short: 'c', type: 'switch', help: 'Include a Code of Conduct', key: 'code_of_conduct' },
];

const extension: Flag = {
  long: 'extension',
  short: 'x',
  type: 'value',
  value: 'EXT',
  help: 'Specify the file extension',
  key: 'extension',
};
const layout: Flag = {
  long: 'layout',
  short: 'l',
  type: 'value',
  value: 'LAYOUT',
  help: 'Specify the layout',
  key: 'layout',
};
const force: Flag = {
  long: 'force',
  short: 'f',
  type: 'switch',
  help: 'Overwrite a file that already exists',
  key: 'force',
};
const date: Flag = { long: 'date', short: 'd', type: 'value', value: 'DATE', help: 'Specify the date', key: 'date' };
const timestamp: Flag = {
  long: 'timestamp-format',
  type: 'value',
  value: 'FORMAT',
  help: 'Custom timestamp format',
  key: 'timestamp_format',
};

/** Flags of the commands that make and move posts, by command. */
export const composeFlags = {
  draft: [extension, layout, force, configFile],
  post: [extension, layout, force, date, configFile, timestamp],
  publish: [date, configFile, force, timestamp],
  unpublish: [configFile, force],
  page: [extension, layout, force, configFile],
  rename: [force, configFile, date, { long: 'now', type: 'switch', help: 'Specify the date as now', key: 'now' }],
  compose: [
    extension,
    layout,
    force,
    date,
    { long: 'collection', short: 'c', type: 'value', value: 'NAME', help: 'Specify the collection', key: 'collection' },
    { long: 'post', type: 'switch', help: 'Create a new post (default)', key: 'post' },
    { long: 'draft', type: 'switch', help: 'Create a new draft', key: 'draft' },
    configFile,
  ],
} as const satisfies Readonly<Record<string, readonly Flag[]>>;
