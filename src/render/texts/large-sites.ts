import { largeFrom } from '../../core/process/large-from.js';
import { type Fact, isRead } from '../evidence/trace.js';
import type { DocumentState, KeptText, World } from '../world.js';
import { showsTextsSomewhere } from './shows-texts.js';
import { rawBytes } from './text-store.js';

/** Holds the texts of a build as tightly as can be from where they become many. */
export interface TextKeeper {
  /** Called with each document that was rendered. */
  add(state: DocumentState): void;
}

/** For one build. What it made before the site turned out to be large is held tightly then, too. */
export function createTextKeeper(world: World): TextKeeper {
  let early: DocumentState[] = [];
  let size = 0;
  /** Bytes of bodies that may yet be held. */
  let room: number | undefined;
  const tighten = (state: DocumentState): void => {
    room ??= roomForBodies(world);
    room -= slimDown(state, room > 0);
  };
  return {
    add(state) {
      size += rawBytes(state.output)?.length ?? 0;
      world.isLarge ||= size >= largeFrom();
      if (!world.isLarge) {
        early.push(state);
        return;
      }
      early.forEach(tighten);
      early = [];
      tighten(state);
    },
  };
}

/** All of them are wanted by a preview, some by a build with pages that show them: feeds, indexes for a search. */
function roomForBodies({ isBuiltOnce, site }: World): number {
  if (!isBuiltOnce) return Number.POSITIVE_INFINITY;
  return showsTextsSomewhere(site) ? 2 * largeFrom() : 0;
}

/**
 * Gives a kept text a new text, whichever way it held the old one.
 *
 * @param text itself, or as UTF-8 where it is long
 */
export function holdText(kept: KeptText, text: string | Uint8Array): void {
  kept.hashNow();
  kept.text = typeof text === 'string' ? text : '';
  kept.isUnloaded = false;
  kept.isReleased = false;
  kept.bytes = typeof text === 'string' ? undefined : text;
}

/**
 * Keeps the converted body that went into an output as bytes, or not at all: if that body is shown later in the same
 * build it is converted again, except for one that depends on chance, which would come out different. Gives the number
 * of bytes kept.
 */
function slimDown({ body, output }: DocumentState, isHeld: boolean): number {
  if (output.status !== 'fresh' || output.failed || body.failed) return 0;
  if (body.status !== 'fresh' || body.isUnloaded || body.isReleased) return 0;
  if (body.text === '' && body.bytes === undefined) return 0;
  if (isHeld || owesToChance(body.facts)) body.bytes ??= Buffer.from(body.text);
  else {
    body.isReleased = true;
    body.bytes = undefined;
  }
  body.text = '';
  return body.bytes?.length ?? 0;
}

/**
 * Releases the outputs of a build that is over: those that went well are in the destination. If one is shown later it
 * is rendered again. Outputs that are shown already, or depend on chance, are kept.
 *
 * @param areNeeded whether all of them are wanted later
 */
export function releaseOutputs(world: World, areNeeded: boolean): void {
  if (world.isBuiltOnce && !world.isLarge) return;
  world.texts.letGoOfAll(
    (output) => output.status === 'fresh' && (areNeeded || isRead(output) || owesToChance(output.facts)),
  );
}

/** Releases an output that is in the destination while others are still being made, where the site is large. */
export function releaseOutput({ isLarge, texts }: World, output: KeptText): void {
  if (isLarge && output.status === 'fresh' && !owesToChance(output.facts)) texts.letGo(output);
}

function owesToChance(facts: readonly Fact[]): boolean {
  for (const { kind } of facts) if (kind === 'chance') return true;
  return false;
}
