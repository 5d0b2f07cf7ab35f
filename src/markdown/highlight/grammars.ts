import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { LanguageRegistration, ThemeRegistrationAny } from 'shiki/types';
import { requireFrom } from '../../core/process/require-from.js';

let folder: string | undefined;

/** Where Shiki's grammars are: beside the package `shiki` that this program uses. */
function grammarFolder(): string {
  if (folder === undefined) {
    const require = requireFrom(import.meta.url);
    const fromShiki = requireFrom(require.resolve('shiki'));
    folder = dirname(fromShiki.resolve('@shikijs/langs/json'));
  }
  return folder;
}

/**
 * A grammar of Shiki's by name, read synchronously; undefined where there is none. Shiki ships each as a module that holds
 * one JSON text and imports the grammars embedded in it; only the JSON is taken.
 */
function readRegistration(name: string): LanguageRegistration | undefined {
  const file = join(grammarFolder(), `${name}.mjs`);
  if (!existsSync(file)) return undefined;
  const module = readFileSync(file, 'utf8');
  const alias = /^export \{ default \} from '\.\/([\w-]+)\.mjs'/m.exec(module);
  if (alias) return readRegistration(alias[1]!);
  return readJsonText(module) as LanguageRegistration | undefined;
}

/** The JSON text inside a module of Shiki's grammars or themes. */
function readJsonText(module: string): unknown {
  const start = module.indexOf('JSON.parse("');
  const end = module.lastIndexOf('"))');
  return start < 0 || end < 0 ? undefined : JSON.parse(JSON.parse(module.slice(start + 11, end + 1)) as string);
}

/** A grammar by name, without those embedded in it. */
export function readGrammar(name: string): LanguageRegistration | undefined {
  const grammar = readRegistration(name);
  return grammar && { ...grammar, embeddedLangs: undefined, embeddedLanguages: undefined };
}

/** A grammar by name with all that it embeds, itself last; empty where there is none. */
export function readGrammarWithEmbedded(name: string): LanguageRegistration[] {
  const found = new Map<string, LanguageRegistration>();
  const visit = (one: string): void => {
    const grammar = found.has(one) ? undefined : readRegistration(one);
    if (!grammar) return;
    found.set(one, grammar);
    for (const inner of grammar.embeddedLangs ?? []) visit(inner);
  };
  visit(name);
  return [...found.values()]
    .map((grammar) => ({ ...grammar, embeddedLangs: grammar.embeddedLangs?.filter((one) => found.has(one)) }))
    .reverse();
}

/** One of Shiki's themes by name; undefined where there is none. */
export function readTheme(name: string): ThemeRegistrationAny | undefined {
  const shiki = requireFrom(requireFrom(import.meta.url).resolve('shiki'));
  const file = join(dirname(shiki.resolve('@shikijs/themes/nord')), `${name}.mjs`);
  return existsSync(file) ? (readJsonText(readFileSync(file, 'utf8')) as ThemeRegistrationAny | undefined) : undefined;
}
