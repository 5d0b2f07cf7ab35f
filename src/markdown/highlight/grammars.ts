import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LanguageRegistration } from 'shiki/types';

let folder: string | undefined;

/** Where Shiki's grammars are: beside the package `shiki` that this program uses. */
function grammarFolder(): string {
  if (folder === undefined) {
    const require = createRequire(import.meta.url);
    const fromShiki = createRequire(require.resolve('shiki'));
    folder = dirname(fromShiki.resolve('@shikijs/langs/json'));
  }
  return folder;
}

/**
 * A grammar of Shiki's by name, read synchronously; undefined where there is none. Shiki ships each as a module that holds
 * one JSON text and imports the grammars embedded in it. Only the JSON is taken: the embedded languages have blocks of their own.
 */
export function readGrammar(name: string): LanguageRegistration | undefined {
  const file = join(grammarFolder(), `${name}.mjs`);
  if (!existsSync(file)) return undefined;
  const module = readFileSync(file, 'utf8');
  const start = module.indexOf('JSON.parse("');
  const end = module.lastIndexOf('"))');
  if (start < 0 || end < 0) return undefined;
  const grammar = JSON.parse(JSON.parse(module.slice(start + 11, end + 1)) as string) as LanguageRegistration;
  return { ...grammar, embeddedLangs: undefined, embeddedLanguages: undefined };
}
