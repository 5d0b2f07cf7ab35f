import type { Diagnostic } from './diagnostics.js';
import type { Filter, Tag } from './template.js';
import type { Config, Document, Output, Site, SourceFile } from './types.js';
import type { Hash } from './values/values.js';

/** Turns the text of a document into that of an output: Markdown, Sass, CoffeeScript. Higher priority is asked first. */
export interface Converter {
  readonly name: string;
  /** 1 lowest (identity) … 100. */
  readonly priority: number;
  /** Whether it takes files with this extension (`.md`, lower case). */
  matches(extension: string): boolean;
  /** The extension of what it makes (`.html`). */
  outputExtension(extension: string): string;
  /**
   * `path` is the document's, for messages. A `SiteError` without a path may have a position in the text: it becomes
   * the one in the file.
   */
  convert(text: string, path: string): string;
}

/** What a plugin can use while the configuration is being settled. */
export interface ConfigureTools {
  /** Output of a git command run in the source folder; undefined where git fails. */
  git(...args: string[]): string | undefined;
  /** A variable of the environment. Noted as read. */
  variable(name: string): string | undefined;
  report(diagnostic: Diagnostic): void;
}

/** A page that a plugin makes. */
export interface NewPage {
  /**
   * The path of a file that might have this content, relative to the source folder; also `page.path` where `data` has
   * none.
   */
  readonly path: string;
  readonly data: Hash;
  readonly body: string;
  /** The document that the body is from, where that is a file of the site: errors in it have their place there. */
  readonly bodyOf?: Pick<Document, 'path' | 'bodyLine'>;
  /** What `page.content` shows until the render, where it is not the body. */
  readonly rawContent?: string;
  /** `generated:` and the path where it is not given; a second page with the same one is told apart from it. */
  readonly id?: string;
  /**
   * Whether it is the page of a file of the site, which may have an excerpt as any page that is read. `body` is all of the
   * file, front matter too, where there is no `bodyOf`.
   */
  readonly isOfFile?: boolean;
  /** Whether others take it for the page of the file at its path, where the site has one. It is to be made anew in each build. */
  readonly standsForFile?: boolean;
  /** Whether it has an excerpt, where pages have any: that of the page whose text it has. */
  readonly hasExcerpt?: boolean;
  readonly paginator?: Hash;
  /** `page.name` where it is not the last part of the path. */
  readonly name?: string;
  /** What it shows besides its data, where those are not the members of Jekyll's pages. */
  readonly members?: readonly string[];
  /** The type that the configuration's defaults know it by; `pages` where it is not given. */
  readonly type?: string;
  /** Its URL, percent-encoded, without `baseurl`; worked out of permalink and path where it is not given. */
  readonly url?: string;
}

/** What a plugin can replace in a document. */
export interface DocumentChange {
  readonly data?: Hash;
  readonly body?: string;
  readonly paginator?: Hash;
  readonly isWritten?: boolean;
  /** Its URL, where it is not to be computed again. */
  readonly url?: string;
}

/** What a generator can use. */
export interface GenerateTools extends ConfigureTools {
  /** Makes a page: front matter (with defaults applied), route and hash are worked out. */
  createPage(page: NewPage): Document;
  /** The same document with other data or body: route, excerpt and hash are computed again. */
  changeDocument(document: Document, change: DocumentChange): Document;
  /** A page's data without what it has from the configuration's defaults alone. */
  ownData(page: Document): Hash;
  /** The text of a file of the source folder; undefined where there is none. Noted as read. */
  readFile(path: string): SourceFile | undefined;
  /** Markdown to HTML, as the site's settings say. */
  markdownify(text: string): string;
  /** The filter `relative_url`. */
  relativeUrl(url: string): string;
  /** The filter `absolute_url`. */
  absoluteUrl(url: string): string;
  /** Ruby's `Jekyll::Utils.slugify`: `mode` as of the filter (`default` where it is undefined). */
  slugify(text: string, mode?: string, keepsCase?: boolean): string;
}

