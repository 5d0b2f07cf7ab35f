import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileMark } from '../core/files.js';
import { pluginFolders } from '../core/settings.js';
import type { Config } from '../core/types.js';

const ownNames = ['_config.yml', '_config.yaml', '_config.toml', 'package.json'];
const pluginFile = /\.([cm]?[jt]s|rb|json)$/;

/** Whether a builder is made of a file: the configuration or the site's plugins. Package files name plugins too. */
export function isBuilderFile(config: Config, file: string): boolean {
  if (config.files.includes(file) || ownNames.includes(path.relative(config.source, file))) return true;
  return pluginFile.test(file) && pluginFolders(config).some((each) => file.startsWith(each + path.sep));
}

/** Whether two builders are made of files in the same places. */
export function haveSamePlaces(one: Config, other: Config): boolean {
  return JSON.stringify(placesOf(one)) === JSON.stringify(placesOf(other));
}

function placesOf(config: Config): readonly unknown[] {
  return [config.source, config.files, pluginFolders(config)];
}

/** Marks by which to see whether any file that a builder is made of has changed. */
export function marksOf(config: Config): string {
  const files = new Set([...config.files, ...ownNames.map((name) => path.join(config.source, name))]);
  for (const folder of pluginFolders(config)) for (const file of pluginsIn(folder)) files.add(file);
  return JSON.stringify([...files].map((file) => [file, markOf(file)]));
}

function pluginsIn(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => pluginFile.test(name)).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function markOf(file: string): string {
  try {
    return fileMark(statSync(file, { bigint: true }));
  } catch {
    return '';
  }
}
