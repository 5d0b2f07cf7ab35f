import { applyAttributeList } from '../apply-attribute-list.js';
import { createAttributeList, mergeAttributeList, readAttributeList } from '../attribute-list.js';
import { attributeTextEnd } from '../boundaries.js';
import { Element, lastChild } from '../element.js';
import { readExtensionStart, runExtension, strayStop } from '../extensions.js';
import type { SpanState } from '../span-state.js';

function fail(state: SpanState, message: string): boolean {
  state.document.warn(message, state.lineHere());
  state.addPlain(state.pos + 1);
  return true;
}

/** `{::name …}` up to `{:/name}`, or `{::name … /}`. */
function extension(state: SpanState): boolean | undefined {
  const { src, pos, document } = state;
  const found = readExtensionStart(src, pos, (after) => after);
  if (found === undefined) return undefined;
  if (found.isStop) return fail(state, strayStop(found));
  const line = state.lineHere();
  const list = createAttributeList();
  if (!readAttributeList(found.options, list)) {
    document.warn(`No or invalid attributes found in IAL/ALD content: ${found.options}`, line);
  }
  let { end } = found;
  let body: string | undefined;
  if (!found.isClosed) {
    const named = state.finder.find(`{:/${found.name}}`, end);
    const bare = state.finder.find('{:/}', end);
    const stop = named < 0 ? bare : bare < 0 ? named : Math.min(named, bare);
    if (stop < 0) return fail(state, `No stop tag for extension '${found.name}' found - ignoring it`);
    body = src.slice(end, stop);
    end = src.indexOf('}', stop) + 1;
  }
  const element = runExtension(document, found.name, list, body, line, false);
  if (element === undefined) return fail(state, `Invalid extension with name '${found.name}' specified - ignoring it`);
  if (element instanceof Element) state.add(element);
  state.pos = end;
  return true;
}

/** `{: …}` after a span, and extensions in running text. */
export function spanExtension(state: SpanState): boolean {
  const { src, pos, document } = state;
  if (src.charCodeAt(pos + 1) !== 58) return false;
  const isDone = extension(state);
  if (isDone !== undefined) return isDone;
  const stop = state.finder.find('}', pos + 2) < 0 ? -1 : attributeTextEnd(src, pos + 2);
  const last = lastChild(state.parent);
  if (stop < 0) state.addPlain(pos + 1);
  else if (last === undefined || last.type === 'text') return fail(state, 'Found span IAL after text - ignoring it');
  else {
    const list = createAttributeList();
    const text = src.slice(pos + 2, stop);
    if (!readAttributeList(text, list)) {
      document.warn(`No or invalid attributes found in IAL/ALD content: ${text}`, state.lineHere());
    }
    mergeAttributeList((last.ial ??= createAttributeList()), list);
    applyAttributeList(last, list, document.attributeLists);
    state.pos = stop + 1;
  }
  return true;
}
