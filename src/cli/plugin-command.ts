import { existsSync } from 'node:fs';
import type { CommandOption, PluginCommand } from '../core/plugin.js';
import type { Config } from '../core/types.js';
import { configFlags, readPluginCommands } from './builder.js';
import { type Flag, globalFlags } from './flags/flags.js';
import { parseFlags } from './flags/parse-flags.js';
import { commandHelp } from './printing/help.js';
import type { Printer } from './printing/print.js';

/**
 * Runs the command of that name that a plugin of the site in the current folder brings. Resolves to the exit code; where none
 * does, to the names of those that plugins bring.
 */
export async function runPluginCommand(
  name: string,
  argv: readonly string[],
  printer: Printer,
): Promise<number | readonly string[]> {
  const isSite = ['_config.yml', '_config.yaml', '_config.toml', '_plugins'].some((each) => existsSync(each));
  if (!isSite) return [];
  const { config, commands } = await readPluginCommands({});
  const command = commands.find((each) => each.name === name);
  return command === undefined ? commands.map((each) => each.name) : runCommand(command, argv, config, printer);
}

async function runCommand(
  command: PluginCommand,
  argv: readonly string[],
  config: Config,
  printer: Printer,
): Promise<number> {
  const own = (command.options ?? []).map(toFlag);
  const { flags, words } = parseFlags(argv, [...own, ...globalFlags]);
  if (flags.help) {
    const { name, description } = command;
    printer.info(commandHelp({ name, description, syntax: `${name} [options]`, flags: own }));
    return 0;
  }
  const options: Record<string, string | boolean> = {};
  const globals = { ...flags };
  for (const { key } of own) {
    const value = flags[key];
    if (typeof value === 'string' || typeof value === 'boolean') options[key] = value;
    delete globals[key];
  }
  const changes = configFlags(globals);
  // Which flags there are is known only now that the configuration was read to find the command.
  const meant = Object.keys(changes).length === 0 ? config : (await readPluginCommands(changes)).config;
  const print = (line: string): void => printer.plain(line, 'info');
  return (await command.run({ arguments: words, options, config: meant, print })) ?? 0;
}

function toFlag({ name, short, description, takesValue }: CommandOption): Flag {
  const type = takesValue ? ({ type: 'value', value: 'VALUE' } as const) : ({ type: 'switch' } as const);
  return { long: name, short, ...type, help: description, key: name };
}
