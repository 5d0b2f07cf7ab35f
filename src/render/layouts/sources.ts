import type { TemplateSource } from '../../core/template.js';
import { type Document, fileOfText, type Layout, type SourceFile } from '../../core/types.js';
import type { RenderTools } from '../render-tools.js';
import type { World } from '../world.js';

const ofLayouts = new WeakMap<Layout, TemplateSource>();
const ofFiles = new WeakMap<SourceFile, TemplateSource>();

/** A layout as a template source; the same object for the same version, so that it is compiled once. */
export function sourceOfLayout(layout: Layout): TemplateSource {
  let source = ofLayouts.get(layout);
  if (source === undefined) {
    source = { path: layout.file.path, text: layout.body, line: layout.bodyLine };
    ofLayouts.set(layout, source);
  }
  return source;
}

/** A file as a template source; the same object for the same version, so that it is compiled once. */
export function sourceOfFile(file: SourceFile): TemplateSource {
  let source = ofFiles.get(file);
  if (source === undefined) {
    source = { path: file.path, text: file.text, line: 1, isBroken: (file.kind ?? 'text') !== 'text' };
    ofFiles.set(file, source);
  }
  return source;
}

const maxBodies = 8;

/** A body as a template source; the same object for pages of one series that come together, so that it is compiled once. */
export function sourceOfBody({ bodySources }: World, document: Document): TemplateSource {
  const { body, bodyLine } = document;
  const path = fileOfText(document);
  const known = bodySources.findIndex((one) => one.path === path && one.line === bodyLine && one.text === body);
  if (known === 0) return bodySources[0]!;
  const source = known > 0 ? bodySources.splice(known, 1)[0]! : { path, text: body, line: bodyLine };
  bodySources.unshift(source);
  if (bodySources.length > maxBodies) bodySources.pop();
  return source;
}

/**
 * The body of the document at a path, where it was rendered before the one that asks, or is that one: Jekyll keeps a file's template
 * by its path, so that who includes a document later finds it without front matter.
 */
export function bodyReadBefore(
  world: World,
  path: string,
  isPlain: RenderTools['isPlain'],
): TemplateSource | undefined {
  const { rendering, states, facts } = world;
  if (rendering === undefined || rendering.phase === 'excerpt') return undefined;
  rendering.readsItself = true;
  facts.note('order', `${path}\n${rendering.state.id}`);
  const state = states.get(path);
  if (state === undefined || state.order > rendering.state.order) return undefined;
  // A text without Liquid was no template.
  return isPlain(state.document.body, state.document) ? undefined : sourceOfBody(world, state.document);
}
