/** A piece of work for a thread: plain data; `kind` says who does it there. */
export interface Order {
  readonly kind: string;
}

/** An order to load what others are carried out with. */
export const readyOrder: Order = { kind: 'ready' };

/** A thread's last order: to keep the bytecode of what it compiled. */
export const keepOrder: Order = { kind: 'keep' };

/** Worker threads beside the main one. Without any, whoever asks does the work himself. */
export interface Crew {
  /** How many there can be; each starts with its first order. */
  readonly size: number;
  /** Whether some thread has started. */
  readonly isStarted: boolean;
  /** What a thread (from 0) made of an order; undefined where it could not. A thread takes its orders one after another. */
  send(thread: number, order: Order): Promise<unknown>;
}
