import { type Position, positionAt } from '../../core/diagnostics.js';
import { escapePattern } from '../../core/text/escape-pattern.js';
import type { Document } from '../../core/types.js';

/** Where a document's file first names a language of code: behind a fence or in a class; undefined where it comes from elsewhere. */
export function placeOfLanguage({ file }: Document, language: string): Position | undefined {
  if (file === undefined) return undefined;
  const name = `(?=${escapePattern(language)}(?![\\w+#-]))`;
  const found = new RegExp(`^[ \\t>*+\\-\\d.]*(?:\`{3,}|~{3,})[ \\t]*${name}|\\.language-${name}`, 'm').exec(file.text);
  return found === null ? undefined : positionAt(file.text, found.index + found[0].length);
}
