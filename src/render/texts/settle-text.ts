import { fingerprint, fingerprintOfBytes, longestKept } from '../evidence/fingerprint.js';
import { changeFact, isRead } from '../evidence/trace.js';
import type { DocumentText } from '../state.js';
import type { KeptText, World } from '../world.js';
import { holdsBytes } from './raw-body.js';
import { aroundSlots, fillSlots, hasSlot } from './slot.js';

/** Gives a text that was just made its fingerprint; an output moves out of JavaScript's heap, as few are read again. */
export function settleText(world: World, kept: DocumentText): void {
  if (kept.phase === 'layouts' && !isLong(kept)) {
    if (hasSlot(kept.text) && holdsBytes(kept.state)) holdOutput(world, kept);
    else kept.text = fillSlots(kept.text, kept.state.body);
  }
  if (isHashedLater(world, kept)) {
    holdOutput(world, kept, true);
    kept.hashLater();
  } else changeFact(kept, fingerprintOf(world, kept));
}

/**
 * Whether a text that was just made is an output whose fingerprint a thread computes, as nothing depends on it and no
 * earlier one is known.
 */
function isHashedLater({ isWrittenInBackground }: World, kept: DocumentText): boolean {
  if (!isWrittenInBackground || kept.phase !== 'layouts' || kept.fingerprint !== '' || isRead(kept)) return false;
  return isLong(kept);
}

/** Whether an output that was just made is to be held as bytes. */
function isLong({ companions, text }: KeptText): boolean {
  return companions.length === 0 && text.length > longestKept;
}

/**
 * Moves an output that was just made out of JavaScript's heap, and puts its body into its slots.
 *
 * @param isLate whether a thread that writes it may do that
 */
function holdOutput({ texts }: World, output: DocumentText, isLate = false): void {
  const { bytes } = output.state.body;
  if (bytes === undefined) texts.hold(output);
  else texts.hold(output, aroundSlots(output.text), bytes, isLate && bytes.buffer instanceof SharedArrayBuffer);
}

/** The fingerprint of a text; an output is held for it. */
function fingerprintOf(world: World, kept: DocumentText): string {
  const { state, phase, text, bytes, facts, failed, diagnostics } = kept;
  // What shows it fails by its error, and is to be made anew where that is another, or none though there is no text.
  if (failed) return `failed ${fingerprint(JSON.stringify(diagnostics))}`;
  // An excerpt from the front matter is no text of this kind: what shows it has to read it itself.
  if (phase === 'excerpt' && state.document.excerpt === undefined) return 'given';
  if (kept.companions.length > 0) return fingerprint([text, ...kept.companions.map((beside) => beside.text)]);
  if (bytes === undefined && text.length <= longestKept) return fingerprint(text);
  // A body without facts follows from the document alone, which is hashed already.
  if (phase === 'body' && facts.length === 0) return `=${state.document.hash}`;
  if (bytes !== undefined) return fingerprintOfBytes(bytes);
  if (phase !== 'layouts') return fingerprint(text);
  holdOutput(world, kept);
  return fingerprintOfBytes(kept.bytes!);
}
