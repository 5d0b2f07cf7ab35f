import { fillGaps, type Unfilled } from '../../core/text/unfilled.js';

/** A text, or its bytes instead, or neither where it was released. */
export interface HeldText {
  text: string;
  bytes?: Uint8Array | undefined;
  /** Set as long as the bytes have gaps. */
  unfilled?: Unfilled | undefined;
  isReleased?: boolean;
  /** Takes from the bytes what is still to be known of them. */
  hashNow?(): void;
}

/** Holds texts as UTF-8 outside of JavaScript's heap, in memory that threads read without a copy being made. */
export interface TextStore<T extends HeldText> {
  /**
   * Takes a text's content.
   *
   * @param around parts of the text, with bytes to be put between each two
   * @param isLate whether these may be copied later, with the first look at the bytes
   */
  hold(kept: T, around?: readonly string[], inner?: Uint8Array, isLate?: boolean): void;
  /** Releases a text that is not being read; its memory may be used for others at once. */
  letGo(kept: T): void;
  /**
   * Releases all texts, none of which is being read.
   *
   * @param isNeeded whether a text is wanted later; it is given memory of its own
   */
  letGoOfAll(isNeeded: (kept: T) => boolean): void;
}

/** Memory for many texts, and how many of them are held. */
interface Room {
  readonly memory: Buffer;
  texts: number;
  used: number;
}

const roomBytes = 1 << 22;
/** Longer ones have memory of their own, so that no room is left half empty for them. */
const longestInRoom = 1 << 18;
const maxBytesOfUnit = 3;
const nothing = new Uint8Array(0);

/** A text's bytes, whether or not they have gaps. */
export function rawBytes(kept: HeldText): Uint8Array | undefined {
  return kept.unfilled?.bytes ?? kept.bytes;
}

/** Where texts with gaps between each two were written to. */
interface Place {
  readonly end: number;
  /** Where the gaps begin, from the start. */
  readonly gaps: readonly number[];
}

function write(memory: Buffer, start: number, around: readonly string[], gap: number): Place {
  const gaps: number[] = [];
  let end = start;
  for (let index = 0; index < around.length; index++) {
    if (index > 0) {
      gaps.push(end - start);
      end += gap;
    }
    end += memory.write(around[index]!, end);
  }
  return { end, gaps };
}

/**
 * An empty store. Texts share rooms, for memory of its own would cost more than writing most of them there does. Rooms are
 * used again and again: V8 does not count shared memory, and would be late to give it back.
 */
export function createTextStore<T extends HeldText>(): TextStore<T> {
  const rooms: Room[] = [];
  let free: Room[] = [];
  const held = new Map<T, { readonly bytes: Uint8Array; readonly room?: Room }>();
  let current: Room | undefined;
  const roomFor = (most: number): Room => {
    if (current !== undefined && current.used + most <= roomBytes) return current;
    if (current?.texts === 0) free.push(current);
    current = free.pop();
    if (current === undefined) {
      current = { memory: Buffer.from(new SharedArrayBuffer(roomBytes)), texts: 0, used: 0 };
      rooms.push(current);
    }
    current.used = 0;
    return current;
  };
  const forget = (kept: T): void => {
    kept.hashNow?.();
    kept.bytes = undefined;
    kept.isReleased = true;
  };
  return {
    hold(kept, around = [kept.text], inner = nothing, isLate = false) {
      const most = kept.text.length * maxBytesOfUnit + (around.length - 1) * inner.length;
      const room = most > longestInRoom ? undefined : roomFor(most);
      const length = (): number =>
        around.reduce((sum, part) => sum + Buffer.byteLength(part), (around.length - 1) * inner.length);
      const memory = room?.memory ?? Buffer.allocUnsafeSlow(length());
      const start = room?.used ?? 0;
      const { end, gaps } = write(memory, start, around, inner.length);
      const bytes = memory.subarray(start, end);
      if (room !== undefined) {
        room.used = end;
        room.texts++;
      }
      const unfilled = { bytes, gaps, inner };
      kept.bytes = bytes;
      if (isLate && room !== undefined && gaps.length > 0) kept.unfilled = unfilled;
      else fillGaps(unfilled);
      kept.text = '';
      // The old text may still be read: its memory is kept until all are released.
      held.set(kept, { bytes, ...(room && { room }) });
    },
    letGo(kept) {
      const place = held.get(kept);
      if (place === undefined || place.bytes !== rawBytes(kept)) return;
      held.delete(kept);
      forget(kept);
      const { room } = place;
      if (room !== undefined && --room.texts === 0 && room !== current) free.push(room);
    },
    letGoOfAll(isNeeded) {
      for (const [kept, { bytes, room }] of held) {
        if (rawBytes(kept) !== bytes) continue;
        if (!isNeeded(kept)) forget(kept);
        else if (room !== undefined) kept.bytes = Buffer.from(kept.bytes!);
      }
      held.clear();
      current = undefined;
      free = rooms.slice();
      for (const room of rooms) room.texts = 0;
    },
  };
}
