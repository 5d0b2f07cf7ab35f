import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, placeOfBadByte, SiteError } from '../core/diagnostics.js';
import { expandPath } from '../core/files.js';
import type { Config } from '../core/types.js';
import { mergeHashes } from '../core/values/merge.js';
import { toS } from '../core/values/ruby.js';
import { parseToml } from '../core/values/toml.js';
import { type Hash, toRuby } from '../core/values/values.js';
import { parseYaml } from '../core/yaml/parse-yaml.js';
import { checkValues, settleConfig } from './check-values.js';
import { addDefaultCollections } from './collections.js';
import { defaultValues } from './defaults.js';
import { displayPath, errorWithPlace, withSettingPlace } from './setting-place.js';

/** Settings of the command line, by Jekyll's keys; `config` names the configuration files. */
export interface ConfigFlags {
  readonly source?: string;
  readonly destination?: string;
  readonly config?: readonly string[];
  readonly [key: string]: unknown;
}

/** A configuration and diagnostics of it. */
export interface LoadedConfig {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** Flags that Jekyll keeps under another key. */
const flagKeys: Readonly<Record<string, string>> = {
  drafts: 'show_drafts',
  layouts: 'layouts_dir',
  plugins: 'plugins_dir',
};

/**
 * Reads the configuration: Jekyll's defaults, under the configuration files, under the flags.
 * Throws SiteError for what Jekyll refuses.
 *
 * @param env the environment: `JEKYLL_ENV`, `SOURCE_DATE_EPOCH`
 * @param workingFolder what relative paths are relative to
 */
export function loadConfig(
  flags: ConfigFlags,
  env: Readonly<Record<string, string | undefined>>,
  workingFolder: string = process.cwd(),
): LoadedConfig {
  const files = configFiles(flags, workingFolder);
  const source = expandPath(flags.source ?? '', workingFolder);
  try {
    const diagnostics: Diagnostic[] = [];
    const read = addDefaultCollections(checkValues(withTextKeys(readFiles(files, source, diagnostics))));
    const given = mergeHashes(read, flagValues(flags));
    const defaults = defaultValues(workingFolder, join(workingFolder, '_site'));
    const values = mergeHashes(defaults, given);
    if (!values.has('serving')) values.set('serving', false);
    const settled = settleConfig(values, given, {
      files,
      env,
      workingFolder,
      diagnostics,
      isTimeAsked: flags.time !== undefined,
    });
    return { ...settled, diagnostics: settled.diagnostics.map((said) => withSettingPlace(said, files, source)) };
  } catch (error) {
    throw errorWithPlace(error, files, source);
  }
}

function configFiles(flags: ConfigFlags, workingFolder: string): string[] {
  if (flags.config !== undefined) {
    return flags.config.filter((name) => name !== '').map((name) => expandPath(name, workingFolder));
  }
  const source = expandPath(flags.source ?? '', workingFolder);
  const found = ['yml', 'yaml', 'toml']
    .map((ending) => join(source, `_config.${ending}`))
    .find((path) => existsSync(path));
  return found === undefined ? [] : [found];
}

function readFiles(files: readonly string[], source: string, diagnostics: Diagnostic[]): Hash {
  let values: Hash = new Map();
  for (const file of files) {
    const more = readConfigFile(file, displayPath(file, source));
    if (more === undefined) {
      const message = 'Error reading configuration. Using defaults (and options).';
      const hint = isConfigFile(file)
        ? `Configuration file: (INVALID) ${file}\nIt is not a list of keys and values; it and those after it are not used.`
        : `No parser for '${file}' is available. Use a .y(a)ml or .toml file instead.`;
      diagnostics.push({ severity: 'warning', code: 'config/invalid', message, hint });
      break;
    }
    values = mergeHashes(values, more);
  }
  return values;
}

/** Settings have texts for names, also where a file has numbers or dates. */
function withTextKeys(values: Hash): Hash {
  return new Map([...values].map(([key, value]) => [toS(key), value]));
}

/** The keys and values of a configuration file; undefined where it holds something else. */
export function readConfigFile(file: string, path: string): Hash | undefined {
  const text = readText(file, path);
  if (/\.toml[^./]*$/i.test(file)) return parseToml(text.replace(/^\ufeff/, ''), path);
  if (!isConfigFile(file)) return undefined;
  const value = parseYaml(text, { path });
  if (value === false || value === null) return new Map();
  return value instanceof Map ? value : undefined;
}

/** Jekyll looks at the beginning of the extension only: `_config.yml~` is one. */
function isConfigFile(file: string): boolean {
  return /\.(?:ya?ml|toml)[^./]*$/i.test(file);
}

function readText(file: string, path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new SiteError({ ...unreadable(file, cause as NodeJS.ErrnoException), path }, { cause });
  }
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const position = placeOfBadByte(text);
  const message = 'The configuration is not UTF-8.';
  throw new SiteError({ code: 'config/not-utf-8', message, hint: 'Save it as UTF-8.', path, position });
}

function unreadable(file: string, { code }: NodeJS.ErrnoException): { code: string; message: string; hint: string } {
  if (code === 'EISDIR') {
    const message = `The configuration file '${file}' is a folder.`;
    return { code: 'config/not-found', message, hint: 'Name a file: _config.yml, _config.yaml or _config.toml.' };
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const message = `The configuration file '${file}' could not be found.`;
    return { code: 'config/not-found', message, hint: 'Paths are relative to the folder that the command runs in.' };
  }
  const message = `The configuration file '${file}' cannot be read (${code}).`;
  return { code: 'config/not-found', message, hint: 'Check its permissions.' };
}

function flagValues(flags: ConfigFlags): Hash {
  const values: Hash = new Map();
  for (const [key, value] of Object.entries(flags)) {
    if (value === undefined || key === 'config') continue;
    values.set(flagKeys[key] ?? key, toRuby(value));
  }
  return values;
}
