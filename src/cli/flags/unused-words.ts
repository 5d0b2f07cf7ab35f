import { statsOf } from '../../core/files.js';
import type { Command } from '../call.js';

/** What to say of words after a command that takes none; undefined where there are none, or it takes some. */
export function adviceOnWords({ name, syntax }: Command, words: readonly string[]): string | undefined {
  const [first] = words;
  if (first === undefined || !syntax.endsWith(' [options]')) return undefined;
  const isFolder = statsOf(first)?.isDirectory() === true;
  const remedy = isFolder
    ? `The folder of a site is named with --source ${first}.`
    : `See \`utterson ${name} --help\`.`;
  return `${name} takes no words: ${words.join(' ')} is not looked at. ${remedy}`;
}
