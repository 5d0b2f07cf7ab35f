import type { Command } from '../call.js';
import { type Flag, globalFlags } from '../flags/flags.js';
import { version } from '../version.js';

const programName = 'utterson';

/** All commands and the flags that they share. */
export function programHelp(commands: readonly Command[]): string {
  const names = commands.map((command) => [command.name, ...(command.aliases ?? [])].join(', '));
  const width = Math.max(...names.map((name) => name.length));
  const rows = commands.map((command, index) => `  ${names[index]!.padEnd(width)}  ${command.description}`);
  return [
    `${programName} ${version()} -- builds a Jekyll site, without Ruby`,
    '',
    'Usage:',
    '',
    `  ${programName} <command> [options]`,
    '',
    'Options:',
    ...flagRows(globalFlags),
    '',
    'Commands:',
    ...rows,
  ].join('\n');
}

/** A command's use and flags. */
export function commandHelp(command: Omit<Command, 'load'>): string {
  const own = command.flags;
  const shared = globalFlags.filter((flag) => !own.some((row) => row.long === flag.long));
  return [
    `${programName} ${command.name} -- ${command.description}`,
    '',
    'Usage:',
    '',
    `  ${programName} ${command.syntax}`,
    '',
    'Options:',
    ...flagRows([...own, ...shared]),
  ].join('\n');
}

function flagRows(flags: readonly Flag[]): string[] {
  const taken = new Set<string>();
  const spellings = flags.map((flag) => {
    const short = flag.short !== undefined && !taken.has(flag.short) ? flag.short : undefined;
    if (short !== undefined) taken.add(short);
    return spellingOf(flag, short);
  });
  const width = Math.max(...spellings.map((spelling) => spelling.length));
  return flags.map((flag, index) => `  ${spellings[index]!.padEnd(width)}  ${flag.help}`);
}

function spellingOf(flag: Flag, short: string | undefined): string {
  const long = flag.type === 'negatable' ? `--[no-]${flag.long}` : `--${flag.long}`;
  const value = flag.value === undefined ? '' : flag.type === 'optional' ? ` [${flag.value}]` : ` ${flag.value}`;
  return `${short === undefined ? '    ' : `-${short}, `}${long}${value}`;
}
