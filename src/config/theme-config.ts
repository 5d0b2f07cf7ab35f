import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, Theme } from '../core/types.js';
import { mergeHashes } from '../core/values/merge.js';
import { defaultValues } from './defaults.js';
import { readConfigFile } from './load-config.js';

/**
 * The configuration with the theme's `_config.yml` under it, as Jekyll 4 merges it: not into Jekyll's own keys, and not
 * where `ignore_theme_config` is true or the file is a symbolic link.
 */
export function withThemeConfig(config: Config, theme: Theme): Config {
  if (config.compat === '3.10' || config.values.get('ignore_theme_config') === true) return config;
  const file = join(theme.root, '_config.yml');
  if (!existsSync(file) || lstatSync(file).isSymbolicLink()) return config;
  const values = readConfigFile(file, `${theme.name}/_config.yml`);
  if (values === undefined) return config;
  const own = defaultValues('', '');
  const added = new Map([...values].filter(([key]) => !own.has(key)));
  return { ...config, values: mergeHashes(added, config.values), files: [...config.files, file] };
}
