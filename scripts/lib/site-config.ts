import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/core/yaml/parse-yaml.js';

/** What must be changed in a site's configuration so that this machine's Jekyll can build it. */
export interface ConfigChange {
  /** Flags naming the site's own configuration and the changes. */
  readonly flags: readonly string[];
  /** Each change, for people. */
  readonly notes: readonly string[];
}

function gemNames(): Set<string> {
  const result = spawnSync('ruby', ['-e', 'puts Gem::Specification.map(&:name)'], { encoding: 'utf8' });
  return new Set((result.stdout ?? '').split('\n').filter(Boolean));
}

function readConfig(path: string): Record<string, unknown> {
  try {
    const values = parseYaml(readFileSync(path, 'utf8'), { path });
    return values instanceof Map ? Object.fromEntries(values) : {};
  } catch {
    return {};
  }
}

/** Debian's Jekyll stops at Ruby symbols (`style: :compressed`) where upstream reads a string. */
function replaceSymbols(path: string, notes: string[]): void {
  const text = readFileSync(path, 'utf8');
  const plain = text.replace(/^(\s*[\w-]+:\s+):(\w+)\s*$/gm, '$1$2');
  if (plain === text) return;
  notes.push('Ruby symbols in the configuration made strings');
  writeFileSync(path, plain);
}

function changedValues(source: string, config: Record<string, unknown>, notes: string[]): Record<string, unknown> {
  const gems = gemNames();
  const change: Record<string, unknown> = {};
  if (config.time === undefined) change.time = new Date().toISOString();
  for (const key of ['plugins', 'gems']) {
    const named = config[key];
    if (!Array.isArray(named)) continue;
    const absent = named.filter((name) => !gems.has(String(name)));
    if (absent.length > 0) notes.push(`left out of ${key}, not on this machine: ${absent.join(', ')}`);
    // Both keys, as Utterson takes the plugins of either.
    change.plugins = change[key] = named.filter((name) => gems.has(String(name)));
  }
  if (typeof config.theme === 'string' && !gems.has(config.theme)) {
    notes.push(`theme not on this machine: ${config.theme}`);
    change.theme = false;
  }
  if (config.relative_permalinks === true) {
    notes.push('relative_permalinks set to false, which Jekyll 4 demands');
    change.relative_permalinks = false;
  }
  if (config.markdown === 'redcarpet' || config.markdown === 'rdiscount') {
    notes.push(`markdown: ${config.markdown} replaced by kramdown`);
    change.markdown = 'kramdown';
  }
  const plugins = join(source, String(config.plugins_dir ?? '_plugins'));
  if (existsSync(plugins) && readdirSync(plugins, { recursive: true }).some((name) => String(name).endsWith('.rb'))) {
    notes.push('Ruby plugins of the site are not run');
    change.plugins_dir = '_no_plugins';
  }
  return change;
}

/** Writes a second configuration file beside the site with what has to change, fixing the time of the build too. */
export function adaptConfig(
  source: string,
  extraFile: string,
  ownFlags: readonly string[],
  wanted: Record<string, unknown> = {},
): ConfigChange {
  const notes: string[] = [];
  const names = ['_config.yml', '_config.yaml', '_config.toml'].filter((name) => existsSync(join(source, name)));
  const own = names[0] === undefined ? [] : [join(source, names[0])];
  if (own[0] !== undefined) replaceSymbols(own[0], notes);
  const change = changedValues(source, own[0] === undefined ? {} : readConfig(own[0]), notes);
  writeFileSync(extraFile, JSON.stringify({ ...change, ...wanted }));
  if (ownFlags.includes('--config')) return { flags: [], notes };
  return { flags: ['--config', [...own, extraFile].join(',')], notes };
}
