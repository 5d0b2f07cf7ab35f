import type { Fact } from './trace.js';
import type { DocumentState, KeptText, World } from './world.js';

/** So many characters of outputs that one build makes are more than JavaScript's heap should hold. */
const largeFrom = Number(process.env.UTTERSON_LARGE_FROM ?? 100_000_000);

/** Holds the texts of a build as tightly as can be from where they become many. */
export interface TextKeeper {
  /** Told of each document that was rendered. */
  add(state: DocumentState): void;
}

/** For one build. What it made before the site turned out to be large is held tightly then, too. */
export function createTextKeeper(): TextKeeper {
  let early: DocumentState[] = [];
  let size = 0;
  return {
    add(state) {
      size += state.output.text.length;
      if (size < largeFrom) {
        early.push(state);
        return;
      }
      for (const other of early) slimDown(other);
      early = [];
      slimDown(state);
    },
  };
}

/** Gives a kept text a new text, whichever way it held the old one. */
export function holdText(kept: KeptText, text: string): void {
  kept.text = text;
  kept.isUnloaded = false;
  kept.isLetGo = false;
  kept.bytes = undefined;
}

/**
 * Holds an output as the bytes that are to be written, and lets go of the converted body that went into it. Who shows
 * that body later has it made again; one that owes something to chance would come out different and stays.
 */
function slimDown({ body, output }: DocumentState): void {
  if (output.status !== 'fresh' || output.failed || body.failed) return;
  if (output.text !== '') {
    output.bytes = Buffer.from(output.text);
    output.text = '';
  }
  if (body.status !== 'fresh' || body.isUnloaded || owesToChance(body.facts)) return;
  body.text = '';
  body.isLetGo = true;
}

/** Lets go of outputs that are in the destination. */
export function letGoOfOutputs({ ordered }: World): void {
  for (const { output } of ordered) {
    if (output.bytes === undefined || output.status !== 'fresh' || owesToChance(output.facts)) continue;
    output.bytes = undefined;
    output.isLetGo = true;
  }
}

function owesToChance(facts: ReadonlySet<Fact>): boolean {
  for (const { kind } of facts) if (kind === 'chance') return true;
  return false;
}
