import { join, posix, resolve, sep } from 'node:path';
import type { FoundFile } from '../snapshot.js';
import { type FileCache, statOf, type WalkOptions, walkFiles } from './folder.js';

/** A folder whose files below it are taken together. */
export interface BundleRequest {
  /** What the files are to be: a folder may be named for several uses, which take other files of it. */
  readonly use: 'posts' | 'documents' | 'layouts' | 'includes' | 'data' | 'assets';
  /** The folder of the site or theme that it lies in (absolute), and its path there. */
  readonly base: string;
  readonly folder: string;
  readonly options?: WalkOptions;
  /** Which files are taken, by their paths below the folder; all without. */
  accepts?(name: string): boolean;
}

interface Bundle extends BundleRequest {
  readonly root: string;
  files: readonly FoundFile[];
  /** Those below the root, by their paths there. */
  folders: readonly string[];
  /** Where each is in the list, by absolute path; made when it is first asked for. */
  places?: ReadonlyMap<string, number>;
  /** What came or went in it since it was read; its other files are as they were. */
  turned?: Set<string>;
}

/** Bundles that were read, by their uses and folders; what is known of one stays until something in it changes. */
export class Bundles {
  private readonly known = new Map<string, Bundle>();

  /** @param optionsOf how a folder (absolute) is walked, besides what its request says */
  constructor(
    private readonly cache: FileCache,
    private readonly optionsOf: (root: string) => WalkOptions,
  ) {}

  clear(): void {
    this.known.clear();
  }

  /** Drops what a changed path may have changed; whether it lies in a bundle that is known. */
  forget(path: string): boolean {
    let isBundled = false;
    for (const [key, bundle] of this.known) {
      if (bundle.root === path || bundle.root.startsWith(path + sep)) this.known.delete(key);
      else if (path.startsWith(bundle.root + sep)) {
        isBundled = true;
        if (this.replaceIn(bundle, path)) continue;
        if (statOf(path)?.isFolder) this.known.delete(key);
        else (bundle.turned ??= new Set()).add(path);
      }
    }
    return isBundled;
  }

  /** The files of a bundle, in the order of its folder. */
  files(request: BundleRequest): readonly FoundFile[] {
    return this.of(request).files;
  }

  /** The folders below that of a bundle, by their paths there. */
  folders(request: BundleRequest): readonly string[] {
    return this.of(request).folders;
  }

  private of(request: BundleRequest): Bundle {
    // Without a slash at its end, which settings may have.
    const root = resolve(join(request.base, request.folder));
    const key = `${request.use} ${root}`;
    const known = this.known.get(key);
    if (known !== undefined) return this.withTurned(known);
    const bundle: Bundle = { ...request, root, files: [], folders: [] };
    bundle.files = this.read(bundle);
    this.known.set(key, bundle);
    return bundle;
  }

  /** Where a known file only changed, puts the new one in its place. */
  private replaceIn(bundle: Bundle, path: string): boolean {
    bundle.places ??= new Map(bundle.files.map((found, place) => [found.file.absolutePath, place]));
    const index = bundle.places.get(path);
    if (index === undefined) return false;
    const old = bundle.files[index]!;
    const file = this.cache.get(path, old.file.path);
    if (file === undefined) return false;
    bundle.files = bundle.files.with(index, { ...old, file });
    return true;
  }

  /** A bundle with what came and went in it, in the order of the folder as it is now. */
  private withTurned(bundle: Bundle): Bundle {
    const { turned } = bundle;
    if (turned === undefined) return bundle;
    delete bundle.turned;
    delete bundle.places;
    const known = new Map(bundle.files.map((found) => [found.name, found]));
    for (const path of turned) known.delete(path.slice(bundle.root.length + 1).replaceAll(sep, '/'));
    bundle.files = this.read(bundle, known);
    return bundle;
  }

  private read(bundle: Bundle, known?: ReadonlyMap<string, FoundFile>): FoundFile[] {
    const files: FoundFile[] = [];
    const folders: string[] = [];
    const { root } = bundle;
    const front = frontOf(bundle);
    const onFolder = (name: string): unknown => folders.push(name);
    for (const name of walkFiles(root, { ...this.optionsOf(root), ...bundle.options, onFolder })) {
      const before = known?.get(name);
      if (before !== undefined) files.push(before);
      if (before !== undefined || bundle.accepts?.(name) === false) continue;
      const path = sep === '/' && root !== '/' ? `${root}/${name}` : join(root, name);
      const file = this.cache.get(path, front + name);
      if (file !== undefined) files.push({ file, name });
    }
    bundle.folders = folders;
    return files;
  }
}

/**
 * What the paths of a bundle's files begin with: those of documents as the setting has it, as in Jekyll; others as that of
 * a page, which the same file may be.
 */
function frontOf({ use, folder }: BundleRequest): string {
  return use === 'posts' || use === 'documents'
    ? `${folder.replace(/\/+$/, '')}/`
    : posix.join('/', folder, '/').slice(1);
}
