import { join, posix, resolve, sep } from 'node:path';
import type { Diagnostic } from '../core/diagnostics.js';
import { isWithin, linkStatsOf } from '../core/files.js';
import type { Config, Site, SourceFile, Theme } from '../core/types.js';
import { encodingByPath } from './data/encoding.js';
import { documentOf, isOfMoment, saveFile } from './documents/read-documents.js';
import { deadLink, linkedAsset } from './file-problems.js';
import { type BundleRequest, Bundles } from './folders/bundles.js';
import { collectionFolders } from './folders/collection-folders.js';
import type { DiskFile } from './folders/disk-file.js';
import { createEntryFilter, type EntryFilter } from './folders/entry-filter.js';
import { FileCache, listFolder, realPath, tickMs, type WalkOptions } from './folders/folder.js';
import { PageTree, type PostFolder } from './folders/page-tree.js';
import { createKeyTables, type KeyTables, type SavedFile, type SavedFiles } from './saved/saved-files.js';
import { type SavedSiteParts, saveSite } from './saved/saved-site.js';
import { digestFolder, type ListedFolder, type SourceCheck, type SourceStamp } from './saved/source-stamp.js';
import { type FoundFile, type FoundPosts, keepSame, type SourceSnapshot, type ThemeSnapshot } from './snapshot.js';

/** The source folder. */
export interface Source {
  /** Looks at the folder again: at everything, or only at what is known to have changed (absolute paths). */
  refresh(changed?: readonly string[]): SourceSnapshot;
  /**
   * Any file below the source folder by its path in it, whether or not the site is made of it; in a safe build none that
   * links lead to out of `folder`, where one is given.
   */
  file(path: string, folder?: string): SourceFile | undefined;
  /** A file anywhere by its absolute path, where a render depended on it: a theme's style sheet. */
  fileAt(path: string): SourceFile | undefined;
  /** Whether a file (absolute) was there when it was last asked for. */
  hasRead(path: string): boolean;
  /** What is known of its files, for the next process. */
  save(): SavedFiles;
  /** The site for the next process; what is known of its files was saved before. */
  saveSite(site: Site): SavedSiteParts | undefined;
  /** What documents share: layouts, includes, data; for a site whose documents are known. */
  shared(): SourceSnapshot;
  /** Has everything looked at again, with other settings. */
  forget(config: Config): void;
  /** Whether every change of a file shows in its time. */
  isSettled(file: DiskFile): boolean;
  /** Files that were looked at, and paths where none is. */
  lookedAt(): { readonly files: Iterable<DiskFile>; readonly missing: Iterable<string> };
  /**
   * Everything that was looked at; undefined where a later look could miss changes: links, and changes of the last
   * moments.
   */
  stamp(): SourceStamp | undefined;
}

/** What is known of a source folder before it is looked at. */
export interface KnownSource {
  /** What an earlier process knew of its files. */
  readonly saved?: SavedFiles | undefined;
  /** What was found there just now. */
  readonly look?: SourceCheck | undefined;
}

/** The only reader of the source folder; keeps what it read, so that a rebuild reads only what changed. */
export function createSource(config: Config, theme?: Theme, known: KnownSource = {}): Source {
  let tree = new SourceTree(config, theme, known);
  return {
    refresh: (changed) => tree.refresh(changed),
    file: (path, folder) => tree.file(path, folder),
    fileAt: (path) => tree.fileAt(path),
    hasRead: (path) => tree.hasRead(path),
    save: () => tree.save(),
    saveSite: (site) => tree.saveSite(site),
    shared: () => tree.shared(),
    forget(others) {
      tree = new SourceTree(others, theme, {});
    },
    isSettled: (file) => tree.isSettled(file),
    lookedAt: () => tree.lookedAtFiles(),
    stamp: () => tree.stamp(),
  };
}

class SourceTree {
  private readonly cache: FileCache;
  private readonly tables: KeyTables;
  private readonly filter: EntryFilter;
  /** Where links may lead to, for a safe build. */
  private readonly within: string | undefined;
  private readonly tree: PageTree;
  private readonly bundles: Bundles;
  private readonly listed = new Map<string, ListedFolder>();
  private readonly problems = new Map<string, Diagnostic>();
  private last: SourceSnapshot | undefined;
  private readonly saved = new Map<
    string,
    { readonly file: DiskFile; readonly place: number; readonly record: SavedFile }
  >();
  private lookedAt = 0;
  private look: SourceCheck | undefined;

  constructor(
    private readonly config: Config,
    private readonly theme: Theme | undefined,
    { saved, look }: KnownSource,
  ) {
    this.look = look;
    this.tables = createKeyTables(saved?.keys);
    const encodingOf = encodingByPath(config, [this.text('data_dir', '_data'), '_data']);
    this.cache = new FileCache(encodingOf, this.tables, saved);
    this.filter = createEntryFilter(config);
    this.bundles = new Bundles(this.cache, (root) => this.walkOptions(root));
    this.within = config.values.get('safe') === true ? realPath(config.source) : undefined;
    this.tree = new PageTree(config, {
      ...{ cache: this.cache, filter: this.filter, problems: this.problems },
      entriesOf: (folder) => {
        const entries = this.look?.entriesOf(folder) ?? listFolder(folder, this.within);
        this.listed.set(folder, { entries, isOrdered: true });
        return entries;
      },
    });
  }

