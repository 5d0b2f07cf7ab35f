import type { Diagnostic } from '../core/diagnostics.js';
import type { Plugin } from '../core/plugin.js';
import type { Asset, Document, Site } from '../core/types.js';
import type { WantedFile } from '../output/plan-writes.js';
import { fingerprint } from '../render/fingerprint.js';
import { type DocumentState, textOf, type World } from '../render/world.js';

/** Every file that the destination is to have. */
export interface OutputList {
  readonly files: ReadonlyMap<string, WantedFile>;
  /** Files wanted by two at once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects the outputs of a rendered site in Jekyll's order: pages, static files, documents; of one path, the last stays. */
export function collectOutputs(world: World, plugins: readonly Plugin[]): OutputList {
  const files = new Map<string, WantedFile>();
  const sources = new Map<string, string[]>();
  const { site } = world;
  const add = (file: WantedFile, source: string): void => {
    const others = sources.get(file.path);
    if (others === undefined) sources.set(file.path, [source]);
    else others.push(source);
    files.set(file.path, file);
  };
  for (const page of site.pages) addDocument(world, page, add);
  for (const asset of writtenAssets(site)) add(assetFile(asset), asset.path);
  for (const { documents } of site.collections.values())
    for (const document of documents) addDocument(world, document, add);
  for (const file of emitted(world, plugins)) files.set(file.path, file);
  return { files, diagnostics: conflicts(sources) };
}

function addDocument(world: World, document: Document, add: (file: WantedFile, source: string) => void): void {
  if (!document.isWritten) return;
  const state = world.states.get(document.id)!;
  add(documentFile(state), document.path);
  for (const { path, text } of state.body.besides) {
    add({ path, fingerprint: fingerprint(text), content: () => text }, `${document.path} (${path})`);
  }
}

/** The output of a document as a file; its fingerprint is the one that the evidence keeps. */
export function documentFile(state: DocumentState): WantedFile {
  return {
    path: state.document.route.output,
    fingerprint: state.facts.get('=output')!.fingerprint,
    content: () => textOf(state.output),
  };
}

function writtenAssets(site: Site): Asset[] {
  return site.assets.filter(({ collection, data }) => {
    if (data.get('published') === false) return false;
    return collection === undefined || site.collections.get(collection)?.isWritten === true;
  });
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

function conflicts(sources: ReadonlyMap<string, readonly string[]>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const byLowerCase = new Map<string, string>();
  for (const [path, from] of sources) {
    if (from.length > 1) {
      found.push({
        severity: 'warning',
        code: 'output/conflict',
        message: `Conflict: ${path} in the destination is shared by ${from.join(' and ')}; ${from.at(-1)} is written.`,
        hint: 'Give one of them another permalink.',
        path: from[0]!,
      });
    }
    const folded = path.toLowerCase();
    const other = byLowerCase.get(folded);
    if (other === undefined) byLowerCase.set(folded, path);
    else {
      found.push({
        severity: 'warning',
        code: 'output/case-conflict',
        message: `${other} and ${path} differ only in case; on some systems they are one file.`,
        hint: 'Give one of them another permalink.',
        path: from[0]!,
      });
    }
  }
  return found;
}
