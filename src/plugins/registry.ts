import type { Diagnostic } from '../core/diagnostics.js';
import type { Plugin } from '../core/plugin.js';
import { nearest } from '../core/text/nearest.js';
import type { Config, Theme } from '../core/types.js';
import { isTruthy, toS } from '../core/values/ruby.js';
import { builtInPlugins, githubPagesAllowed, githubPagesDefaults, replacements } from './built-in.js';
import { githubPages } from './github/github-pages.js';
import { findRubyPlugins } from './ruby-plugins.js';
import { loadPackagePlugin, loadPluginFiles } from './user/load.js';
import { asArray, setting } from './values.js';

/** The plugins of a site, in the order in which they were named. */
export interface LoadedPlugins {
  readonly plugins: readonly Plugin[];
  /** Plugins that cannot run, by name, with what to do instead. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads what a site uses: the theme's plugins, those in `_plugins`, those that `plugins:` names. A plugin that cannot
 * run is reported as a warning and left out. `safe` runs built-in ones of the `whitelist` only.
 */
export async function loadPlugins(config: Config, theme?: Theme): Promise<LoadedPlugins> {
  const plugins: Plugin[] = [];
  const diagnostics: Diagnostic[] = [];
  const names = pluginNames(config);
  const isSafe = isTruthy(setting(config, 'safe'));
  const isAllowed = safetyOf(config, isSafe, names);
  if (!isSafe) {
    const found = await loadPluginFiles(config);
    plugins.push(...found.plugins);
    const ruby = findRubyPlugins(config, (name) => builtInPlugins.has(name));
    diagnostics.push(...found.diagnostics, ...ruby.diagnostics);
    for (const name of ruby.required) names.add(name);
  }
  const themeNames = (theme?.dependencies ?? [])
    .map((wanted) => wanted.split(' ')[0]!)
    .filter((name) => builtInPlugins.has(name));
  for (const name of new Set([...themeNames, ...names])) {
    if (!isAllowed(name)) continue;
    const loaded = await loadPlugin(name, config, isSafe);
    plugins.push(...loaded.plugins);
    diagnostics.push(...loaded.diagnostics);
  }
  if (isTruthy(setting(config, 'paginate')) && ![...names].some((name) => name.startsWith('jekyll-paginate'))) {
    diagnostics.push(paginationWithoutPlugin);
  }
  return { plugins, diagnostics };
}

const paginationWithoutPlugin: Diagnostic = {
  severity: 'warning',
  code: 'plugin/paginate-missing',
  setting: ['paginate'],
  message:
    "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. " +
    'Ensure you have `plugins: [jekyll-paginate]` in your configuration file.',
};

/** Every name in `plugins:` and `gems:`, `github-pages` with all that it stands for before it. */
function pluginNames(config: Config): Set<string> {
  const named = [...asArray(setting(config, 'plugins')), ...asArray(setting(config, 'gems'))].map(toS);
  const names = new Set<string>();
  for (const name of named) {
    if (name === 'github-pages') for (const included of githubPagesDefaults) names.add(included);
    if (name !== '') names.add(name);
  }
  return names;
}

function safetyOf(config: Config, isSafe: boolean, names: ReadonlySet<string>): (name: string) => boolean {
  if (!isSafe) return () => true;
  const allowed = new Set(asArray(setting(config, 'whitelist')).map(toS));
  if (names.has('github-pages')) {
    for (const name of ['github-pages', ...githubPagesDefaults, ...githubPagesAllowed]) allowed.add(name);
  }
  return (name) => allowed.has(name);
}

async function loadPlugin(name: string, config: Config, isSafe: boolean): Promise<LoadedPlugins> {
  if (name === 'github-pages') return { plugins: [githubPages], diagnostics: [] };
  if (builtInPlugins.has(name)) {
    const plugin = await builtInPlugins.get(name)?.();
    return { plugins: plugin === undefined ? [] : [plugin], diagnostics: [] };
  }
  const found = isSafe ? undefined : await loadPackagePlugin(name, config);
  return found ?? { plugins: [], diagnostics: [unknownPlugin(name, config)] };
}

function placeInList(name: string, config: Config): (string | number)[] {
  const key = asArray(setting(config, 'plugins')).includes(name) ? 'plugins' : 'gems';
  return [key, asArray(setting(config, key)).indexOf(name)];
}

function unknownPlugin(name: string, config: Config): Diagnostic {
  const known = Object.hasOwn(replacements, name) ? replacements[name] : undefined;
  const meant = nearest(name, builtInPlugins.keys());
  return {
    severity: 'warning',
    code: 'plugin/unknown',
    setting: placeInList(name, config),
    message: `The plugin ${name} is neither built in nor an npm package of this site; the site is built without it.`,
    hint:
      known ??
      (meant && `Did you mean ${meant}?`) ??
      'A Ruby plugin cannot run here: write its filters, tags, generators or hooks in a file of _plugins, or remove its name.',
    path: config.files[0] === undefined ? undefined : '_config.yml',
  };
}
