import { existsSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Diagnostic, SiteError } from '../../core/diagnostics.js';
import { makeFolders } from '../../core/files.js';
import type { Plugin } from '../../core/plugin.js';
import { importModule } from '../../core/process/import-module.js';
import { requireFrom } from '../../core/process/require-from.js';
import type { Config } from '../../core/types.js';
import { filesOfPlugins, shownPath } from '../ruby-plugins.js';
import { adaptPlugin } from './adapt.js';
import { checkHooks } from './check-hooks.js';
import { checkShape } from './check-shape.js';
import { codeVersion } from './code-version.js';
import { type Origin, pluginError, settled } from './guard.js';

interface Loaded {
  readonly plugins: readonly Plugin[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads every `_plugins` file in JavaScript or TypeScript. Throws `SiteError` for one that cannot be loaded. */
export async function loadPluginFiles(config: Config): Promise<Loaded> {
  const plugins: Plugin[] = [];
  for (const file of filesOfPlugins(config, ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'])) {
    plugins.push(...(await loadFile({ path: shownPath(config, file), file }, config)));
  }
  return { plugins, diagnostics: [] };
}

/** Loads a plugin from an npm package of the site; undefined where there is no such package. */
export async function loadPackagePlugin(name: string, config: Config): Promise<Loaded | undefined> {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return undefined;
  const file = findPackage(name, config.source);
  if (file === undefined) return undefined;
  return { plugins: await loadFile({ path: name, file }, config), diagnostics: [] };
}

function findPackage(name: string, source: string): string | undefined {
  for (let folder = source; ; folder = dirname(folder)) {
    const root = join(folder, 'node_modules', name);
    if (existsSync(join(root, 'package.json'))) return entryOf(root);
    if (folder === dirname(folder)) return undefined;
  }
}

/** The file that `import` takes for a package. */
function entryOf(root: string): string | undefined {
  const { exports, module, main } = manifestOf(join(root, 'package.json'));
  const entry = exportOf(exports) ?? module ?? main ?? 'index.js';
  const file = join(root, String(entry));
  return [file, `${file}.js`, join(file, 'index.js')].find((path) => /\.[cm]?[jt]s$/.test(path) && existsSync(path));
}

function manifestOf(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw new SiteError(
      {
        code: 'plugin/package',
        message: `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
        hint: 'Install the package anew, with `npm ci` or `npm install`.',
        path,
      },
      { cause },
    );
  }
}

function exportOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const conditions = exports as Record<string, unknown>;
  for (const key of ['.', 'node', 'import', 'default']) {
    const found = exportOf(conditions[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function loadFile(origin: Origin, config: Config): Promise<Plugin[]> {
  let module: Record<string, unknown>;
  let version: string;
  try {
    version = codeVersion(origin.file);
    const url = pathToFileURL(/\.[cm]?ts$/.test(origin.file) ? await stripTypes(origin, version, config) : origin.file);
    // A file that changed is another module to Node; but one of CommonJS it knows by its path alone.
    url.searchParams.set('v', version);
    delete requireFrom(origin.file).cache[realpathSync(origin.file)];
    module = await settled(importModule<Record<string, unknown>>(url.href));
  } catch (error) {
    throw pluginError(origin, 'module', error);
  }
  const plugin = checkShape(module.default ?? module, origin);
  checkHooks(plugin.hooks ?? {}, origin, config);
  return adaptPlugin(plugin, origin, version);
}

/** The JavaScript of a TypeScript file: Node's own business where it can, else by the esbuild of the site. */
async function stripTypes(origin: Origin, version: string, config: Config): Promise<string> {
  if ('typescript' in process.features && process.features.typescript) return origin.file;
  const output = join(config.cacheDirectory, 'plugins', `${version}.mjs`);
  // Errors then have their places in the file as it was written.
  process.setSourceMapsEnabled(true);
  if (existsSync(output)) return output;
  const esbuild = await importEsbuild(config, origin);
  // With the files that it imports by relative names, which mean others from where it goes.
  const { outputFiles } = await esbuild.build({
    ...{ entryPoints: [origin.file], bundle: true, packages: 'external', write: false, logLevel: 'silent' },
    ...{ outfile: output, sourcemap: 'inline', sourcesContent: false },
    ...{ format: 'esm', platform: 'node', target: 'node20' },
  });
  try {
    makeFolders(dirname(output));
    // Another build may read it at any time.
    const part = `${output}.${process.pid}`;
    writeFileSync(part, outputFiles[0]!.text);
    renameSync(part, output);
  } catch (error) {
    throw cacheRefused(origin, config, error);
  }
  return output;
}

/** Elsewhere the packages that a plugin imports would not be found. */
function cacheRefused({ path }: Origin, { cacheDirectory }: Config, cause: unknown): SiteError {
  const { message } = cause as Error;
  const hint = `Use Node 22.18 or later, which needs none, make ${cacheDirectory} a folder that can be written to, or write the plugin in JavaScript.`;
  return new SiteError(
    { code: 'plugin/cache', message: `The JavaScript of ${path} cannot be kept: ${message}`, hint, path },
    { cause },
  );
}

interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { readonly text: string }[] }>;
}

async function importEsbuild(config: Config, origin: Origin): Promise<Esbuild> {
  for (const base of [join(config.source, 'package.json'), import.meta.url]) {
    try {
      return await importModule<Esbuild>(pathToFileURL(requireFrom(base).resolve('esbuild')).href);
    } catch {}
  }
  throw new SiteError({
    code: 'plugin/typescript',
    message: `${origin.path} is TypeScript, which this Node (${process.version}) does not run.`,
    hint: 'Use Node 22.18 or later, add esbuild to the site (npm install esbuild), or write the plugin in JavaScript.',
    path: origin.path,
  });
}