  private text(key: string, fallback: string): string {
    const value = this.config.values.get(key);
    if (typeof value !== 'string') return fallback;
    // A folder outside of the source is none of the site's.
    return value.includes('..') ? posix.join('/', value).slice(1) : value;
  }

  file(path: string, folder?: string): SourceFile | undefined {
    const absolute = join(this.config.source, path);
    if (folder !== undefined && this.within !== undefined) {
      if (!isWithin(realPath(absolute), resolve(this.within, folder))) return undefined;
    }
    return absolute.startsWith(this.config.source + sep) ? this.cache.get(absolute, path) : undefined;
  }

  fileAt(path: string): SourceFile | undefined {
    return this.cache.get(path, path);
  }

  hasRead(path: string): boolean {
    return this.cache.has(path);
  }

  save(): SavedFiles {
    const files: SavedFile[] = [];
    this.saved.clear();
    for (const file of this.cache.all()) {
      const record = this.isSettled(file) ? saveFile(file, this.tables) : undefined;
      if (record !== undefined) this.saved.set(file.absolutePath, { file, place: files.push(record) - 1, record });
    }
    return { keys: this.tables.lists, files };
  }

  saveSite(site: Site): SavedSiteParts | undefined {
    return saveSite(site, (path, document) => {
      const known = path === undefined ? undefined : this.saved.get(path);
      if (known === undefined || document === undefined) return known?.place;
      const isOfFile = known.record[5] !== undefined && documentOf(known.file) === document;
      return isOfFile ? known.place : undefined;
    });
  }

  shared(): SourceSnapshot {
    this.lookedAt = this.look?.time ?? Date.now();
    this.cache.begin(undefined, this.look);
    return { posts: [], pages: [], assets: [], collections: new Map(), ...this.sharedFiles(), diagnostics: [] };
  }

  lookedAtFiles(): { readonly files: Iterable<DiskFile>; readonly missing: Iterable<string> } {
    return { files: this.cache.all(), missing: this.cache.missing };
  }

  /** A file that was young when it was looked at may have changed since without its time changing: clocks are coarse. */
  isSettled({ mtimeMs }: DiskFile): boolean {
    const tick = mtimeMs % 1000 === 0 ? 2000 : tickMs;
    return mtimeMs < this.lookedAt - tick;
  }

  stamp(): SourceStamp | undefined {
    const files = [...this.cache.all()];
    const listed = [...this.listed];
    if (!files.every((file) => this.isSettled(file)) || files.some(isOfMoment)) return undefined;
    if (listed.some(([, { entries }]) => entries.some(({ isLink }) => isLink))) return undefined;
    const ignored = new Set([this.config.destination, this.config.cacheDirectory]);
    return {
      folders: listed.map(([path, folder]) => [path, folder.isOrdered ? 1 : 0, digestFolder(path, folder, ignored)]),
      paths: files.map(({ absolutePath }) => absolutePath),
      sizes: files.map(({ size }) => size),
      times: files.map(({ mtimeMs }) => mtimeMs),
      missing: [...this.cache.missing],
    };
  }

  refresh(changed: readonly string[] | undefined): SourceSnapshot {
    if (this.last !== undefined) this.look = undefined;
    this.lookedAt = this.look?.time ?? Date.now();
    const paths = this.last === undefined ? undefined : changed;
    this.cache.begin(paths, this.look);
    if (paths === undefined) this.forgetAll();
    else for (const path of paths) this.forget(path);
    this.last = keepSame(this.assemble(), this.last);
    return this.last;
  }

  private forgetAll(): void {
    this.tree.clear();
    this.bundles.clear();
    this.listed.clear();
    this.problems.clear();
  }

  /** Drops what is known of the folders that a changed path may have changed. */
  private forget(path: string): void {
    this.problems.delete(path);
    // A folder of layouts, of data or of a theme can be one that pages are read from, too.
    if (!this.bundles.forget(path) || this.tree.holds(path)) this.tree.forget(path);
  }

  private assemble(): SourceSnapshot {
    const { folders, ...files } = this.tree.walk();
    const posts = this.foundPosts(folders);
    const collections = new Map<string, readonly FoundFile[]>();
    for (const [label, folder] of collectionFolders(this.config)) {
      if (label === 'posts' || label === 'data') continue;
      collections.set(label, this.collection(label, folder));
    }
    return {
      ...files,
      posts,
      collections,
      ...this.sharedFiles(),
      diagnostics: [...this.problems.values()],
    };
  }

