import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Call } from '../call.js';
import { UsageError } from '../flags/parse-flags.js';
import { themeFiles } from '../scaffold/theme-files.js';
import { writeFiles } from '../scaffold/write-files.js';

/** `utterson new-theme NAME`. */
export async function runNewTheme({ words, flags, printer }: Call): Promise<number> {
  if (words.length === 0) throw new UsageError('You must specify a theme name.');
  const name = words.join(' ').replace(/ +/g, '_').replace(/_+/g, '_');
  if (!/^[\w.@-]+$/.test(name) || /^\.+$/.test(name)) {
    throw new UsageError(`invalid theme name: ${name}`, 'It may have letters from a to z, digits, and any of _ . @ -');
  }
  const folder = path.resolve(name);
  if (existsSync(folder)) {
    printer.error('Conflict:', `${folder} already exists.`);
    printer.error('', 'Give the theme another name, or move that away.');
    return 1;
  }
  const files = themeFiles(name, {
    codeOfConduct: flags.code_of_conduct === true,
    author: gitUser('name'),
    email: gitUser('email'),
  });
  writeFiles(folder, files);
  for (const file of Object.keys(files)) printer.info('create', path.join(folder, file));
  printer.info('initialize', path.join(folder, '.git'));
  const git = spawnSync('git', ['init', '--quiet'], { cwd: folder });
  if (git.status !== 0) printer.warn('Warning:', 'git is not here; the theme is no repository yet.');
  const shown = printer.color(name, 'cyan');
  printer.info(`Your new Jekyll theme, ${shown}, is ready for you in ${printer.color(folder, 'cyan')}!`);
  printer.info(`For help getting started, read ${folder}/README.md.`);
  return 0;
}

function gitUser(key: string): string {
  const result = spawnSync('git', ['config', `user.${key}`], { encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : '';
}
