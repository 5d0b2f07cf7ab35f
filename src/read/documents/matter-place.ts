import { type Diagnostic, type Position, positionAt } from '../../core/diagnostics.js';
import type { SourceFile } from '../../core/types.js';
import { findKey } from '../../core/yaml/find-key.js';
import { splitFrontMatter } from './front-matter.js';

/** The place of a key in the front matter of a file's text; undefined where it has none of that name. */
export function placeInMatter(text: string, ...keys: (string | number)[]): Position | undefined {
  const matter = splitFrontMatter(text)?.matter;
  const offset = matter === undefined ? undefined : findKey(matter, keys);
  return offset === undefined ? undefined : positionAt(text, offset);
}

/**
 * A diagnostic of a file's front matter with the position of the key that it is about, where the file has it.
 * Diagnostics of other files are left as they are.
 */
export function withMatterPlace(said: Diagnostic, { text, path }: SourceFile): Diagnostic {
  if (said.path !== path) return said;
  const { setting, ...rest } = said;
  const position = setting === undefined ? undefined : placeInMatter(text, ...setting);
  return position === undefined ? rest : { ...rest, position };
}
