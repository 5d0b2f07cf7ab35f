import { join, posix } from 'node:path';
import { type Diagnostic, SiteError } from '../core/diagnostics.js';
import { expandPath, isWithin } from '../core/files.js';
import { parseEncoding } from '../core/text/encoding-name.js';
import { hintFor, nearest } from '../core/text/nearest.js';
import { describeZone } from '../core/time/described-zone.js';
import { parseTime } from '../core/time/parse-time.js';
import { timeToS } from '../core/time/strftime.js';
import { CalendarDate, Time } from '../core/time/time.js';
import { createZone, isZoneName } from '../core/time/zone.js';
import type { Config } from '../core/types.js';
import { isTruthy } from '../core/values/ruby.js';
import type { Hash } from '../core/values/values.js';
import { checkDefaults } from './check-defaults.js';
import { checkTypes, describe, engineWarnings, kramdownWarnings } from './check-types.js';
import { addDefaultCollections } from './collections.js';
import { defaultExcludes } from './defaults.js';

/** What a configuration is settled with. */
interface Settling {
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly diagnostics: Diagnostic[];
  /** Whether a flag gives the time of the build. */
  readonly isTimeAsked: boolean;
}

/** The values, where `plugins`, `include` and `exclude` are lists; throws as Jekyll where they are not. */
export function checkValues(values: Hash): Hash {
  for (const key of ['plugins', 'include', 'exclude']) {
    if (!values.has(key) || Array.isArray(values.get(key))) continue;
    const message = `'${key}' should be set as an array, but was: ${describe(values.get(key))}.`;
    throw new SiteError({ code: 'config/not-a-list', message, hint: `Write \`${key}: [ONE, TWO]\`.`, setting: [key] });
  }
  return values;
}

/** Fills in what depends on other settings and checks the settings that the program itself reads. */
export function settleConfig(
  merged: Hash,
  given: Hash,
  settling: Settling,
): { config: Config; diagnostics: readonly Diagnostic[] } {
  const { env, workingFolder, diagnostics, files, isTimeAsked } = settling;
  const compat = readCompat(merged.get('compat'));
  const values = addDefaultCollections(merged);
  addExcludes(values, given, compat);
  const heldTime = timeOfEnvironment(env);
  settleTime(values, heldTime);
  checkSingles(values);
  checkTypes(values);
  diagnostics.push(...checkDefaults(values), ...engineWarnings(values));
  diagnostics.push(...kramdownWarnings(values), ...encodingWarnings(values));
  if (compat === '3.10') renameOldKeys(values, diagnostics);
  const source = expandPath(String(values.get('source')), workingFolder);
  const destination = expandPath(String(values.get('destination')), workingFolder);
  if (isWithin(source, destination)) {
    const message = 'Destination directory cannot be or contain the Source directory.';
    throw new SiteError({
      code: 'config/destination',
      message,
      hint: 'Choose another --destination.',
      setting: ['destination'],
    });
  }
  const config: Config = {
    values,
    source,
    destination,
    cacheDirectory: join(source, posix.join('/', String(values.get('cache_dir')))),
    environment: env.JEKYLL_ENV ?? 'development',
    timezone: readTimezone(values.get('timezone'), diagnostics),
    holdsNow: isTimeAsked || heldTime !== undefined,
    compat,
    files,
  };
  return { config, diagnostics };
}

function readCompat(value: unknown): Config['compat'] {
  if (value === undefined || value === null) return '4';
  const text = String(value);
  if (/^3(?:\.1|\.10|\.9)?(?:\.\d+)?$/.test(text)) return '3.10';
  if (/^4(?:\.\d+)*$/.test(text)) return '4';
  const hint = 'Known are "4" (the default) and "3.10", which is what GitHub Pages runs.';
  throw new SiteError({
    code: 'config/compat',
    message: `There is no Jekyll ${text} to be compatible with.`,
    hint,
    setting: ['compat'],
  });
}

/**
 * Jekyll 4 excludes its own list besides the site's; Jekyll 3 only where the site has none. Where it has none, GitHub
 * Pages excludes CNAME too.
 */
function addExcludes(values: Hash, given: Hash, compat: Config['compat']): void {
  const own = values.get('exclude');
  if (!Array.isArray(own)) return;
  const hasList = Array.isArray(given.get('exclude'));
  if (compat === '3.10' && hasList) return;
  const isOnPages = [values.get('plugins'), given.get('gems')].flat().includes('github-pages');
  values.set('exclude', [
    ...new Set([...own, ...defaultExcludes[compat], ...(isOnPages && !hasList ? ['CNAME'] : [])]),
  ]);
}

/** The time that `SOURCE_DATE_EPOCH` holds still, where it does. */
function timeOfEnvironment({ SOURCE_DATE_EPOCH: epoch }: Settling['env']): Time | undefined {
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Time(Number(epoch) * 1000, 0, 'UTC') : undefined;
}