  private sharedFiles(): Pick<SourceSnapshot, 'layouts' | 'includes' | 'data' | 'dataFolders' | 'theme'> {
    const dataFolder = this.text('data_dir', '_data');
    const data = this.dataRequest(this.config.source, dataFolder);
    const isOutside = this.leadsOut(join(this.config.source, dataFolder));
    return {
      layouts: this.layouts(this.config.source, this.text('layouts_dir', '_layouts')),
      includes: this.includes(this.config.source, this.text('includes_dir', '_includes')),
      data: isOutside ? [] : this.bundles.files(data),
      dataFolders: isOutside ? [] : this.bundles.folders(data),
      ...(this.theme === undefined ? {} : { theme: this.themeFiles(this.theme) }),
    };
  }

  private foundPosts(folders: readonly PostFolder[]): FoundPosts[] {
    return folders.map(({ path, isDraft }) => ({ isDraft, files: this.posts(path, isDraft) }));
  }

  private posts(folder: string, isDraft: boolean): readonly FoundFile[] {
    const accepts = (name: string): boolean =>
      (isDraft ? /^(?:.+\/)*(.*)(\.[^.]+)$/ : postName).test(name) && this.filter.accepts(name, folder, () => false);
    const options = this.deadIn(join(this.config.source, folder), folder.slice(1), accepts, 'warning');
    return this.bundles.files({ use: 'posts', base: this.config.source, folder: folder.slice(1), options, accepts });
  }

  /** Reports dead links where a file is expected: Jekyll stops at those of data, and leaves out posts and layouts. */
  private deadIn(
    root: string,
    folder: string,
    accepts: (name: string) => boolean,
    severity: Diagnostic['severity'],
  ): WalkOptions {
    const front = `${folder.replace(/\/+$/, '')}/`;
    return {
      onDead: (name) => {
        if (accepts(name)) this.problems.set(join(root, name), deadLink(front + name, severity));
      },
    };
  }

  private collection(label: string, folder: string): readonly FoundFile[] {
    if (this.leadsOut(join(this.config.source, folder))) return [];
    const accepts = (name: string): boolean => this.filter.accepts(name, `/_${label}`, () => false);
    return this.bundles.files({ use: 'documents', base: this.config.source, folder, options: { dots: true }, accepts });
  }

  private layouts(root: string, folder: string): readonly FoundFile[] {
    const accepts = (name: string): boolean => /[^/]*\.[^/]*$/.test(name) && this.filter.accepts(name, '', () => false);
    // Jekyll also reports that such a link in the theme cannot be read; the author of a site cannot mend it.
    const options = root === this.config.source ? this.deadIn(join(root, folder), folder, accepts, 'warning') : {};
    return this.bundles.files({ use: 'layouts', base: root, folder, options, accepts });
  }

  private includes(root: string, folder: string): readonly FoundFile[] {
    const options = { dots: true, links: true };
    if (this.within === undefined || root !== this.config.source)
      return this.bundles.files({ use: 'includes', base: root, folder, options });
    // Jekyll's safe mode wants includes themselves in their folder, whatever links say.
    const within = resolve(this.within, folder);
    if (realPath(join(root, folder)) !== within) return [];
    return this.bundles.files({ use: 'includes', base: root, folder, options: { ...options, within } });
  }

  /** Whether a folder is a link that a safe build does not follow, out of the source. */
  private leadsOut(folder: string): boolean {
    if (this.within === undefined || linkStatsOf(folder)?.isSymbolicLink() !== true) return false;
    return !isWithin(realPath(folder), this.within);
  }

  private dataRequest(root: string, folder: string): BundleRequest {
    const isData = (name: string): boolean => /(?:^|\/)[^./][^/]*\.(?:ya?ml|json|csv|tsv|toml)$/.test(name);
    const accepts = (name: string): boolean => !/^\.|\/\.[^/]*\//.test(name) && isData(name);
    const options = { dots: true, links: true, ...this.deadIn(join(root, folder), folder, isData, 'error') };
    return { use: 'data', base: root, folder, options, accepts };
  }

  private walkOptions(root: string): WalkOptions {
    const isOwn = this.within !== undefined && (root + sep).startsWith(this.config.source + sep);
    return {
      onList: (folder, entries) => {
        this.listed.set(folder, { entries, isOrdered: this.listed.get(folder)?.isOrdered === true });
      },
      known: (folder) => this.look?.entriesOf(folder),
      ...(isOwn ? { within: this.within } : {}),
    };
  }

  private themeFiles(theme: Theme): ThemeSnapshot {
    const pages: DiskFile[] = [];
    const assets: DiskFile[] = [];
    const data = this.dataRequest(theme.root, '_data');
    for (const { file } of this.bundles.files({
      use: 'assets',
      base: theme.root,
      folder: 'assets',
      options: {
        dots: true,
        onLinkedFile: (name) => {
          const link = join(theme.root, 'assets', name);
          this.problems.set(link, linkedAsset(link));
        },
      },
    })) {
      this.tree.sort(file, pages, assets);
    }
    return {
      theme,
      layouts: this.layouts(theme.root, '_layouts'),
      includes: this.includes(theme.root, '_includes'),
      data: this.bundles.files(data),
      dataFolders: this.bundles.folders(data),
      pages,
      assets,
    };
  }
}

const postName = /^(?:.+\/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;
