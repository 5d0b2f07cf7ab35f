import { relative } from 'node:path';
import { type Diagnostic, type Place, positionAt, withDiagnostic } from '../core/diagnostics.js';
import { isWithin, textOrNothing } from '../core/files.js';
import { findKey } from '../core/yaml/find-key.js';

/** The way to a setting: keys, and places in lists (from 0). */
export type SettingPath = readonly (string | number)[];

/** The path of a configuration file as messages show it. */
export function displayPath(file: string, source: string): string {
  return (isWithin(file, source) ? relative(source, file) : file).replaceAll('\\', '/');
}

/**
 * Where a setting is: in the last of the files (absolute paths) that has it. Undefined where none has, as for a flag.
 *
 * @param source the source folder, absolute
 */
export function placeOfSetting(files: readonly string[], source: string, setting: SettingPath): Place | undefined {
  for (const file of files.toReversed()) {
    const text = textOrNothing(file);
    const offset = /\.toml$/i.test(file) ? findTomlKey(text, setting) : findKey(text, setting);
    if (offset !== undefined) return { path: displayPath(file, source), position: positionAt(text, offset) };
  }
  return undefined;
}

/** A diagnostic with the place of the setting that it is about, where a file has it. */
export function withSettingPlace(said: Diagnostic, files: readonly string[], source: string): Diagnostic {
  const { setting, ...rest } = said;
  return setting === undefined ? said : { ...rest, ...placeOfSetting(files, source, setting) };
}

/** An error, with the place of the setting that it is about. */
export function errorWithPlace(error: unknown, files: readonly string[], source: string): unknown {
  return withDiagnostic(error, (said) => withSettingPlace(said, files, source));
}

/** Keys of TOML are looked for line by line, under the line that names their table. */
function findTomlKey(text: string, [first, second]: SettingPath): number | undefined {
  let found: number | undefined;
  let table = '';
  let start = 0;
  for (const line of text.split('\n')) {
    const header = /^\s*\[\[?\s*([^\]]*?)\s*\]/.exec(line)?.[1];
    const key = /^\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*[=.]/.exec(line);
    const name = key?.[1] ?? key?.[2] ?? key?.[3];
    const isFirst = header === undefined ? table === '' && name === first : header === first;
    const isSecond = header === undefined && table === first && second !== undefined && name === second;
    if (isFirst || isSecond) found = start + line.search(/\S/);
    table = header ?? table;
    start += line.length + 1;
  }
  return found;
}
