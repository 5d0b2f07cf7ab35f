import type { CommandCall, CommandOption } from '../../core/plugin.js';

/** Plain values: what front matter, data files and the configuration hold, with dates as `Date`. */
export type PlainObject = Record<string, unknown>;

/** A post, page or other document, as plugins of a site see it. */
export interface PluginDocument {
  /** Stable over builds: its path, or `generated:…`. */
  readonly id: string;
  readonly kind: 'page' | 'document';
  /** Relative to the source folder. */
  readonly path: string;
  /** Without `baseurl`. */
  readonly url: string;
  /** `posts` for posts and drafts; undefined for pages. */
  readonly collection?: string;
  readonly date?: Date;
  /** Front matter; change it in generators and in hooks up to `pre_render`. */
  data: PlainObject;
  /** The text after the front matter; HTML in `post_convert`. */
  content: string;
  /** The whole file, in hooks from `post_render` on. */
  output?: string;
}

/** A document in hooks from `post_render` on. */
export interface RenderedPluginDocument extends PluginDocument {
  output: string;
}

/** A page to add. */
export interface AddedPage {
  /** The path of a file that might have this content, relative to the source folder. */
  readonly path: string;
  readonly data?: PlainObject;
  readonly content?: string;
  /** Without `baseurl`; worked out of `data.permalink` and the path where it is not given. */
  readonly url?: string;
}

/** The site, as generators and hooks see it. What they change in `data` of documents and of the site counts. */
export interface PluginSite {
  /** Change it in `site:after_init` only. */
  readonly config: PlainObject;
  readonly source: string;
  readonly destination: string;
  readonly time: Date;
  /** Newest first. */
  readonly posts: readonly PluginDocument[];
  readonly pages: readonly PluginDocument[];
  /** Those of all collections. */
  readonly documents: readonly PluginDocument[];
  readonly collections: Readonly<Record<string, readonly PluginDocument[]>>;
  readonly staticFiles: readonly { readonly path: string; readonly url: string }[];
  /** `_data`. */
  data: PlainObject;
  addPage(page: AddedPage): void;
  removePage(page: PluginDocument): void;
  /** Makes `site.NAME` for templates. */
  set(name: string, value: unknown): void;
}

/** What generators can use besides the site. */
export interface PluginTools {
  /** The text of a file of the source folder; undefined where there is none. */
  readFile(path: string): string | undefined;
  markdownify(text: string): string;
  slugify(text: string, mode?: string): string;
  relativeUrl(url: string): string;
  absoluteUrl(url: string): string;
  warn(message: string, path?: string): void;
}

/** Where a filter or tag is. */
export interface PluginScope {
  /** `page`, as templates see it. */
  readonly page: PlainObject;
  /** `site`, as templates see it. */
  readonly site: PlainObject;
  /** A variable of the template. */
  lookup(name: string): unknown;
  /** The value of an expression of the template's language: `page.title`, `"text"`. */
  evaluate(expression: string): unknown;
}

/** One occurrence of a tag. */
export interface TagCall extends PluginScope {
  readonly name: string;
  /** All between the tag's name and its end. */
  readonly markup: string;
  /** What is in a block, rendered; as written where the block is raw. '' for tags. */
  readonly body: string;
}

/** A filter: `{{ value | name: arguments }}`; named arguments come last, as one object. Say of each of them what it is. */
export type PluginFilter = {
  // As a method, since those may be narrower in what they take.
  filter(this: PluginScope, input: unknown, ...args: unknown[]): unknown;
}['filter'];

/** A tag or block: gives what is printed. */
export type PluginTag = (call: TagCall) => unknown;

/** A block: its content is Liquid, or taken as it stands. */
export type PluginBlock = PluginTag | { readonly raw: boolean; readonly render: PluginTag };

/** `lowest` to `highest`, or a number: higher comes first. */
export type PluginPriority = 'lowest' | 'low' | 'normal' | 'high' | 'highest' | number;

/** Adds to the site before it is rendered. */
export type PluginGenerator = (site: PluginSite, tools: PluginTools) => void | Promise<void>;

/** Turns text into other text, chosen by the file's extension. */
export interface PluginConverter {
  /** With their dots: `['.rst']`. */
  readonly extensions: readonly string[];
  /** `.html` where it is not given. */
  readonly outputExtension?: string;
  convert(text: string, path: string): string;
}

/** A command: `utterson NAME`. `run` gives the exit code, or nothing for 0; it may be asynchronous. */
export interface PluginCommandSpec {
  readonly description: string;
  readonly options?: readonly CommandOption[];
  run(call: CommandCall): unknown;
}

/** What a hook of documents may use besides the document. */
export interface HookPayload {
  readonly site: PluginSite;
}

type DocumentOwner = 'posts' | 'pages' | 'documents';
type DocumentEvent = 'post_init' | 'pre_render' | 'post_convert' | 'post_render' | 'post_write';
type SiteEvent = 'after_reset' | 'post_read' | 'pre_render' | 'post_render' | 'post_write';

/**
 * Hooks under Jekyll's names; `<collection>:event` for any collection, with the type of its parameter
 * given: `PluginDocument` or `RenderedPluginDocument`.
 */
export type PluginHooks = {
  readonly [name in `site:${SiteEvent}`]?: (site: PluginSite) => void | Promise<void>;
} & {
  readonly 'site:after_init'?: (site: { config: PlainObject }) => void;
  readonly 'clean:on_obsolete'?: (paths: string[]) => void;
} & {
  readonly [name in `${DocumentOwner}:${'post_init' | 'pre_render' | 'post_convert'}`]?: (
    document: PluginDocument,
    payload: HookPayload,
  ) => void;
} & {
  readonly [name in `${DocumentOwner}:${'post_render' | 'post_write'}`]?: (
    document: RenderedPluginDocument,
    payload: HookPayload,
  ) => void;
} & {
  readonly [name in `${string}:${DocumentEvent}`]?: (document: never, payload: HookPayload) => void;
};

/** A plugin of a site: the default export of a file in `_plugins`, or of an npm package that `plugins:` names. */
export interface UserPlugin {
  readonly name?: string;
  /** Of its generator. */
  readonly priority?: PluginPriority;
  readonly filters?: Readonly<Record<string, PluginFilter>>;
  readonly tags?: Readonly<Record<string, PluginTag>>;
  readonly blocks?: Readonly<Record<string, PluginBlock>>;
  readonly converters?: readonly PluginConverter[];
  readonly generate?: PluginGenerator;
  readonly hooks?: PluginHooks;
  readonly commands?: Readonly<Record<string, PluginCommandSpec>>;
}

/** Gives a plugin back as it is; editors then know the types of its members. */
export function definePlugin(plugin: UserPlugin): UserPlugin {
  return plugin;
}
