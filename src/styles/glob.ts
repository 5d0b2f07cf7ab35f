import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { expandBraces, globPartSource } from '../core/text/fnmatch.js';

/** The folders and files that a pattern names (`*`, `?`, `[a-z]`, `**`, `{a,b}`), absolute, in order of their names. */
export function expandGlob(folder: string, pattern: string): string[] {
  const found = expandBraces(pattern.replaceAll('\\', '/')).flatMap((plain) => {
    const root = isAbsolute(plain) ? resolve(plain, '/') : folder;
    const parts = plain.split('/').filter((part) => part !== '' && !/^[A-Za-z]:$/.test(part));
    return walk(root, parts);
  });
  return [...new Set(found)];
}

function walk(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return existsSync(folder) ? [folder] : [];
  if (part === '**')
    return [...walk(folder, rest), ...foldersIn(folder).flatMap((name) => walk(resolve(folder, name), parts))];
  if (!/[*?[]/.test(part)) return walk(resolve(folder, part), rest);
  const test = new RegExp(`^${globPartSource(part)}$`, 'u');
  return namesIn(folder)
    .filter((name) => test.test(name))
    .flatMap((name) => walk(resolve(folder, name), rest));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
