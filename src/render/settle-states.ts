import { type ChangedRange, changedRange } from '../core/lists/changed-range.js';
import type { Document } from '../core/types.js';
import { fingerprint } from './evidence/fingerprint.js';
import { changeFact, dropReads, markStale } from './evidence/trace.js';
import type { RenderTools } from './render-tools.js';
import { createState } from './renderer.js';
import type { DocumentState, World } from './world.js';

/** What is different between the documents of two versions of the site. */
export interface DocumentChange {
  /** Those that are not what they were. */
  readonly states: DocumentState[];
  isReordered: boolean;
  /** Whether some go elsewhere than before. */
  isReshaped: boolean;
  /** Whether some documents are in other lists by tag or category. */
  isRegrouped: boolean;
  /** Ids of those that may have other neighbours, those that went included. */
  readonly moved: Set<string>;
}

/**
 * Gives each document its state, and each state its newest document. Only the part of the list that is different is
 * looked at.
 */
export function settleStates(world: World, documents: readonly Document[], tools: RenderTools): DocumentChange {
  const change: DocumentChange = {
    states: [],
    isReordered: false,
    isReshaped: false,
    isRegrouped: false,
    moved: new Set(),
  };
  const range = changedRange(world.documents, documents);
  if (range === undefined) return change;
  const found = settleRange(world, documents, tools, range, change) ?? settleAll(world, documents, tools, change);
  world.documents = documents;
  if (!change.isReordered) return change;
  // Of the first documents nothing is known that could have changed.
  if (world.ordered.length > 0) noteAllMoved(world, found, change);
  world.ordered = found.ordered;
  for (let order = found.start; order < found.ordered.length; order++) {
    const state = found.ordered[order]!;
    const before = found.ordered[order - 1];
    state.order = order;
    state.index = before?.document.collection === state.document.collection ? (before?.index ?? -1) + 1 : 0;
  }
  return change;
}

function noteAllMoved(world: World, found: SettledStates, { moved }: DocumentChange): void {
  noteMoved(moved, world.ordered, found.start, world.ordered.length - (found.ordered.length - found.end));
  noteMoved(moved, found.ordered, found.start, found.end);
}

/** The states of a part of the list, and those beside it. */
function noteMoved(moved: Set<string>, states: readonly DocumentState[], start: number, end: number): void {
  for (const { id } of states.slice(Math.max(start - 1, 0), end + 1)) moved.add(id);
}

interface SettledStates {
  readonly start: number;
  /** Behind the last document whose place may be different. */
  readonly end: number;
  readonly ordered: readonly DocumentState[];
}

function settleAll(
  world: World,
  documents: readonly Document[],
  tools: RenderTools,
  change: DocumentChange,
): SettledStates {
  change.isReordered = true;
  const ordered = documents.map((document) => settleState(world, document, tools, change));
  return { start: 0, end: ordered.length, ordered };
}

/** undefined where a document is in the list twice, so that the rest of the list has a say in its state. */
function settleRange(
  world: World,
  documents: readonly Document[],
  tools: RenderTools,
  { start, oldEnd, newEnd }: ChangedRange,
  change: DocumentChange,
): SettledStates | undefined {
  const middle: DocumentState[] = [];
  change.isReordered = oldEnd !== newEnd;
  for (let order = start; order < newEnd; order++) {
    const document = documents[order]!;
    const known = world.states.get(document.id);
    if (known !== undefined && (known.order < start || known.order >= oldEnd)) return undefined;
    const state = settleState(world, document, tools, change);
    if (world.ordered[order] !== state) change.isReordered = true;
    middle.push(state);
  }
  const ordered = [...world.ordered.slice(0, start), ...middle, ...world.ordered.slice(oldEnd)];
  return { start, end: newEnd, ordered };
}

function settleState(world: World, document: Document, tools: RenderTools, change: DocumentChange): DocumentState {
  const state = world.states.get(document.id);
  if (state === undefined) {
    const made = createState(world, tools, document);
    world.states.set(document.id, made);
    return made;
  }
  const before = state.document;
  if (before === document) return state;
  if (before.hash !== document.hash) change.states.push(state);
  change.isReshaped ||= !goesWhere(before, document);
  change.isRegrouped ||= ['tags', 'categories'].some(
    (key) => fingerprint(before.data.get(key)) !== fingerprint(document.data.get(key)),
  );
  if (before.kind !== document.kind) {
    state.view = undefined;
    state.ownView = undefined;
  }
  if (before.collection !== document.collection) state.siblings = undefined;
  state.document = document;
  return state;
}

/** Whether two versions of a document are found at the same places, by URL, by path and by `post_url`. */
function goesWhere(a: Document, b: Document): boolean {
  return (
    a.route.output === b.route.output &&
    a.route.url === b.route.url &&
    a.isWritten === b.isWritten &&
    a.path === b.path &&
    a.outputExtension === b.outputExtension &&
    a.data.get('slug') === b.data.get('slug') &&
    (a.date === undefined) === (b.date === undefined)
  );
}

/** Forgets the documents that are there no more; what read them is stale. */
export function removeStates(world: World, documents: readonly Document[]): void {
  if (world.states.size === documents.length) return;
  const ids = new Set(documents.map((document) => document.id));
  for (const [id, state] of world.states) {
    if (ids.has(id)) continue;
    world.states.delete(id);
    for (const kept of [state.body, state.output, state.excerpt]) {
      markStale(kept);
      dropReads(kept);
      changeFact(kept, 'gone');
    }
    world.pending.delete(state);
    world.withDiagnostics.delete(state);
    for (const fact of state.facts) changeFact(fact, 'gone');
  }
}
