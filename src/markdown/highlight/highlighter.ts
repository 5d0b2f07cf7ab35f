import { flatText } from '../../core/text/flat-text.js';
import { highlightBlock } from './block.js';
import { guessTag } from './guess.js';
import { grammarOf, optionsOf, tagOf } from './languages.js';
import { escapeCode } from './span-writer.js';
import { ThemedPainter, type ThemePair } from './themed.js';

/** Turns code into HTML spans with the class names of Rouge 3.30. */
export interface Highlighter {
  /** Spans without a wrapper; code of no or an unknown language is only escaped. */
  highlight(code: string, language: string | undefined): string;
  /** Spans with Shiki's own colours in both themes, as CSS variables; else as `highlight`. */
  highlightThemed(code: string, language: string | undefined, themes: ThemePair): string;
}

/** The tag of a language; of the one that the code looks like where it is to be guessed. */
function tagFor(code: string, language: string): string | undefined {
  return /^guess(?:\?|$)/.test(language) ? guessTag(code, tagOf) : tagOf(language);
}

const maxKeptCharacters = 4_000_000;

/** Makes a highlighter. It keeps what it has highlighted, up to some megabytes, so that equal blocks are highlighted once. */
export function createHighlighter(): Highlighter {
  const painter = new ThemedPainter();
  const kept = new Map<string, string>();
  let keptCharacters = 0;

  function keep(key: string, make: () => string): string {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const html = flatText(make());
    keptCharacters += key.length + html.length;
    if (keptCharacters > maxKeptCharacters) {
      kept.clear();
      keptCharacters = key.length + html.length;
    }
    kept.set(key, html);
    return html;
  }

  return {
    highlight(code, language) {
      const tag = language === undefined ? undefined : tagFor(code, language);
      if (tag === undefined) return escapeCode(code);
      const options = optionsOf(language!);
      return keep(`${tag}?${options}\n${code}`, () => highlightBlock(code, tag, options));
    },
    highlightThemed(code, language, themes) {
      const grammar = language === undefined ? undefined : grammarOf(language);
      if (grammar === undefined) return escapeCode(code);
      const key = `${grammar} ${themes.light} ${themes.dark}\n${code}`;
      return keep(key, () => painter.paint(code, grammar, themes) ?? escapeCode(code));
    },
  };
}
