/** The options behind a language's name (`php?start_inline=1&x=2`), which Rouge divides at `;` as well. */
export function readLexerOptions(text: string): URLSearchParams {
  return new URLSearchParams(text.replaceAll(';', '&'));
}
