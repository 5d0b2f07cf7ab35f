import { placeOfBadByte, SiteError } from '../../core/diagnostics.js';
import { type Document, fileOfText, type Layout } from '../../core/types.js';
import { mergeHashes } from '../../core/values/merge.js';
import { toS } from '../../core/values/ruby.js';
import type { Hash } from '../../core/values/values.js';
import type { RenderTools } from '../render-tools.js';
import { fillSlots } from '../texts/slot.js';
import { type DocumentState, textOf, type World } from '../world.js';
import type { PageVariables } from './page-variables.js';
import { sourceOfLayout } from './sources.js';

const assetExtensions = new Set(['.sass', '.scss', '.coffee']);
const yamlExtensions = new Set(['.yaml', '.yml']);

/** Whether a document is not placed in layouts, whatever its front matter names. */
export function hasNoLayout(document: Document): boolean {
  if (assetExtensions.has(document.extension) || document.data.get('layout') === 'none') return true;
  return document.kind === 'document' && yamlExtensions.has(document.extension);
}

/** The layout of a name; undefined where there is none. */
export function layoutOf(world: World, name: unknown): Layout | undefined {
  return typeof name === 'string' ? world.site.layouts.get(name) : undefined;
}

/** A document's layouts from the inmost to the outmost, as far as they are there; each once. */
export function layoutsOf(world: World, document: Document): Layout[] {
  const layouts: Layout[] = [];
  const given = document.data.get('layout');
  // A document's own may be of any type, a layout's has to be a text.
  let name: unknown = given === undefined || given === null ? given : toS(given);
  while (typeof name === 'string') {
    world.facts.note('layout', name);
    const layout = world.site.layouts.get(name);
    if (layout === undefined || layouts.includes(layout)) break;
    layouts.push(layout);
    name = layout.data.get('layout');
  }
  return layouts;
}

/** A layout's data with that of the layouts inside of it over it. */
export function mergeLayout(layout: Layout, inner: Hash | undefined): Hash {
  return inner === undefined ? layout.data : mergeHashes(layout.data, inner);
}

/** A document in its layouts, and what the outmost one had for `content`; both may have slots for its body. */
export interface Placed {
  readonly output: string;
  readonly content: string;
}

/**
 * Places a document in its layouts; undefined where there are none.
 *
 * @param slot what stands for the body where they print it as it is
 */
export function renderLayouts(
  world: World,
  tools: RenderTools,
  state: DocumentState,
  variables: PageVariables,
  slot?: string,
): Placed | undefined {
  const layouts = layoutsOf(world, state.document);
  if (layouts.length === 0) return undefined;
  let output = slot ?? textOf(state.body);
  let content = '';
  let data: Hash | undefined;
  for (const layout of layouts) {
    const inner = output;
    content = inner;
    data = mergeLayout(layout, data);
    if (slot === undefined) variables.set('content', inner);
    else variables.setContent(() => fillSlots(inner, state.body), inner);
    variables.set('layout', data);
    output = renderLayout(tools, layout, variables, state);
  }
  return { output, content };
}

function renderLayout(tools: RenderTools, layout: Layout, variables: PageVariables, state: DocumentState): string {
  try {
    if ((layout.file.kind ?? 'text') !== 'text') throw brokenLayout(layout);
    return tools.renderTemplate(sourceOfLayout(layout), layout.data, variables);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    const { diagnostic } = error;
    throw new SiteError(
      { ...diagnostic, via: [...(diagnostic.via ?? []), { path: fileOfText(state.document) }] },
      { cause: error },
    );
  }
}

function brokenLayout({ file }: Layout): SiteError {
  const message = 'The layout is not UTF-8.';
  const position = placeOfBadByte(file.text);
  return new SiteError({ code: 'render/not-utf-8', message, hint: 'Save it as UTF-8.', path: file.path, position });
}