/** `time`: the configuration's, or the environment's; without either the key stays away. */
function settleTime(values: Hash, held: Time | undefined): void {
  const given = values.get('time');
  if (!isTruthy(given)) {
    if (held !== undefined) values.set('time', held);
    return;
  }
  const text = given instanceof Time || given instanceof CalendarDate ? timeToS(given) : String(given);
  if (parseTime(text, createZone('UTC')) !== undefined) return;
  const message = `Invalid date '${text}': Invalid time in _config.yml.`;
  throw new SiteError({
    code: 'config/time',
    message,
    hint: 'Write `time`, or --time, as 2024-01-31 10:00:00 +0100.',
    setting: ['time'],
  });
}

function checkSingles(values: Hash): void {
  const limit = values.get('limit_posts');
  if (typeof limit !== 'number' || limit < 0) {
    const message = 'limit_posts must be a non-negative number';
    const hint = 'Write how many posts are read; 0 for all.';
    throw new SiteError({ code: 'config/limit-posts', message, hint, setting: ['limit_posts'] });
  }
  if (typeof values.get('permalink') !== 'string') {
    const message = `'permalink' should be a style or a template, but was: ${describe(values.get('permalink'))}.`;
    const hint = 'Styles: date, pretty, ordinal, weekdate, none.';
    throw new SiteError({ code: 'config/permalink', message, hint, setting: ['permalink'] });
  }
  checkFolders(values);
  checkTexts(values);
  if (isTruthy(values.get('relative_permalinks'))) {
    const message =
      'Since v3.0, permalinks for pages in subfolders must be relative to the site source directory, not the parent directory.';
    const hint = 'Remove `relative_permalinks`. See https://jekyllrb.com/docs/upgrading/.';
    throw new SiteError({ code: 'config/relative-permalinks', message, hint, setting: ['relative_permalinks'] });
  }
}

function checkFolders(values: Hash): void {
  for (const key of [
    'source',
    'destination',
    'plugins_dir',
    'collections_dir',
    'layouts_dir',
    'data_dir',
    'includes_dir',
    'cache_dir',
  ]) {
    const value = values.get(key);
    if (key === 'includes_dir' && (value === null || value === undefined)) continue;
    const isList = key === 'plugins_dir' && Array.isArray(value);
    if (isList ? value.every((each) => typeof each === 'string') : typeof value === 'string') continue;
    const message = `'${key}' should be the name of a folder, but was: ${describe(values.get(key))}.`;
    throw new SiteError({ code: 'config/folder', message, hint: `Write \`${key}: NAME\`.`, setting: [key] });
  }
}

function checkTexts(values: Hash): void {
  for (const key of ['encoding', 'markdown_ext']) {
    const value = values.get(key);
    if (typeof value === 'string' || (key === 'encoding' && (value === false || value === null))) continue;
    const message = `'${key}' should be a text, but was: ${describe(value)}.`;
    const hint = `Write \`${key}: ${key === 'encoding' ? 'utf-8' : 'markdown,md'}\`.`;
    throw new SiteError({ code: 'config/text', message, hint, setting: [key] });
  }
  const kept = values.get('keep_files');
  if (Array.isArray(kept)) return;
  const message = `'keep_files' should be set as an array, but was: ${describe(kept)}.`;
  const hint = 'Write `keep_files: [ONE, TWO]`.';
  throw new SiteError({ code: 'config/not-a-list', message, hint, setting: ['keep_files'] });
}

function encodingWarnings(values: Hash): Diagnostic[] {
  const given = values.get('encoding');
  if (typeof given !== 'string' || !parseEncoding(given).isUnknown) return [];
  const message = `The encoding '${given}' is unknown; files are read as UTF-8.`;
  const hint = 'Write `encoding: utf-8`, or the name of another one, such as `iso-8859-1`.';
  return [{ severity: 'warning', code: 'config/encoding', message, hint, setting: ['encoding'] }];
}

function renameOldKeys(values: Hash, diagnostics: Diagnostic[]): void {
  const gems = values.get('gems');
  if (!Array.isArray(gems)) return;
  const plugins = values.get('plugins');
  values.set('plugins', [...new Set([...(Array.isArray(plugins) ? plugins : []), ...gems])]);
  const message = "The 'gems' configuration option has been renamed to 'plugins'.";
  diagnostics.push({
    severity: 'warning',
    code: 'config/deprecated',
    message,
    hint: 'Please update your config file.',
    setting: ['gems'],
  });
}

function readTimezone(value: unknown, diagnostics: Diagnostic[]): string | undefined {
  if (!isTruthy(value) || value === '') return undefined;
  const name = String(value);
  const plain = name.replace(/^:/, '');
  if (isZoneName(plain) || describeZone(plain).isMeant) return name;
  const near = nearest(name, Intl.supportedValuesOf('timeZone'));
  const hint = hintFor(near, 'Write a name of the tz database, such as Europe/Paris.');
  const message = `There is no time zone '${name}'; UTC is used.`;
  diagnostics.push({ severity: 'warning', code: 'config/timezone', message, hint, setting: ['timezone'] });
  return name;
}
