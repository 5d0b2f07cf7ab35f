import { nearest } from '../core/text/nearest.js';
import { type Command, commandNames, findCommand } from './call.js';
import { commands } from './commands.js';
import { type Flags, globalFlags } from './flags/flags.js';
import { oldFlagAdvice } from './flags/old-flags.js';
import { parseFlags, UsageError } from './flags/parse-flags.js';
import { adviceOnWords } from './flags/unused-words.js';
import { createPrinter, type Printer } from './printing/print.js';
import { version, versionLine } from './version.js';

/** Runs the program with the arguments after its name; resolves to the exit code. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let printer = createPrinter();
  for (const text of oldFlagAdvice(argv)) printer.warn('Deprecation:', text);
  const at = argv.findIndex((word) => !word.startsWith('-'));
  const name = argv[0]?.startsWith('-') ? undefined : argv[at];
  if (name === undefined) return runBare(argv, printer);
  const command = findCommand(commands, name);
  let flags: Flags = {};
  try {
    if (command === undefined) return await runUnknown(name, argv.slice(1), printer);
    const parsed = parseFlags(argv.slice(1), [...command.flags, ...globalFlags]);
    flags = parsed.flags;
    printer = createPrinter({
      quiet: flags.quiet === true,
      verbose: flags.verbose === true,
      traces: flags.trace === true,
    });
    if (flags.version) return printVersion(printer);
    if (flags.help) return await showHelp(command, printer);
    const advice = adviceOnWords(command, parsed.words);
    if (advice !== undefined) printer.warn('Warning:', advice);
    const run = await command.load();
    return await run({ name: command.name, words: parsed.words, flags, printer, commands });
  } catch (error) {
    return reportFailure(error, command?.name ?? name, flags, printer);
  }
}

async function runBare(argv: readonly string[], printer: Printer): Promise<number> {
  try {
    const { flags, words } = parseFlags(argv, globalFlags);
    if (flags.version) return printVersion(printer);
    if (words.length > 0 && !flags.help) return refuseLate(argv, words[0]!, printer);
    const { programHelp } = await import('./printing/help.js');
    printer.info(programHelp(commands));
    if (flags.help) return 0;
    printer.error('A subcommand is required.');
    return 1;
  } catch (error) {
    return reportFailure(error, undefined, {}, printer);
  }
}

/** As in Jekyll, what stands behind options is no command. */
function refuseLate(argv: readonly string[], name: string, printer: Printer): number {
  const at = argv.lastIndexOf(name);
  const ordered = [name, ...argv.slice(0, at), ...argv.slice(at + 1)];
  const shown = ordered.map((word) => (/^[\w./,=:-]+$/.test(word) ? word : JSON.stringify(word)));
  printer.error(`fatal: 'utterson ${name}' could not be found, as options stand before it.`);
  printer.error(`The command comes first: \`utterson ${shown.join(' ')}\`.`);
  return 1;
}

function printVersion(printer: Printer): number {
  printer.info(versionLine());
  return 0;
}

async function showHelp(command: Command, printer: Printer): Promise<number> {
  const { commandHelp } = await import('./printing/help.js');
  printer.info(commandHelp(command));
  return 0;
}

/** A command of a plugin's, or none. */
async function runUnknown(name: string, argv: readonly string[], printer: Printer): Promise<number> {
  const { runPluginCommand } = await import('./plugin-command.js');
  const outcome = await runPluginCommand(name, argv, printer);
  if (typeof outcome === 'number') return outcome;
  const names = commandNames(commands, outcome);
  const near = nearest(name, names);
  const advice = near === undefined ? '' : ` Did you mean '${near}'?`;
  printer.error(`fatal: 'utterson ${name}' could not be found.${advice}`);
  printer.info('Valid commands:', names.join(', '));
  return 1;
}

/** Which commands have a flag that another one does not know. */
function whoseFlag(spelling: string): string | undefined {
  const has = ({ flags }: Command): boolean =>
    flags.some(({ long, short }) => [`--${long}`, `--${long.replaceAll('_', '-')}`, `-${short}`].includes(spelling));
  const names = commands.filter(has).map(({ name }) => name);
  return names.length === 0 ? undefined : `It is an option of ${names.join(', ')}.`;
}

/**
 * Prints why a command failed, with lines of the files in the folder that its flags name; resolves to the exit code.
 */
export async function reportFailure(
  error: unknown,
  command: string | undefined,
  flags: Flags,
  printer: Printer,
): Promise<number> {
  if (error instanceof UsageError) {
    const say = (text: string): void => printer.error(`utterson ${version()} | Error:  ${text}`);
    if (error.unknownFlag !== undefined) say("Whoops, we can't understand your command.");
    say(error.message);
    const hint = error.hint ?? (error.unknownFlag && whoseFlag(error.unknownFlag));
    if (hint) printer.error(hint);
    if (error.unknownFlag !== undefined) say('Run your command again with the --help switch to see available options.');
    return 1;
  }
  const { printFailure } = await import('./printing/report.js');
  const source = typeof flags.source === 'string' ? { source: flags.source } : {};
  printFailure(error, { command, printer, ...source });
  return 1;
}
