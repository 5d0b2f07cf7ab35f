import { checkBuildFolders } from '../config/check-folders.js';
import { fetchThemeGem } from '../config/fetched-gem.js';
import { type ConfigFlags, type LoadedConfig, loadConfig } from '../config/load-config.js';
import { findRemoteTheme, remoteThemeOf, remoteThemeWarning } from '../config/remote-theme.js';
import { errorWithPlace } from '../config/setting-place.js';
import { checkTheme, findTheme, themeNotFound } from '../config/theme.js';
import { withThemeConfig } from '../config/theme-config.js';
import type { Diagnostic } from '../core/diagnostics.js';
import type { Plugin } from '../core/plugin.js';
import type { Config, Theme } from '../core/types.js';
import { loadPlugins } from '../plugins/registry.js';
import { gemfileAlone } from './gemfile-alone.js';
import { pagesTheme, versionsOnPages } from './pages-theme.js';
import { createOutside, type Outside } from './saved/outside.js';

/** What is settled before anything of the site is read. */
export interface LoadedSite {
  readonly config: Config;
  readonly theme?: Theme;
  /** In the order of their generators: the highest priority first. */
  readonly plugins: readonly Plugin[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outside: Outside;
}

/**
 * Settles configuration, theme and plugins. Throws SiteError for what cannot be used at all.
 *
 * @param loaded the configuration that the flags name, where it was read already
 */
export async function loadSite(flags: ConfigFlags, loaded = loadConfig(flags, process.env)): Promise<LoadedSite> {
  try {
    checkBuildFolders(loaded.config);
    return await settle(loaded);
  } catch (error) {
    throw errorWithPlace(error, loaded.config.files, loaded.config.source);
  }
}

async function settle(loaded: LoadedConfig): Promise<LoadedSite> {
  const diagnostics: Diagnostic[] = [...loaded.diagnostics];
  const report = (diagnostic: Diagnostic): number => diagnostics.push(diagnostic);
  const outside = createOutside(loaded.config.source);
  const tools = { ...outside, report };
  const first = await loadPlugins(loaded.config);
  let config = configure(loaded.config, first.plugins, tools);
  const isPages = isOnPages(first.plugins);
  const theme = (await themeOf(config, report, isPages)) ?? (isPages ? await pagesTheme(config, report) : undefined);
  if (theme !== undefined) config = withThemeConfig(config, theme);
  // The theme's configuration and its dependencies can name more plugins.
  const all = theme === undefined ? first : await loadPlugins(config, theme);
  const known = new Set(first.plugins.map(({ name }) => name));
  config = configure(
    config,
    all.plugins.filter(({ name }) => !known.has(name)),
    tools,
  );
  diagnostics.push(...all.diagnostics, ...gemfileAlone(config, new Set(all.plugins.map(({ name }) => name))));
  const plugins = [...all.plugins].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  return { config, ...(theme === undefined ? {} : { theme }), plugins, diagnostics, outside };
}

function configure(
  config: Config,
  plugins: readonly Plugin[],
  tools: Parameters<NonNullable<Plugin['configure']>>[1],
): Config {
  return plugins.reduce((settled, plugin) => plugin.configure?.(settled, tools) ?? settled, config);
}

/** The class that Ruby gives to a value of a configuration. */
function rubyClass(value: unknown): string {
  if (value instanceof Map) return 'Hash';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass';
  return typeof value === 'number' && Number.isInteger(value)
    ? 'Integer'
    : typeof value === 'object'
      ? 'Date'
      : 'Float';
}

/** Whether a site asks to be built as GitHub Pages builds it. */
export function isOnPages(plugins: readonly Plugin[]): boolean {
  return plugins.some(({ name }) => name === 'github-pages');
}

async function themeOf(
  config: Config,
  report: (diagnostic: Diagnostic) => void,
  isPages: boolean,
): Promise<Theme | undefined> {
  const remote = remoteThemeOf(config);
  if (remote !== undefined) return findRemoteTheme(remote, config);
  const unread = remoteThemeWarning(config);
  if (unread !== undefined) report(unread);
  const name = config.values.get('theme');
  if (name === undefined || name === null) return undefined;
  if (typeof name !== 'string') {
    report({
      severity: 'warning',
      code: 'config/theme',
      setting: ['theme'],
      message: `value of 'theme' in config should be String to use gem-based themes, but got ${rubyClass(name)}`,
      hint: 'No theme is used.',
    });
    return undefined;
  }
  const requirements = isPages ? versionsOnPages(name) : [];
  const theme = findTheme(name, config) ?? (await fetchThemeGem(name, config, { requirements }));
  if (theme === undefined) throw themeNotFound(name, config);
  const problem = checkTheme(theme);
  if (problem !== undefined) report(problem);
  return theme;
}
