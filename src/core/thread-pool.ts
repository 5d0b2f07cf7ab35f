/** A piece of work for a thread: plain data; `kind` says who does it there. */
export interface Task {
  readonly kind: string;
}

/** An task to load what others are carried out with. */
export const warmUpTask: Task = { kind: 'ready' };

/** A thread's last task: to keep the bytecode of what it compiled. */
export const keepBytecodeTask: Task = { kind: 'keep' };

/** Worker threads beside the main one. Without any, whoever asks does the work itself. */
export interface ThreadPool {
  /** How many there can be; each starts with its first task. */
  readonly size: number;
  /** Whether some thread has started. */
  readonly isStarted: boolean;
  /** What a thread (from 0) made of an task; undefined where it could not. A thread takes its tasks one after another. */
  send(thread: number, task: Task): Promise<unknown>;
}
