import { heldText, type KeptText } from '../world.js';

/**
 * Stands for a document's body where its layouts print that as it is. The body, which a thread has made, then need not become a
 * text: its bytes go to their place when the output is held as bytes, too. Nobody writes this by chance.
 */
const slot = `\u0001body ${Math.random().toString(36).slice(2)}\u0002`;

/** What stands for a body in outputs; undefined where the body is held as a text. */
export function slotFor({ bytes }: KeptText): string | undefined {
  return bytes === undefined ? undefined : slot;
}

/** Whether a body is to be put into an output. */
export function hasSlot(output: string): boolean {
  return output.includes(slot);
}

/** An output with the body in its slots. */
export function fillSlots(output: string, body: KeptText): string {
  return output.replaceAll(slot, () => heldText(body));
}

/** The texts around an output's slots: one where there are none. */
export function aroundSlots(output: string): readonly string[] {
  return output.split(slot);
}
