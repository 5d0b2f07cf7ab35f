import type { Diagnostic } from '../../core/diagnostics.js';
import type { Plugin } from '../../core/plugin.js';
import { isRedirect } from '../../core/redirect.js';
import { hashText } from '../../core/text/hash-text.js';
import { fillGaps, type Unfilled } from '../../core/text/unfilled.js';
import { type Asset, type Document, fileOfText, type Output, type Site } from '../../core/types.js';
import type { WantedFile } from '../../output/plan-writes.js';
import { fingerprint, fingerprintOfFile, fingerprintOfHash } from '../../render/evidence/fingerprint.js';
import { rawBytes } from '../../render/texts/text-store.js';
import { contentOf, type DocumentState, textOf, type World } from '../../render/world.js';
import { badNames, caseConflicts, folderConflicts, sharedPath } from './output-conflicts.js';

/** Every file that the destination is to have. */
export interface OutputList {
  readonly files: ReadonlyMap<string, WantedFile>;
  /** Files wanted by two at once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects the outputs of a rendered site in Jekyll's order: pages, static files, documents; of one path, the last stays. */
export function collectOutputs(world: World, plugins: readonly Plugin[]): OutputList {
  const files = new Map<string, WantedFile>();
  const sources = new Map<string, string>();
  const shared = new Map<string, string[]>();
  const { site } = world;
  const put = (file: WantedFile): void => {
    files.set(file.path, file);
  };
  const add = (file: WantedFile, source: string): void => {
    const other = sources.get(file.path);
    if (other !== undefined) shared.set(file.path, [...(shared.get(file.path) ?? [other]), source]);
    sources.set(file.path, source);
    put(file);
  };
  for (const page of site.pages) addDocument(world, page, isRedirect(page) ? put : add);
  for (const asset of writtenAssets(site)) add(assetFile(asset), asset.path);
  for (const { documents } of site.collections.values())
    for (const document of documents) addDocument(world, document, add);
  for (const file of emitted(world, plugins)) files.set(file.path, file);
  const conflicts = Array.from(shared, ([path, all]) => sharedPath(path, all));
  return {
    files,
    diagnostics: [
      ...conflicts,
      ...caseConflicts(sources),
      ...folderConflicts(files, sources, site),
      ...badNames(files, sources, site),
    ],
  };
}

/**
 * The outputs of some documents alone: all that can be different where the site has the shape it had, and all else is in
 * the destination. Undefined where a plugin has a say in the outputs.
 */
export function collectChanges(
  states: readonly DocumentState[],
  plugins: readonly Plugin[],
): ReadonlyMap<string, WantedFile> | undefined {
  if (plugins.some(({ emit }) => emit !== undefined)) return undefined;
  const files = new Map<string, WantedFile>();
  for (const state of states) addState(state, (file) => files.set(file.path, file));
  return files;
}

function addDocument(world: World, document: Document, add: (file: WantedFile, source: string) => void): void {
  addState(world.states.get(document.id)!, add);
}

function addState(state: DocumentState, add: (file: WantedFile, source: string) => void): void {
  const { document } = state;
  if (!document.isWritten) return;
  const source = fileOfText(document);
  add(documentFile(state), source);
  if (state.body.companions.length === 0) return;
  for (const { path, text } of state.body.companions) {
    add({ path, fingerprint: fingerprint(text), content: () => text }, `${source} (${path})`);
  }
}

/** The output of a document as a file; its fingerprint is the one that the evidence keeps. */
export function documentFile(state: DocumentState): WantedFile {
  return new DocumentFile(state);
}

class DocumentFile implements WantedFile {
  readonly path: string;
  /** The bytes whose fingerprint is still to be computed; the output may be rendered again meanwhile. */
  private readonly unhashed: Uint8Array | undefined;
  unfilled: Unfilled | undefined;
  private knownFingerprint: string | undefined;

  constructor(private readonly state: DocumentState) {
    const { output } = state;
    this.path = state.document.route.output;
    this.unhashed = output.isUnhashed ? rawBytes(output) : undefined;
    this.unfilled = output.isUnhashed ? output.unfilled : undefined;
    this.knownFingerprint = output.isUnhashed ? undefined : output.fingerprint;
  }

  get fingerprint(): string {
    if (this.knownFingerprint === undefined) {
      this.fill();
      this.setHash(hashText(this.unhashed!));
    }
    return this.knownFingerprint!;
  }

  get isUnhashed(): boolean {
    return this.knownFingerprint === undefined;
  }

  setHash(hash: string): void {
    const { output } = this.state;
    this.knownFingerprint = fingerprintOfHash(hash);
    this.unfilled = undefined;
    if (!output.isUnhashed || rawBytes(output) !== this.unhashed) return;
    output.fingerprint = this.knownFingerprint;
    output.unfilled = undefined;
  }

  isOf(bytes: Uint8Array): boolean {
    return fingerprintOfFile(bytes) === this.fingerprint;
  }

  content(): Output['content'] {
    this.fill();
    return this.unhashed ?? contentOf(this.state.output);
  }

  private fill(): void {
    if (this.unfilled !== undefined) fillGaps(this.unfilled);
    this.unfilled = undefined;
  }
}

function writtenAssets(site: Site): Asset[] {
  return site.assets.filter(({ isWritten }) => isWritten !== false);
}

function assetFile(asset: Asset): WantedFile {
  return {
    path: asset.route.output,
    fingerprint: `copy ${asset.hash}`,
    content: () => ({ copyOf: asset.absolutePath, modified: asset.modified }),
  };
}

function* emitted(world: World, plugins: readonly Plugin[]): Iterable<WantedFile> {
  const outputOf = (document: Document): string | undefined =>
    world.states.has(document.id) ? textOf(world.states.get(document.id)!.output) : undefined;
  for (const plugin of plugins) {
    for (const { path, content } of plugin.emit?.(world.site, outputOf) ?? []) {
      const key = typeof content === 'string' ? fingerprint(content) : `emitted ${path} ${Math.random()}`;
      yield { path, fingerprint: key, content: () => content };
    }
  }
}
