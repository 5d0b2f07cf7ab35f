import type { Diagnostic } from '../core/diagnostics.js';
import type { Theme } from '../core/types.js';
import type { DiskFile } from './folders/disk-file.js';

/** A file in the place where it was found. */
export interface FoundFile {
  readonly file: DiskFile;
  /** Relative to the folder that was looked through: a layout's name with extension, an include's name. */
  readonly name: string;
}

/** The posts or drafts of one folder. */
export interface FoundPosts {
  readonly isDraft: boolean;
  readonly files: readonly FoundFile[];
}

/** Everything in the source folder that a site is made of, in the order in which Jekyll reads it. Never changed. */
export interface SourceSnapshot {
  readonly posts: readonly FoundPosts[];
  /** Files with front matter. */
  readonly pages: readonly DiskFile[];
  readonly assets: readonly DiskFile[];
  /** By label. */
  readonly collections: ReadonlyMap<string, readonly FoundFile[]>;
  readonly layouts: readonly FoundFile[];
  readonly includes: readonly FoundFile[];
  readonly data: readonly FoundFile[];
  /** The folders of data, which templates see even where nothing is in one. */
  readonly dataFolders: readonly string[];
  readonly theme?: ThemeSnapshot;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a theme gives, in folders of the same names. */
export interface ThemeSnapshot {
  readonly theme: Theme;
  readonly layouts: readonly FoundFile[];
  readonly includes: readonly FoundFile[];
  readonly data: readonly FoundFile[];
  readonly dataFolders: readonly string[];
  /** Of its `assets` folder: files with front matter, and the others. */
  readonly pages: readonly DiskFile[];
  readonly assets: readonly DiskFile[];
}

/** The bytes of all documents of posts and collections that no earlier process has read. */
export function bytesToRead({ posts, collections }: SourceSnapshot): number {
  const lists = [...posts.map(({ files }) => files), ...collections.values()];
  return lists.flat().reduce((sum, { file }) => (file.saved === undefined ? sum + file.size : sum), 0);
}

/** The new snapshot with every list of the old one that is still the same. */
export function keepSame(next: SourceSnapshot, last: SourceSnapshot | undefined): SourceSnapshot {
  if (last === undefined) return next;
  const collections = new Map<string, readonly FoundFile[]>();
  for (const [label, files] of next.collections) collections.set(label, same(files, last.collections.get(label)));
  return {
    ...next,
    posts: samePosts(next.posts, last.posts),
    pages: same(next.pages, last.pages),
    assets: same(next.assets, last.assets),
    collections,
    layouts: same(next.layouts, last.layouts),
    includes: same(next.includes, last.includes),
    data: same(next.data, last.data),
    dataFolders: sameTexts(next.dataFolders, last.dataFolders),
    ...(next.theme !== undefined && last.theme !== undefined ? { theme: sameTheme(next.theme, last.theme) } : {}),
  };
}

function sameTexts(next: readonly string[], last: readonly string[]): readonly string[] {
  return next.length === last.length && next.every((text, index) => text === last[index]) ? last : next;
}

function samePosts(next: readonly FoundPosts[], last: readonly FoundPosts[]): readonly FoundPosts[] {
  if (next.length !== last.length) return next;
  const isSame = next.every(({ isDraft, files }, index) => {
    const before = last[index]!;
    return before.isDraft === isDraft && same(files, before.files) === before.files;
  });
  return isSame ? last : next;
}

function sameTheme(next: ThemeSnapshot, last: ThemeSnapshot): ThemeSnapshot {
  return {
    theme: next.theme,
    layouts: same(next.layouts, last.layouts),
    includes: same(next.includes, last.includes),
    data: same(next.data, last.data),
    dataFolders: sameTexts(next.dataFolders, last.dataFolders),
    pages: same(next.pages, last.pages),
    assets: same(next.assets, last.assets),
  };
}

function same<T extends DiskFile | FoundFile>(next: readonly T[], last: readonly T[] | undefined): readonly T[] {
  if (last === undefined || next === last || next.length !== last.length) return next === last ? last : next;
  const isSame = next.every((one, index) => one === last[index] || fileOf(one) === fileOf(last[index]!));
  return isSame ? last : next;
}

function fileOf(one: DiskFile | FoundFile): DiskFile {
  return 'file' in one ? one.file : one;
}
