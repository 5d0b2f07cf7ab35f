import { collectionsPrefix, markdownExtensions } from '../core/settings.js';
import { parseTime } from '../core/time/parse-time.js';
import { timeToS } from '../core/time/strftime.js';
import { CalendarDate, Time, type Zone } from '../core/time/time.js';
import { createZone } from '../core/time/zone.js';
import type { Config, Document } from '../core/types.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import { createDefaults, type FrontMatterDefaults } from './documents/defaults.js';
import { standardBlocks } from './documents/excerpt.js';
import { withStyleSuffix } from './documents/permalink.js';

/** What plugins change about reading. */
export interface ReadOptions {
  /** The output's extension for a source's, where a plugin's converter takes it. */
  readonly outputExtension?: (extension: string) => string | undefined;
  /** Block tags besides Liquid's and Jekyll's own, which an excerpt must close. */
  readonly blocks?: readonly string[];
  /** Called with each document that is read from its file, as soon as it is. */
  readonly onRead?: (document: Document) => void;
  /** Whether plugins may copy documents key by key. */
  readonly areCopied?: boolean;
}

/** What reading depends on besides the files: the configuration, worked out once. */
export interface ReadSettings {
  readonly config: Config;
  readonly zone: Zone;
  readonly time: Time;
  /** What templates call now: the same object as `time`, but where a configuration file gives that. */
  readonly now: Time;
  /** Whether the time was given; otherwise it is that of the process's start, and goes on for dates of documents. */
  readonly hasFixedTime: boolean;
  readonly defaults: FrontMatterDefaults;
  readonly permalinkStyle: string;
  readonly excerptSeparator: string;
  readonly pageExcerpts: boolean;
  readonly blocks: ReadonlySet<string>;
  readonly publishesFuture: boolean;
  readonly publishesUnpublished: boolean;
  readonly isStrict: boolean;
  /** The output's extension for a source's: `.html` for `.md`. */
  outputExtension(extension: string): string;
  /** The folder that collections lie in, with a slash behind; '' for the source folder. */
  readonly collectionsPrefix: string;
  /** URL templates of collections by label. */
  templateOf(label: string): string;
  readonly onRead: ((document: Document) => void) | undefined;
  /** Whether plugins may copy documents key by key. */
  readonly areCopied: boolean;
}

/** When the program began: the time of a build whose configuration names none. */
const started = Date.now();
const known = new WeakMap<Config, { options: ReadOptions; settings: ReadSettings }[]>();

/** The settings of a configuration; the same object for the same arguments. */
export function readSettings(config: Config, options: ReadOptions = {}): ReadSettings {
  const all = known.get(config) ?? [];
  const found = all.find((each) => isSame(each.options, options));
  if (found !== undefined) return found.settings;
  const settings = makeSettings(config, options);
  // Beside others: a call with other options must not drop what is cached for these.
  known.set(config, [...all, { options, settings }]);
  return settings;
}

function isSame(a: ReadOptions, b: ReadOptions): boolean {
  return (
    a.outputExtension === b.outputExtension &&
    a.onRead === b.onRead &&
    a.areCopied === b.areCopied &&
    (a.blocks ?? []).join() === (b.blocks ?? []).join()
  );
}

function makeSettings(config: Config, options: ReadOptions): ReadSettings {
  const zone = createZone(config.timezone);
  const { values } = config;
  const style = String(values.get('permalink'));
  const collections = values.get('collections');
  const time = siteTime(config, zone);
  const hasFixedTime = isTruthy(values.get('time'));
  return {
    config,
    zone,
    time,
    now: hasFixedTime && !config.holdsNow ? new Time(started, 0, zone) : time,
    hasFixedTime,
    defaults: createDefaults(config, zone),
    permalinkStyle: style,
    excerptSeparator: toS(values.get('excerpt_separator') ?? null),
    pageExcerpts: isTruthy(values.get('page_excerpts')),
    blocks: new Set([...standardBlocks, ...(options.blocks ?? [])]),
    publishesFuture: isTruthy(values.get('future')),
    publishesUnpublished: isTruthy(values.get('unpublished')),
    onRead: options.onRead,
    areCopied: options.areCopied ?? true,
    isStrict: isTruthy(values.get('strict_front_matter')),
    outputExtension: createExtensions(config, options),
    collectionsPrefix: collectionsPrefix(config),
    templateOf(label) {
      const metadata: unknown = collections instanceof Map ? collections.get(label) : undefined;
      const template: unknown = metadata instanceof Map ? metadata.get('permalink') : undefined;
      return template === undefined ? withStyleSuffix('/:collection/:path', style) : toText(template);
    },
  };
}

function toText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

function siteTime(config: Config, zone: Zone): Time {
  const given = config.values.get('time');
  if (!isTruthy(given)) return new Time(started, 0, zone);
  const text = given instanceof Time || given instanceof CalendarDate ? timeToS(given) : String(given);
  const time = parseTime(text, zone);
  return time === undefined ? new Time(started, 0, zone) : new Time(time.epochMs, time.nanos, zone);
}

function createExtensions(config: Config, options: ReadOptions): (extension: string) => string {
  const markdown = markdownExtensions(config);
  return (extension) => {
    const lower = extension.toLowerCase();
    if (markdown.has(lower) || lower === '.njk') return '.html';
    if (lower === '.scss' || lower === '.sass') return '.css';
    return options.outputExtension?.(lower) ?? extension;
  };
}
