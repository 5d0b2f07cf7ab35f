/** Rules for kramdown's extensions of Markdown, which `input: markdown` does without. */
export const extendedRules: ReadonlySet<string> = new Set(
  `fenced_code table definition_list footnote_definition abbreviation_definition math_block block_extension
  footnote_marker smart_quotes math_span span_extension typographic_symbols`.split(/\s+/),
);
