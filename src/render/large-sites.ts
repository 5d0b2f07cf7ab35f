import { getHeapStatistics } from 'node:v8';
import type { Fact } from './trace.js';
import type { DocumentState, KeptText, World } from './world.js';

/** So many characters of outputs that one build makes are more than JavaScript's heap should hold beside all else. */
const largeFrom = Number(process.env.UTTERSON_LARGE_FROM ?? getHeapStatistics().heap_size_limit / 16);

/** Holds the texts of a build as tightly as can be from where they become many. */
export interface TextKeeper {
  /** Told of each document that was rendered. */
  add(state: DocumentState): void;
}

/**
 * For one build. What it made before the site turned out to be large is held tightly then, too.
 *
 * @param isBuiltOnce whether no build of the same process follows
 */
export function createTextKeeper(isBuiltOnce: boolean): TextKeeper {
  let early: DocumentState[] = [];
  let size = 0;
  return {
    add(state) {
      size += state.output.text.length;
      if (size < largeFrom) {
        early.push(state);
        return;
      }
      for (const other of early) slimDown(other, isBuiltOnce);
      early = [];
      slimDown(state, isBuiltOnce);
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
 * Holds an output as the bytes that are to be written, and the converted body that went into it as bytes, too, or not at
 * all: who shows that body later in the same build has it made again, but one that owes something to chance would come
 * out different.
 */
function slimDown({ body, output }: DocumentState, isBuiltOnce: boolean): void {
  if (output.status !== 'fresh' || output.failed || body.failed) return;
  holdAsBytes(output);
  if (body.status !== 'fresh' || body.isUnloaded || body.isLetGo) return;
  if (!isBuiltOnce || owesToChance(body.facts)) holdAsBytes(body);
  else {
    body.text = '';
    body.isLetGo = true;
  }
}

function holdAsBytes(kept: KeptText): void {
  if (kept.text === '') return;
  kept.bytes = Buffer.from(kept.text);
  kept.text = '';
}

/** Lets go of outputs that are in the destination. */
export function letGoOfOutputs({ ordered }: World): void {
  for (const { output } of ordered) letGoOfOutput(output);
}

/** Lets go of an output that is in the destination, where the site is large. */
export function letGoOfOutput(output: KeptText): void {
  if (output.bytes === undefined || output.status !== 'fresh' || owesToChance(output.facts)) return;
  output.bytes = undefined;
  output.isLetGo = true;
}

function owesToChance(facts: ReadonlySet<Fact>): boolean {
  for (const { kind } of facts) if (kind === 'chance') return true;
  return false;
}
