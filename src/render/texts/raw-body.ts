import { contentOf, type DocumentState } from '../world.js';
import { slotFor } from './slot.js';

/** The bytes of a document that is no text, of which nothing is made: they are its body. */
export function bytesOf({ document: { body, file } }: DocumentState): Uint8Array | undefined {
  const bytes = file?.bytes;
  return bytes !== undefined && body === file?.text ? bytes : undefined;
}

/** Whether such bytes are the body that is held. */
export function holdsBytes(state: DocumentState): boolean {
  return state.body.bytes !== undefined && bytesOf(state) !== undefined;
}

/**
 * What stands for a document's body in its layouts; undefined where the text itself does.
 *
 * @param isUsual whether something may stand for a text, too
 */
export function slotOf(state: DocumentState, isUsual: boolean): string | undefined {
  const { body } = state;
  const isText = body.bytes === undefined && !body.isUnloaded && !body.isReleased;
  if (isText) return undefined;
  if (bytesOf(state) !== undefined) contentOf(body);
  else if (!isUsual) return undefined;
  return slotFor(body);
}
