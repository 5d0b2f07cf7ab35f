import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { escapePattern } from '../core/text/escape-pattern.js';
import { newestOf } from './gem-versions.js';
import { folderOfGem, lockedVersion } from './gemfile.js';

/** A gem on this machine. */
export interface FoundGem {
  readonly folder: string;
  readonly gemspec: string;
  readonly version: string;
}

/** The newest gem of that name on this machine, or the version that `Gemfile.lock` names; a prerelease only where there is nothing else. */
export function findGem(name: string, source: string): FoundGem | undefined {
  const own = ownGem(name, source);
  if (own !== undefined) return own;
  const found = gemFolders(source).flatMap((folder) => gemsIn(folder, name));
  const locked = lockedVersion(name, source);
  return found.find(({ version }) => version === locked) ?? newestOf(found, []);
}

/** A site that is the theme's own repository: its gemspec lies beside it, or a folder above; or a folder that the Gemfile has it from. */
function ownGem(name: string, source: string): FoundGem | undefined {
  for (const folder of [folderOfGem(name, source) ?? source, source, dirname(source)]) {
    const gemspec = join(folder, `${name}.gemspec`);
    if (existsSync(gemspec) && existsSync(join(folder, '_layouts'))) return { folder, gemspec, version: '' };
  }
  return undefined;
}

function gemsIn(root: string, name: string): FoundGem[] {
  const found: FoundGem[] = [];
  const pattern = new RegExp(`^${escapePattern(name)}-(\\d[\\w.]*)\\.gemspec$`);
  for (const file of list(join(root, 'specifications'))) {
    const version = pattern.exec(file)?.[1];
    const folder = join(root, 'gems', `${name}-${version}`);
    if (version !== undefined && existsSync(folder)) {
      found.push({ folder, gemspec: join(root, 'specifications', file), version });
    }
  }
  for (const checkout of list(join(root, 'bundler', 'gems'))) {
    const gemspec = join(root, 'bundler', 'gems', checkout, `${name}.gemspec`);
    if (checkout.startsWith(`${name}-`) && existsSync(gemspec))
      found.push({ folder: dirname(gemspec), gemspec, version: '' });
  }
  return found;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Folders below which each Ruby version has its gems. */
function versionedFolders(source: string): string[] {
  const home = process.getBuiltinModule('node:os').homedir();
  const managers = [
    '.rbenv/versions',
    '.rubies',
    '.asdf/installs/ruby',
    '.local/share/mise/installs/ruby',
    '.frum/versions',
  ];
  const rubies = managers.flatMap((manager) => list(join(home, manager)).map((name) => join(home, manager, name)));
  const tools = '/opt/hostedtoolcache/Ruby';
  rubies.push(...list(tools).map((name) => join(tools, name, 'x64')));
  if (process.platform === 'win32')
    rubies.push(
      ...list('C:\\')
        .filter((name) => /^Ruby/i.test(name))
        .map((name) => `C:\\${name}`),
    );
  return [
    bundlePath(source),
    join(source, 'vendor/bundle/ruby'),
    join(home, '.local/share/gem/ruby'),
    join(home, '.gem/ruby'),
    join(home, '.rvm/gems'),
    ...rubies.map((ruby) => join(ruby, 'lib/ruby/gems')),
    '/var/lib/gems',
    '/usr/local/lib/ruby/gems',
    '/usr/local/bundle/ruby',
    '/usr/lib/ruby/gems',
    '/opt/homebrew/lib/ruby/gems',
    '/usr/share/rubygems-integration',
  ].filter((folder): folder is string => folder !== undefined);
}

/** Bundler's own setting of where gems are (`bundle config path`). */
function bundlePath(source: string): string | undefined {
  const file = join(source, '.bundle/config');
  const named = existsSync(file) ? /^BUNDLE_PATH:\s*"?([^"\n]+)"?/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
  const path = process.env.BUNDLE_PATH ?? named;
  return path === undefined ? undefined : join(resolve(source, path), 'ruby');
}

/** Every folder on this machine that holds gems (`gems` and `specifications`), the nearest to the site first. */
export function gemFolders(source: string): string[] {
  const named = [process.env.GEM_HOME, ...(process.env.GEM_PATH?.split(delimiter) ?? [])];
  const folders = new Set(named.filter((folder): folder is string => folder !== undefined && folder !== ''));
  for (const folder of versionedFolders(source)) for (const name of list(folder)) folders.add(join(folder, name));
  folders.add('/usr/local/bundle');
  return [...folders].filter(
    (folder) => existsSync(join(folder, 'specifications')) || existsSync(join(folder, 'bundler/gems')),
  );
}
