import type { Hash } from '../../core/values/values.js';
import { noteRead } from '../evidence/trace.js';
import { relativePath } from '../view/document-members.js';
import { noteMember } from '../view/read-members.js';
import type { DocumentState, World } from '../world.js';
import { hasNoLayout, layoutOf, layoutsOf, mergeLayout } from './layouts.js';

/**
 * `layout` in a body. Jekyll puts the data of the document's own layout under what the document before it left, which
 * it empties only once it comes to the layouts.
 */
export function layoutInBody(world: World, state: DocumentState): Hash | undefined {
  world.facts.note('left-over', state.id);
  const before = lastPlaced(world, state, false);
  const left = before && readLayouts(world, before);
  const name = state.document.data.get('layout');
  // Also where there is none: it may come.
  if (typeof name === 'string') world.facts.note('layout-data', name);
  const own = layoutOf(world, name);
  return own === undefined ? left : mergeLayout(own, left);
}

/**
 * `layout` in an excerpt. To Jekyll it is a document of its own, from whose data the layout was taken out, so that the
 * one of the defaults is found.
 */
export function layoutInExcerpt(world: World, state: DocumentState): Hash | undefined {
  const { collection } = state.document;
  world.facts.note('setting', 'defaults');
  const name = world.layoutOfExcerpt(relativePath(world, state), collection ?? 'pages');
  if (typeof name === 'string') world.facts.note('layout-data', name);
  return layoutOf(world, name)?.data;
}

function readLayouts(world: World, state: DocumentState): Hash | undefined {
  noteMember(world, state, 'layout');
  let data: Hash | undefined;
  for (const layout of layoutsOf(world, state.document)) {
    world.facts.note('layout-data', layout.name);
    data = mergeLayout(layout, data);
  }
  return data;
}

/**
 * `content` in a body: what the outmost layout of the last document that has one was given.
 *
 * @param contentOf gives that for a document whose body is up to date
 */
export function contentInBody(
  world: World,
  state: DocumentState,
  contentOf: (state: DocumentState) => string,
): string | undefined {
  world.facts.note('left-over', state.id);
  const before = lastPlaced(world, state, true);
  if (before === undefined) return undefined;
  noteMember(world, before, 'whole');
  noteRead(before.body);
  world.update.body(before);
  return before.body.failed ? undefined : contentOf(before);
}

/** Which documents left what a body sees: that whose `content` it is, and that whose `layout`. */
export function leftBy(world: World, id: string): string {
  const state = world.states.get(id);
  if (state === undefined) return 'absent';
  return [true, false].map((hasLayout) => lastPlaced(world, state, hasLayout)?.id ?? '').join('\n');
}

/** The last document before one that went through layouts or, where it needs one, has one. */
function lastPlaced(world: World, state: DocumentState, needsLayout: boolean): DocumentState | undefined {
  for (let order = state.order - 1; order >= 0; order--) {
    const before = world.ordered[order]!;
    if (hasNoLayout(before.document)) continue;
    if (!needsLayout || layoutOf(world, before.document.data.get('layout')) !== undefined) return before;
  }
  return undefined;
}
