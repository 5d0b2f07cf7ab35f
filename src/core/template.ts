import type { Diagnostic, Place, Position } from './diagnostics.js';
import type { Drop } from './values/values.js';

/** A template's text and its place: `path` relative to the source folder, `line` that of its first line there. */
export interface TemplateSource {
  readonly path: string;
  readonly text: string;
  readonly line: number;
  /** That of its first character, where it is not the first of its line. */
  readonly column?: number;
  /** Set where the file's bytes are no text in the site's encoding. */
  readonly isBroken?: boolean;
}

/**
 * A filter. `input` and arguments are Ruby values (see `values.ts`); named arguments (`a: 1`) come last, as one Map.
 * An error of the author's is thrown as `FilterError`.
 */
export type Filter = (context: RenderContext, input: unknown, ...args: unknown[]) => unknown;

/** Thrown where a filter or tag cannot do its work; the engine adds the place. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /**
   * @param code module and reason, such as `liquid/argument`
   * @param hint what to do about it
   * @param fatal whether the build fails (Jekyll raises) rather than `Liquid error: …` being printed in place
   * @param at where in the tag's markup it is, where that is known
   */
  constructor(
    message: string,
    readonly code: string = 'template/error',
    readonly hint?: string,
    readonly fatal: boolean = true,
    readonly at?: number,
  ) {
    super(message);
  }
}

/** An error of a tag at a place in its markup. */
export function markupError(at: number, message: string, code: string, hint: string): TemplateError {
  return new TemplateError(message, code, hint, true, at);
}

/** What a tag's parser gets. */
export interface TagStart {
  readonly name: string;
  /** Everything between the tag's name and its end, as written. */
  readonly markup: string;
  readonly position: Position;
  /** Where the markup begins, where the engine knows. */
  readonly markupPosition?: Position;
}

/** Renders one occurrence of a tag; `body` renders what is between a block's start and its end. */
export type TagRender = (context: RenderContext, body: () => string) => string;

/** A tag: parsed once for each occurrence, then rendered any number of times. */
export interface Tag {
  /** `none`: no end tag; `block`: Liquid until `{% endNAME %}`; `raw`: unparsed text until `{% endNAME %}`. */
  readonly body: 'none' | 'block' | 'raw';
  /** Whether a block of only white space and this tag prints nothing (Ruby's `blank?`). */
  readonly blank?: boolean;
  /** Throws `TemplateError` where the markup is wrong. */
  parse(start: TagStart): TagRender;
}

/** The variables that a template begins with. */
export interface TemplateVariables extends ReadonlyMap<string, unknown> {
  /** What may stand in the output for a variable that is printed as it is, to be replaced there later. */
  slot?(name: string): string | undefined;
}

/** The render in progress, as filters and tags see it; the same for both engines. */
export interface RenderContext {
  /** What the host of the templates offers. */
  readonly host: TemplateHost;
  /** The variable of that name in the innermost scope that has it; undefined where none has. */
  lookup(name: string): unknown;
  /** The value of an expression of the engine's language (`page.title`, `"text"`, `items[0].name`). */
  evaluate(expression: string): unknown;
  /** Sets a variable as `assign` does (in the template's outermost scope). */
  assign(name: string, value: unknown): void;
  /** Runs with more variables in an inner scope of their own. */
  withScope<T>(variables: ReadonlyMap<string, unknown>, run: () => T): T;
  /** Renders another template in this render's scopes, parsed once for each source object, as `include` does. */
  renderPartial(source: TemplateSource): string;
  /** Renders another template in scopes of its own: only `variables` are seen, and nothing it assigns is left behind. */
  renderIsolated(source: TemplateSource, variables: ReadonlyMap<string, unknown>): string;
  /**
   * Renders what other pages may share. Gives the outer variables that it looked up, or none where it turns out to
   * depend on this page; only then are the variables that it sets kept. Missing where an engine cannot find that out.
   */
  fenced?<T>(run: () => T, isShared: () => boolean): { result: T; reads: ReadonlyMap<unknown, unknown> | undefined };
  /** Whether variables have the values that they had for another page. */
  findsAgain?(reads: ReadonlyMap<unknown, unknown>): boolean;
  /** The source of the template whose tag is rendering just now (an include inside an include: the inner one). */
  readonly source: TemplateSource;
  /** The page being rendered (its drop or hash), as `page`. */
  readonly page: unknown;
}

/** What `{% highlight %}` and fenced code ask of the highlighter. */
export interface HighlightOptions {
  readonly lineNumbers?: boolean | 'table' | 'inline';
  /** Numbers of the lines to mark, from 1. */
  readonly markLines?: readonly number[];
  readonly firstLine?: number;
}

/** Where `increment` and `decrement` keep their counters by name. */
export interface Counters {
  /** 0 where there is none at all. */
  readonly size: number;
  /** undefined where none has that name. */
  get(name: unknown): unknown;
  set(name: string, value: unknown): void;
}

/**
 * What templates can ask of the site. Each call notes what it read, so that a kept result is known to be stale.
 * All paths are relative to the source folder.
 */
export interface TemplateHost {
  /** The `site` drop. */
  readonly site: Drop;
  /** A key of the configuration, as `site.config[key]` in Ruby. */
  config(key: string): unknown;
  /** What texts call now. */
  now(): unknown;
  /** The source of `_includes/NAME`; undefined where no includes folder has it. Names are checked by the caller. */
  readInclude(name: string): TemplateSource | undefined;
  /** For a name that `readInclude` found nothing of: what there is of nearly that name. */
  nearInclude(name: string): string | undefined;
  /** Where `readInclude` looks, for error messages. */
  readonly includeFolders: readonly string[];
  /** The source of a layout by name, front matter left out; undefined where there is none. */
  readLayout(name: string): TemplateSource | undefined;
  /** The source of a file (by its path in the source folder) in the page's folder or below it, for `include_relative`. */
  readRelative(path: string, folder: string): TemplateSource | undefined;
  /** The URL (without `baseurl`) of the page, document or static file at a path, for `link`. */
  urlOfPath(path: string): string | undefined;
  /** The URL (without `baseurl`) of a post by name (`2020-01-02-title` or `folder/2020-01-02-title`). */
  urlOfPost(name: string): string | undefined;
  /** For what the two found nothing of: a path, or a post's name, that was meant perhaps. */
  nearPath(path: string): string | undefined;
  nearPost(name: string): string | undefined;
  /** Markdown to HTML by the site's `markdown` settings. */
  markdownify(text: string): string;
  /** Typographic quotes, dashes and ellipses; as kramdown's SmartyPants parser. */
  smartify(text: string): string;
  /** Sass to CSS; `indented` for the indented syntax. */
  sassify(text: string, syntax: 'indented' | 'scss'): string;
  /** Code to HTML spans with Rouge's class names, without any wrapper, trailing newline kept. */
  highlight(code: string, language: string, options: HighlightOptions): string;
  /** Reports a warning, once for each message and place; without a place, for the page being rendered. */
  warn(message: string, code: string, place?: Place & Pick<Diagnostic, 'liquid' | 'hint'>): void;
  /** Notes that the render depends on chance (`sample`): its result is never kept. */
  noteChance(): void;
  /**
   * Caches something for the whole build by name (`include_cached` keeps its results so).
   *
   * @param context where what is made looks up variables
   */
  memo<T>(key: string, make: () => T, context?: RenderContext): T;
  /** The counters of the render in progress, which go on from page to page; undefined where it has its own. */
  counters?(): Counters | undefined;
  /** Renders a file that another includes, where its time is to be known. */
  measure?(path: string, render: () => string): string;
}
