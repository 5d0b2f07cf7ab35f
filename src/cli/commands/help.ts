import { nearest } from '../../core/text/nearest.js';
import { type Call, commandNames, findCommand } from '../call.js';
import { runPluginCommand } from '../plugin-command.js';
import { commandHelp, programHelp } from '../printing/help.js';

/** `utterson help [command]`: all commands, or one of the program's or a plugin's. */
export async function runHelp({ words, printer, commands }: Call): Promise<number> {
  const name = words[0];
  const command = name === undefined ? undefined : findCommand(commands, name);
  if (name === undefined) printer.info(programHelp(commands));
  else if (command !== undefined) printer.info(commandHelp(command));
  else {
    const ofPlugins = await runPluginCommand(name, ['--help'], printer);
    if (typeof ofPlugins === 'number') return ofPlugins;
    const names = commandNames(commands, ofPlugins);
    printer.error('Error:', `Hmm... we don't know what the '${name}' command is.`);
    const near = nearest(name, names);
    if (near !== undefined) printer.error('', `Did you mean '${near}'?`);
    printer.info('Valid commands:', names.join(', '));
    return 1;
  }
  return 0;
}