/** What an output hook gets of the document that was rendered. */
export interface RenderedDocument {
  readonly document: Document;
  /** The whole output, layouts included; before layouts for `transformContent`. */
  readonly output: string;
}

/** What a plugin gets once a build's outputs are in the destination. */
export interface WrittenSite {
  readonly site: Site;
  /** Documents whose output is new or different, with it. */
  readonly documents: readonly RenderedDocument[];
  /** Paths written, relative to the destination. */
  readonly paths: readonly string[];
}

/** One option of a plugin's command: `--name VALUE`, or a switch. */
export interface CommandOption {
  /** As typed after the dashes; a letter more for the short form is `short`. */
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  readonly takesValue?: boolean;
}

/** What a plugin's command is started with. */
export interface CommandCall {
  readonly arguments: readonly string[];
  /** By name: true for a switch. */
  readonly options: Readonly<Record<string, string | boolean>>;
  readonly config: Config;
  /** Prints a line. */
  print(line: string): void;
}

/** A command that a plugin adds: `utterson NAME`. */
export interface PluginCommand {
  readonly name: string;
  readonly description: string;
  readonly options?: readonly CommandOption[];
  /** Gives the exit code; 0 where it gives nothing. */
  run(call: CommandCall): number | undefined | Promise<number | undefined>;
}

/** A plugin, built in or the user's: any of these members. Functions of their arguments: what they return is kept. */
export interface Plugin {
  /** As in `plugins:`, `jekyll-feed`. */
  readonly name: string;
  /**
   * Changes whenever the plugin may behave differently (a hash of a user's file); nothing that was cached before is
   * used then.
   */
  readonly version?: string;
  /** Environment variables that rendering depends on. */
  readonly variables?: readonly string[];
  /** Absolute path of a user's plugin file, which a preview watches. */
  readonly file?: string;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly tags?: Readonly<Record<string, Tag>>;
  /** Whether the gem teaches all values `blank?` (ActiveSupport's), which `== blank` asks for in templates: it never holds otherwise. */
  readonly bringsBlank?: boolean;
  readonly converters?: readonly Converter[];
  readonly commands?: readonly PluginCommand[];
  /** Layouts used where the site has none of that name: name → text with front matter. */
  readonly layouts?: Readonly<Record<string, string>>;
  /** The order among generators: low −10, normal 0 (the default), high 10; lowest −100 and highest 100 too. */
  readonly priority?: number;
  /** The configuration with settings added, before anything is read (Jekyll's `site:after_init`). */
  configure?(config: Config, tools: ConfigureTools): Config;
  /** Called when a build begins (`site:after_reset`). */
  beforeBuild?(config: Config): void;
  /** A site with documents, assets or members (`site.members`) added or changed. */
  generate?(site: Site, tools: GenerateTools): Site | Promise<Site>;
  /** What the page that another plugin makes of a file has besides its data, or in their place (`pages:post_init`). */
  dataOfMadePage?(file: SourceFile): Hash;
  /** Changes a document's text after its converters, before its layouts (`post_convert`). */
  transformContent?(rendered: RenderedDocument, site: Site): string;
  /**
   * Changes a document's output after its layouts (`post_render`). `ownData` gives a page's data without what it has from
   * the configuration's defaults alone.
   */
  transform?(rendered: RenderedDocument, site: Site, ownData?: (page: Document) => Hash): string;
  /** More outputs, or others in place of a document's, once all are rendered (`site:post_render`). */
  emit?(site: Site, outputOf: (document: Document) => string | undefined): readonly Output[];
  /** Called once the outputs are in the destination (`post_write`). */
  afterWrite?(written: WrittenSite): void | Promise<void>;
  /** Of the absolute paths about to be removed, those that are to be (`clean:on_obsolete`). */
  chooseObsolete?(paths: readonly string[]): readonly string[];
}

/** The priorities of generators, by Jekyll's names. */
export const priorities = { lowest: -100, low: -10, normal: 0, high: 10, highest: 100 } as const;
