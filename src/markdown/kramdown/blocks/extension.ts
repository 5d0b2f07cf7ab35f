import { createAttributeList, readAttributeList } from '../attribute-list.js';
import type { BlockState } from '../block-state.js';
import { attributeLine, attributeLineStop, restOfLineEnd, skipIndent } from '../boundaries.js';
import { Element, lastChild } from '../element.js';
import { type Extension, readExtensionStart, runExtension, strayStop } from '../extensions.js';
import { matchAt } from '../html/html-patterns.js';

const definitionName = /\{:(\w[\w-]*):/y;

function warnOfList(state: BlockState, text: string, line: number): void {
  state.document.warn(`No or invalid attributes found in IAL/ALD content: ${text}`, line);
}

/** `{:name: …}`: attributes to be referred to. */
function listDefinition(state: BlockState, start: number): boolean {
  const { src } = state;
  const found = matchAt(definitionName, src, start);
  if (found === null) return false;
  const from = start + found[0].length;
  const stop = attributeLineStop(src, from);
  if (stop < 0) return false;
  const text = src.slice(from, stop);
  const line = state.lineHere();
  if (!readAttributeList(text, state.document.attributeList(found[1]!))) warnOfList(state, text, line);
  state.pos = restOfLineEnd(src, stop + 1);
  state.addMark('ald');
  return true;
}

/** The text up to the extension's stop tag and the position after that; undefined where there is none. */
function extensionBody(src: string, extension: Extension, from: number): { body: string; end: number } | undefined {
  const pattern = new RegExp(`(?<=^|\\n) {0,3}\\{:/(?:${extension.name})?\\} *\\n`, 'g');
  pattern.lastIndex = from;
  const found = pattern.exec(src);
  if (found === null) return undefined;
  const body = src.slice(from, found.index);
  return { body: body.endsWith('\n') ? body.slice(0, -1) : body, end: found.index + found[0].length };
}

/** `{::name …}` up to `{:/name}`, or `{::name … /}`. */
function extensionBlock(state: BlockState, start: number): boolean | undefined {
  const { src } = state;
  const extension = readExtensionStart(src, start, (after) => restOfLineEnd(src, after));
  if (extension === undefined) return undefined;
  const line = state.lineHere();
  const { document } = state;
  if (extension.isStop) {
    document.warn(strayStop(extension), line);
    return false;
  }
  const list = createAttributeList();
  if (!readAttributeList(extension.options, list)) warnOfList(state, extension.options, line);
  const rest = extension.isClosed ? undefined : extensionBody(src, extension, extension.end);
  if (!extension.isClosed && rest === undefined) {
    document.warn(`No stop tag for extension '${extension.name}' found - ignoring it`, line);
    return false;
  }
  const element = runExtension(document, extension.name, list, rest?.body, line, true);
  if (element === undefined) return false;
  state.pos = rest?.end ?? extension.end;
  if (element instanceof Element) state.add(element);
  else if (extension.name === 'options') state.addMark('extension');
  return true;
}

/** Marks whose attribute lists belong to what they stand for. */
const listTargets = new Set(['link_def', 'abbrev_def', 'footnote_def']);

/** `{: …}`: attributes for the block before or, after a blank line, for the block that follows. */
function attributeBlock(state: BlockState, start: number): boolean {
  const { src } = state;
  const found = attributeLine(src, start);
  if (found === undefined) return false;
  const text = src.slice(found.start, found.stop);
  const line = state.lineHere();
  const last = lastChild(state.parent);
  state.pos = found.end;
  const isAfter = last !== undefined && last.type !== 'blank' && (last.type !== 'eob' || listTargets.has(last.content));
  const list = isAfter ? (last.ial ??= createAttributeList()) : state.waiting();
  if (!readAttributeList(text, list)) warnOfList(state, text, line);
  if (isAfter && attributeLine(src, skipIndent(src, state.pos)) === undefined) state.addMark('ial');
  return true;
}

/** Everything that begins with `{:` on a line of its own. */
export function blockExtension(state: BlockState): boolean {
  const { src, start } = state;
  if (src.charCodeAt(start + 1) !== 58) return false;
  if (listDefinition(state, start)) return true;
  return extensionBlock(state, start) ?? attributeBlock(state, start);
}
