import type { ShikiPrimitive } from '@shikijs/primitive';
import { readGrammarWithEmbedded, readTheme } from './grammars.js';
import { loadShiki } from './shiki.js';
import { escapeCode } from './span-writer.js';

/** Names of two of Shiki's themes. */
export interface ThemePair {
  readonly light: string;
  readonly dark: string;
}

/** A token of Shiki's with the styles of its themes, as `codeToTokensWithThemes` gives it. */
interface ThemedPiece {
  readonly content: string;
  readonly variants: Readonly<Record<string, { readonly color?: string; readonly fontStyle?: number }>>;
}

interface LoadedLanguage {
  readonly shiki: ShikiPrimitive;
  readonly language: string;
}

/** Longer lines have no colours. */
const maxLineLength = 5000;
const fallback: ThemePair = { light: 'github-light', dark: 'github-dark' };

/** Highlights with Shiki's own colours, as the CSS variables `--shiki-light` and `--shiki-dark` of each token. */
export class ThemedPainter {
  readonly #primitives = new Map<string, LoadedLanguage | undefined>();

  /** Spans without a wrapper; undefined where Shiki has no such grammar. An unknown theme gives way to GitHub's. */
  paint(code: string, grammar: string, themes: ThemePair): string | undefined {
    const primitive = this.#primitive(grammar, themes);
    if (!primitive) return undefined;
    const { codeToTokensWithThemes } = loadShiki();
    const names = { light: `light ${themes.light}`, dark: `dark ${themes.dark}` };
    const lines = codeToTokensWithThemes(primitive.shiki, code, {
      lang: primitive.language,
      themes: names,
      tokenizeMaxLineLength: maxLineLength,
    });
    const ends = code.match(/\r?\n/g) ?? [];
    return lines.map((line, index) => line.map(pieceToHtml).join('') + (ends[index] ?? '')).join('');
  }

  #primitive(grammar: string, themes: ThemePair): LoadedLanguage | undefined {
    const key = `${grammar} ${themes.light} ${themes.dark}`;
    if (this.#primitives.has(key)) return this.#primitives.get(key);
    const langs = readGrammarWithEmbedded(grammar);
    let primitive: LoadedLanguage | undefined;
    if (langs.length > 0) {
      const { createShikiPrimitive, engine } = loadShiki();
      const light = { ...(readTheme(themes.light) ?? readTheme(fallback.light)), name: `light ${themes.light}` };
      const dark = { ...(readTheme(themes.dark) ?? readTheme(fallback.dark)), name: `dark ${themes.dark}` };
      const shiki = createShikiPrimitive({ langs, themes: [light, dark], engine, warnings: false });
      primitive = { shiki, language: langs.at(-1)!.name };
    }
    this.#primitives.set(key, primitive);
    return primitive;
  }
}

function pieceToHtml(piece: ThemedPiece): string {
  const text = escapeCode(piece.content);
  if (piece.content.trim() === '') return text;
  const styles: string[] = [];
  for (const [name, { color, fontStyle }] of Object.entries(piece.variants)) {
    if (color) styles.push(`--shiki-${name}:${color}`);
    if (fontStyle && fontStyle > 0) styles.push(...fontStyles(name, fontStyle));
  }
  return styles.length === 0 ? text : `<span style="${styles.join(';')}">${text}</span>`;
}

/** Shiki's bits for italic, bold, underline and strikethrough. */
function fontStyles(name: string, bits: number): string[] {
  const styles: string[] = [];
  if (bits & 1) styles.push(`--shiki-${name}-font-style:italic`);
  if (bits & 2) styles.push(`--shiki-${name}-font-weight:bold`);
  if (bits & 4) styles.push(`--shiki-${name}-text-decoration:underline`);
  else if (bits & 8) styles.push(`--shiki-${name}-text-decoration:line-through`);
  return styles;
}
