import type { Time } from './time/time.js';
import type { Hash } from './values/values.js';

/** A file of the source folder. `path` is relative to it (or to the theme), with `/` between its parts. */
export interface SourceFile {
  readonly path: string;
  /** Where it is on this machine. */
  readonly absolutePath: string;
  /** Hash of its bytes, for texts; of its size and time, for files that are only copied. */
  readonly hash: string;
  /** Seconds since 1970, with fraction. */
  readonly modified: number;
  readonly size: number;
  /** Decoded, without BOM; line ends as in the file. Read when first asked for. */
  readonly text: string;
  /** Whether its bytes are a text in the site's encoding, where that is known. */
  readonly kind?: 'text' | 'utf-16' | 'binary';
  /** Its bytes, where they are no text. */
  readonly bytes?: Uint8Array | undefined;
}

/** Where an output is found on the web (without `baseurl`, percent-encoded) and in the destination (relative, decoded). */
export interface Route {
  readonly url: string;
  readonly output: string;
}

/** Jekyll's Page and Document in one: a file with front matter, or one that a plugin made. */
export interface Document {
  /** Unique among documents and stable over builds: its path, or `generated:…`. */
  readonly id: string;
  /** `page`: Jekyll's Page; `document`: a post, a draft or another collection's. */
  readonly kind: 'page' | 'document';
  /** Path relative to the source folder; `_posts/2020-01-01-a.md`. */
  readonly path: string;
  /** The file, where there is one. */
  readonly file?: SourceFile;
  /** Label of its collection (`posts` for posts and drafts). */
  readonly collection?: string;
  readonly isDraft?: boolean;
  /** Front matter over defaults, in Jekyll's order of keys, with what Jekyll adds (categories, tags, date, title, slug, ext). */
  readonly data: Hash;
  /** What is after the front matter. */
  readonly body: string;
  /** The line of the file where the body begins. */
  readonly bodyLine: number;
  /** The file that the body is read from, where a plugin made the page of another's text. */
  readonly bodyFile?: string;
  /** What `page.content` shows until the render, where a plugin's page has another text than the one it renders. */
  readonly rawContent?: string;
  /** Extension of the source with its dot (`.md`), which chooses converters. */
  readonly extension: string;
  /** Extension of the output with its dot (`.html`). */
  readonly outputExtension: string;
  readonly date?: Time;
  readonly route: Route;
  /** False where the document is read but not written (a collection without `output: true`, `published: false` never gets here). */
  readonly isWritten: boolean;
  /** The raw excerpt's Markdown, where the document has one; '' for an empty one. */
  readonly excerpt?: Excerpt;
  /** `paginator` in its templates, where the page is one of a series. */
  readonly paginator?: Hash;
  /** `page.name`, where a plugin's page has another than the last part of its path. */
  readonly name?: string;
  /** What it shows besides its data, where a plugin's page shows other members than Jekyll's pages do. */
  readonly members?: readonly string[];
  /** Fingerprint of everything above: two documents with the same one render alike. */
  readonly hash: string;
  /** A value of its data, where the data is not made yet; none of the document's own keys. */
  valueOfKey?(key: string): unknown;
}

/** A value of a document's data. Where thousands are asked for one, it costs less than all their data. */
export function dataValue(document: Document, key: string): unknown {
  return document.valueOfKey === undefined ? document.data.get(key) : document.valueOfKey(key);
}

/**
 * A document that renders like another, but has another hash. One that an earlier process read makes its data and texts
 * when they are asked for, which copying it key by key would not do.
 */
export function withHash(document: Document, hash: string): Document {
  const { data, body, excerpt } = document;
  return { ...document, data, body, ...(excerpt === undefined ? {} : { excerpt }), hash };
}

/** The file in which an author finds a document's text: that of a page which a plugin made may be another's. */
export function fileOfText({ bodyFile, path }: Document): string {
  return bodyFile ?? path;
}

/** The beginning of a document, rendered on its own as Jekyll's Excerpt is. */
export interface Excerpt {
  /** Template text: separated, open Liquid blocks closed, link references copied. */
  readonly text: string;
}

