import type { Diagnostic } from './diagnostics.js';
import type { Filter, Tag } from './template.js';
import type { Document, Output, Site, SourceFile } from './types.js';
import type { Hash } from './values.js';

/** Turns the text of a document into that of an output: Markdown, Sass, CoffeeScript. Higher priority is asked first. */
export interface Converter {
  readonly name: string;
  /** 1 lowest (identity) … 100. */
  readonly priority: number;
  /** Whether it takes files with this extension (`.md`, lower case). */
  matches(extension: string): boolean;
  /** The extension of what it makes (`.html`). */
  outputExtension(extension: string): string;
  /** `path` is the document's, for messages. */
  convert(text: string, path: string): string;
}

/** What a generator can use. */
export interface GenerateTools {
  /** Makes a page as if it were a file at `path`: front matter (with defaults applied), route and hash are worked out. */
  createPage(page: { path: string; data: Hash; body: string; id?: string; paginator?: Hash; name?: string }): Document;
  /** The same document with other data or body: route and hash are worked out anew. */
  changeDocument(document: Document, change: { data?: Hash; body?: string; paginator?: Hash; isWritten?: boolean }): Document;
  /** The text of a file of the source folder; undefined where there is none. Noted as read. */
  readFile(path: string): SourceFile | undefined;
  /** Markdown to HTML, as the site's settings say. */
  markdownify(text: string): string;
  /** Output of a git command run in the source folder; undefined where git fails. */
  git(...args: string[]): string | undefined;
  report(diagnostic: Diagnostic): void;
}

/** What an output hook is told of the document that was rendered. */
export interface RenderedDocument {
  readonly document: Document;
  /** The whole output, layouts included. */
  readonly output: string;
}

/** A plugin, built in or the user's: any of these members. Functions of their arguments: what they return is kept. */
export interface Plugin {
  /** As in `plugins:`, `jekyll-feed`. */
  readonly name: string;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly tags?: Readonly<Record<string, Tag>>;
  readonly converters?: readonly Converter[];
  /** Layouts used where the site has none of that name: name → text with front matter. */
  readonly layouts?: Readonly<Record<string, string>>;
  /** The order among generators: low 10, normal 20 (the default), high 30; lowest −1000 and highest 1000 too. */
  readonly priority?: number;
  /** A site with documents, assets or members (`site.members`) added or changed. */
  generate?(site: Site, tools: GenerateTools): Site | Promise<Site>;
  /** Changes a document's output after its layouts (`post_render`). */
  transform?(rendered: RenderedDocument, site: Site): string;
  /** More outputs, once all documents are rendered. */
  emit?(site: Site): readonly Output[];
}
