/** A task for a thread: plain data; `kind` names who carries it out there. */
export interface Task {
  readonly kind: string;
}

/** A task to load what others are carried out with. */
export const warmUpTask: Task = { kind: 'ready' };

/** A thread's last task: to save the bytecode of what it compiled. */
export const keepBytecodeTask: Task = { kind: 'keep' };

/** A pool of worker threads. Where it has none, the caller does the work itself. */
export interface ThreadPool {
  /** The greatest number of threads; each starts with its first task. */
  readonly size: number;
  /** Whether some thread has started. */
  readonly isStarted: boolean;
  /**
   * The result of a task in a thread (from 0); undefined where it failed. A thread carries out its tasks one after
   * another.
   */
  send(thread: number, task: Task): Promise<unknown>;
}
