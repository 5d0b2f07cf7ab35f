import { type Diagnostic, diagnosticKey } from '../core/diagnostics.js';
import { changeFact, type Kept, markStale } from './evidence/trace.js';
import { circularCode } from './renderer.js';
import { type DocumentState, inOrder, type KeptText, pendingStates, registerAllReads, type World } from './world.js';

/** The diagnostics of all renders of the current site. */
export function collectDiagnostics(world: World): { diagnostics: Diagnostic[]; failed: boolean } {
  const diagnostics: Diagnostic[] = [];
  const known = new Set<string>();
  let failed = false;
  // What shows an excerpt is known only once texts are linked to their facts.
  if ([...world.withDiagnostics].some(({ excerpt }) => excerpt.diagnostics.length > 0)) {
    world.link?.();
    registerAllReads(world);
  }
  for (const state of inOrder(world.withDiagnostics)) {
    const texts = textsOf(state).filter((kept) => kept.diagnostics.length > 0);
    if (texts.length === 0) world.withDiagnostics.delete(state);
    for (const kept of texts) {
      // An excerpt that nothing shows is not made, so its old diagnostics do not count.
      if (kept === state.excerpt && !isShown(kept, new Set())) continue;
      for (const said of kept.diagnostics) if (isNew(said, known)) diagnostics.push(said);
      failed ||= kept.failed;
    }
  }
  return { diagnostics, failed };
}

/** Whether a diagnostic is the first of its kind: a layout's warning is shown once, however many pages use it. */
function isNew(diagnostic: Diagnostic, known: Set<string>): boolean {
  const key = diagnosticKey(diagnostic);
  if (known.has(key)) return false;
  known.add(key);
  return true;
}

/** Whether some document's body or output depends on a text, directly or through others. */
function isShown(kept: Kept, seen: Set<Kept>): boolean {
  seen.add(kept);
  for (const reader of kept.readers) {
    if (reader.isWanted || (!seen.has(reader) && isShown(reader, seen))) return true;
  }
  return false;
}

/**
 * Renders texts that need themselves once more, in the order of rendering: which text of a circle the error names, and
 * the way through it, follow from where it is entered, and a rebuild may have entered it elsewhere than a clean build
 * does.
 */
export function rerenderCircular(world: World): void {
  const inCircles = [...world.withDiagnostics].flatMap(textsOf).filter(needsItself);
  if (inCircles.length === 0) return;
  registerAllReads(world);
  for (const kept of inCircles) {
    markStale(kept);
    changeFact(kept, '');
  }
  for (const { output } of pendingStates(world)) output.update();
}

function needsItself({ failed, diagnostics }: KeptText): boolean {
  return failed && diagnostics.some(({ code }) => code === circularCode);
}

function textsOf({ body, output, excerpt }: DocumentState): KeptText[] {
  return [body, output, excerpt];
}
