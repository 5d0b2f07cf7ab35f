import { SiteError } from '../../core/diagnostics.js';
import { isTruthy, toS } from '../../core/values/ruby.js';
import { memberFact } from '../evidence/member-fact.js';
import { noteRead } from '../evidence/trace.js';
import { type DocumentState, type KeptText, type MemberOfAll, textOf, type World } from '../world.js';
import { isMissing, memberFingerprint, memberOf, rawContentOf, resolvedData } from './document-members.js';

/** A member of a collection's document, noted as read. */
export function readMember(world: World, state: DocumentState, key: string): unknown {
  switch (key) {
    case 'content':
      return readContent(world, state);
    case 'output':
      return readOutput(world, state);
    case 'excerpt':
      return readExcerpt(world, state) ?? '';
    case 'next':
      return neighbour(world, state, 'next', 1);
    case 'previous':
      return neighbour(world, state, 'previous', -1);
    default:
      return readMemberOf(world, state, key);
  }
}

/** A member of a page, noted as read. */
export function readPageMember(world: World, state: DocumentState, key: string): unknown {
  if (isMissing(state.document, key)) return undefined;
  switch (key) {
    case 'content':
      return readContent(world, state);
    case 'excerpt':
      return readExcerpt(world, state);
    default:
      return readMemberOf(world, state, key);
  }
}

/** A member that the front matter names by no text, as by a number, noted as read. */
export function readUnnamed(world: World, state: DocumentState, key: unknown): unknown {
  noteMember(world, state, 'whole');
  return state.document.data.get(key);
}

/** A member that is known once the document is read, noted as read. */
function readMemberOf(world: World, state: DocumentState, key: string): unknown {
  const wide = readWidely(world, state, key);
  if (wide !== undefined) return (wide.values[state.index] ??= memberOf(world, state, key));
  noteMember(world, state, key);
  return memberOf(world, state, key);
}

function readContent(world: World, state: DocumentState): unknown {
  const { rendering } = world;
  if (rendering?.state === state) rendering.readsItself = true;
  if (rendering?.state === state && rendering.phase === 'layouts') return textOf(state.body);
  if (isBefore(world, state)) {
    noteRead(state.body);
    world.update.body(state);
    return shownText(state.body);
  }
  noteMember(world, state, 'raw');
  return rawContentOf(state);
}

function readOutput(world: World, state: DocumentState): unknown {
  if (!isBefore(world, state)) return undefined;
  noteRead(state.output);
  world.update.output(state);
  return shownText(state.output);
}

function readExcerpt(world: World, state: DocumentState): unknown {
  if (state.document.excerpt === undefined) {
    noteMember(world, state, 'excerpt');
    const given = resolvedData(world, state, 'excerpt');
    return isTruthy(given) ? toS(given) : (given ?? undefined);
  }
  noteRead(state.excerpt);
  world.update.excerpt(state);
  return shownText(state.excerpt);
}

/** What the render of a style sheet that came before made beside its CSS. */
export function readSourceMap(world: World, sheet: DocumentState): string {
  noteRead(sheet.body);
  world.update.body(sheet);
  shownText(sheet.body);
  return sheet.body.companions[0]?.text ?? '';
}

/** A text that another document shows: where it could not be made, neither can that document. */
function shownText(kept: KeptText): string {
  if (kept.failed) {
    const error = kept.diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined) throw new SiteError(error);
  }
  return textOf(kept);
}

/** Whether a document was rendered before the one being rendered now, in Jekyll's order. */
function isBefore(world: World, state: DocumentState): boolean {
  const { rendering } = world;
  if (rendering === undefined) return true;
  // Which documents come before depends on the one that asks.
  rendering.readsItself = true;
  // An excerpt can be asked for at any time; what it sees of others must not depend on when.
  if (rendering.state === state || rendering.phase === 'excerpt') return false;
  world.facts.note('order', `${state.id}\n${rendering.state.id}`);
  return state.order < rendering.state.order;
}

function neighbour(world: World, state: DocumentState, kind: 'next' | 'previous', step: number): unknown {
  if (world.rendering?.state === state) world.rendering.readsItself = true;
  world.facts.note(kind, state.id);
  const label = state.document.collection;
  const documents = label === undefined ? undefined : world.site.collections.get(label)?.documents;
  const other = documents?.[state.index + step];
  const otherState = other && world.states.get(other.id);
  return otherState && world.viewOf(otherState);
}

/** A member of a document, for a render that depends on that member of all documents; undefined for others. */
function readWidely(world: World, state: DocumentState, key: string): MemberOfAll | undefined {
  const { rendering } = world;
  if (rendering === undefined) return undefined;
  const member = (state.siblings ??= world.wide.membersOf(state)).get(key);
  const isCovered = member?.isReadBy(rendering) && member.isOf(state);
  return isCovered && (rendering.state !== state || rendering.isShared === true) ? member : undefined;
}

/** Notes that another document's member was read; what a document reads of itself is part of what it is. */
export function noteMember(world: World, state: DocumentState, key: string): void {
  const { rendering } = world;
  if (rendering === undefined) return;
  // What is made for all to use, as a list of all pages, reads it as one among others: `page` was not looked up.
  if (rendering.state === state && rendering.isShared !== true) {
    rendering.readsItself = true;
    return;
  }
  const isNew = noteRead(memberFact(state, key, () => memberFingerprint(world, state, key)));
  if (isNew) world.wide.count(rendering, state, key);
}