/** A layout: `name` is what front matter calls it (`post`, `themes/post`). */
export interface Layout {
  readonly name: string;
  readonly file: SourceFile;
  readonly data: Hash;
  readonly body: string;
  readonly bodyLine: number;
  readonly extension: string;
}

/** A file copied as it is. `collection` where it lies in a collection's folder. */
export interface Asset {
  /** Relative to the source folder, `/` between its parts. */
  readonly path: string;
  readonly absolutePath: string;
  readonly hash: string;
  /** Seconds since 1970, with fraction. */
  readonly modified: number;
  readonly size: number;
  readonly collection?: string;
  /** Front-matter defaults for it (`sitemap: false` and such). */
  readonly data: Hash;
  readonly route: Route;
  /** False where it is read but not written: in a collection without `output: true`, or `published: false` by default. */
  readonly isWritten?: boolean;
  /** False where a plugin took it out of `site.static_files`; as a file of a collection it is written all the same. */
  readonly isListed?: boolean;
}

/** What `site.static_files` has. */
export function staticFiles({ assets }: Site): readonly Asset[] {
  return assets.some(({ isListed }) => isListed === false)
    ? assets.filter(({ isListed }) => isListed !== false)
    : assets;
}

/** A collection: `posts` is one too. */
export interface Collection {
  readonly label: string;
  /** Its part of the configuration. */
  readonly metadata: Hash;
  /** Relative to the source folder: `_posts`. */
  readonly relativeDirectory: string;
  /** On this machine. */
  readonly directory: string;
  readonly isWritten: boolean;
  /** In the collection's order. */
  readonly documents: readonly Document[];
  readonly assets: readonly Asset[];
}

/** The theme's folder and what its gemspec or package says of it. */
export interface Theme {
  readonly name: string;
  readonly root: string;
  readonly version: string;
  readonly authors: string;
  readonly description: string;
  /** With the versions that a gemspec wants, as Ruby shows them: `jekyll (>= 3.5, < 5.0)`. */
  readonly dependencies: readonly string[];
  readonly metadata: Hash;
}

/** All that was read: the plain result of the read phase, never changed afterwards. */
export interface Site {
  readonly config: Config;
  /** The time of the build (`time:` in the configuration, or when the process began). */
  readonly time: Time;
  /** What templates call now; the time of the build, but where a configuration file gives that. */
  readonly now: Time;
  /** In Jekyll's order: `posts` first, then as configured. */
  readonly collections: ReadonlyMap<string, Collection>;
  /** Jekyll's `site.pages`, in its order. */
  readonly pages: readonly Document[];
  readonly layouts: ReadonlyMap<string, Layout>;
  /** By the name that `include` takes. The site's own before the theme's. */
  readonly includes: ReadonlyMap<string, SourceFile>;
  /** Static files, in Jekyll's order, those of collections included. */
  readonly assets: readonly Asset[];
  /** `_data`, nested as its folders. */
  readonly data: Hash;
  readonly theme?: Theme;
  /** More members of `site`, added by plugins (`site.github`). */
  readonly members?: Hash;
}

/**
 * A reference to a document in another's data (`page.posts` of an archive, a paginator's posts); templates see the
 * document.
 */
export class DocumentRef {
  constructor(readonly id: string) {}
}

/** The configuration: Jekyll's keys with defaults filled in, and the few that the program itself reads, checked. */
export interface Config {
  /** Everything, as `site.KEY` shows it; in Jekyll's order (defaults first). */
  readonly values: Hash;
  /** Absolute. */
  readonly source: string;
  /** Absolute. */
  readonly destination: string;
  /** Absolute. */
  readonly cacheDirectory: string;
  readonly environment: string;
  /** IANA name, or undefined for the machine's own (`TZ`). */
  readonly timezone?: string;
  /** Whether its `time` is also what templates call now; not where it is a configuration file that gives it, as in Jekyll. */
  readonly holdsNow: boolean;
  /** Which Jekyll to be exact to: `4` or GitHub Pages' `3.10`. */
  readonly compat: '4' | '3.10';
  /** Absolute paths of the files that it was read from. */
  readonly files: readonly string[];
}

/** What a build wants in the destination. `path` relative to it, `/` between its parts. */
export interface Output {
  readonly path: string;
  readonly content: string | Uint8Array | { readonly copyOf: string; readonly modified: number };
}
