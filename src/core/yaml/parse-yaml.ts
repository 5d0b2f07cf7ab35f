import { YamlBuilder } from './builder.js';
import { YamlParser } from './parser.js';
import { YamlReader, type YamlSource } from './reader.js';
import { parseSimpleYaml } from './simple-yaml.js';

export type { YamlSource } from './reader.js';

/** Characters that no YAML text may hold. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;

/**
 * The first document of a YAML text as Jekyll (SafeYAML) reads it: Map, array, string, number, bigint, Float, boolean,
 * null, Time, CalendarDate. An empty text is false. Throws SiteError with the place in the author's file.
 */
export function parseYaml(text: string, source: YamlSource): unknown {
  const simple = parseSimpleYaml(text);
  return simple ?? parseFullYaml(text, source);
}

/** As {@link parseYaml}, without its shortcut for simple texts; `builder` puts the values together. */
export function parseFullYaml(text: string, source: YamlSource, builder = new YamlBuilder()): unknown {
  const reader = new YamlReader(text, source);
  const bad = text.search(forbidden);
  if (bad !== -1) {
    const code = text.charCodeAt(bad).toString(16).toUpperCase().padStart(4, '0');
    throw reader.error(bad, `the control character U+${code} is not allowed`);
  }
  new YamlParser(reader, builder).parse();
  return builder.result;
}
