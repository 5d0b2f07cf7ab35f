import { lazily } from '../../core/lazily.js';
import type { Language } from './language.js';
import { lexers } from './lexers.js';
import { otherRules } from './rules/other.js';
import { programRules } from './rules/program.js';
import { systemRules } from './rules/system.js';
import { webRules } from './rules/web.js';

const tags = lazily(() => {
  const all = new Map<string, string>();
  for (const [tag, aliases] of lexers) {
    for (const name of [tag, ...aliases.split(' ')]) if (name !== '') all.set(name, tag);
  }
  return all;
});
const grammars = lazily(() => new Map(lexers.map(([tag, , grammar]) => [tag, grammar])));
const plainText: Language = {};

/**
 * Rouge's tag of a language by any of its names (`js` → `javascript`); options after `?` are dropped. Names are written as Rouge
 * writes them, upper and lower case apart. Undefined where Rouge knows none.
 */
export function tagOf(name: string): string | undefined {
  return tags().get(name.includes('?') ? name.slice(0, name.indexOf('?')) : name);
}

/** The options behind a language's name: `lang=python` of `console?lang=python`. */
export function optionsOf(name: string): string {
  return name.includes('?') ? name.slice(name.indexOf('?') + 1) : '';
}

/** How the language of a tag is read; plain text has no rules. */
export function languageOf(tag: string): Language {
  return webRules[tag] ?? systemRules[tag] ?? programRules[tag] ?? otherRules[tag] ?? plainText;
}

const ownGrammars: Readonly<Record<string, string>> = {
  console: 'shellsession',
  conf: 'ini',
  irb: 'ruby',
  'json-doc': 'jsonc',
};

/** Shiki's grammar for a language by any name that Rouge or Shiki knows; undefined for plain text. */
export function grammarOf(name: string): string | undefined {
  const tag = tagOf(name.toLowerCase());
  if (tag === undefined)
    return /^[\w-]+$/.test(name) && !/^(?:text|txt|plain)$/i.test(name) ? name.toLowerCase() : undefined;
  if (tag === 'plaintext' || tag === 'escape') return undefined;
  return grammars().get(tag) || ownGrammars[tag] || tag;
}
