import { randomBytes } from 'node:crypto';

/** Files beside pages that came to be others, each with when it did last. */
export interface FileLog {
  note(outputs: readonly string[]): void;
  /** The moment of the newest note. */
  mark(): string;
  /** What was noted after a moment; everything, where the moment is none of this log's (the server was started again). */
  since(mark: string): readonly string[];
}

/**
 * Keeps what a page has to hear that was not connected when it happened: one being loaded, a tab that gave its
 * connection back, a browser that slept, or one that outlived the server.
 */
export function createFileLog(): FileLog {
  const name = randomBytes(6).toString('base64url');
  const notes = new Map<string, number>();
  let newest = 0;
  return {
    note: (outputs) => {
      if (outputs.length === 0) return;
      newest++;
      for (const output of outputs) notes.set(output, newest);
    },
    mark: () => `${name}.${newest}`,
    since: (mark) => {
      const at = mark.startsWith(`${name}.`) ? Number(mark.slice(name.length + 1)) : 0;
      if (at === newest) return [];
      return [...notes].flatMap(([output, moment]) => (moment > at ? output : []));
    },
  };
}
