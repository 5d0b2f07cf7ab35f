import type { Flag, Flags } from './flags/flags.js';
import type { Printer } from './printing/print.js';

/** What a command is started with. */
export interface Call {
  readonly name: string;
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly printer: Printer;
  /** All commands, for help. */
  readonly commands: readonly Command[];
}

/** Gives the exit code. */
export type Run = (call: Call) => Promise<number>;

/** One row of the table of commands. Its module is loaded when it is called. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly syntax: string;
  readonly description: string;
  readonly flags: readonly Flag[];
  load(): Promise<Run>;
}

/** All names of commands, aliases behind their own, and then those that plugins bring. */
export function commandNames(commands: readonly Command[], ofPlugins: readonly string[]): string[] {
  const own = commands.flatMap((command) => [command.name, ...(command.aliases ?? [])]);
  return [...new Set([...own, ...ofPlugins])];
}

/** The command of a name or alias. */
export function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name || command.aliases?.includes(name));
}
