import type { Position } from '../core/diagnostics.js';
import type { TemplateSource, TemplateVariables } from '../core/template.js';
import type { Document } from '../core/types.js';
import type { Hash } from '../core/values/values.js';

/** What rendering needs of other modules. */
export interface RenderTools {
  /** Renders a template in the variables given; `settings` is the front matter it stands under. */
  renderTemplate(source: TemplateSource, settings: Hash, variables: TemplateVariables): string;
  /** The position of a key in a document's front matter; undefined where it has none of its own. */
  placeInMatter(document: Document, key: string): Position | undefined;
  /** Body text to output text, by the converters for the document's extension. */
  convert(text: string, document: Document): string;
  /** The same of a whole body, with the plugins' word on it; as UTF-8 where a thread made it. */
  convertBody(text: string, document: Document): string | Uint8Array;
  /** Whether the document is Markdown, so that highlighted code stands on lines of its own in it. */
  isMarkdown(document: Document): boolean;
  /** Whether a source map is made beside the document's output. */
  hasSourceMap(document: Document): boolean;
  /** Whether the text is handed to converters only, its Liquid left alone. */
  isPlain(text: string, document: Document): boolean;
  /** Whether nobody looks at outputs before they are held, so that something may stand for bodies in them. */
  readonly usesSlots: boolean;
  /** Plugins' last word on a whole output. */
  transform(output: string, document: Document): string;
  /** Variables that all templates see: `site`, `jekyll`, `theme`. */
  readonly globals: ReadonlyMap<string, unknown>;
}
