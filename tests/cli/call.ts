import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCommand } from '../../src/cli/call.js';
import { commands } from '../../src/cli/commands.js';
import { globalFlags } from '../../src/cli/flags/flags.js';
import { parseFlags } from '../../src/cli/flags/parse-flags.js';
import { createPrinter, type Printer } from '../../src/cli/printing/print.js';

/** What a command said and gave. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A printer whose lines are kept. */
export function capture(env: Record<string, string> = {}): { printer: Printer; out: () => string; err: () => string } {
  const texts = { out: '', err: '' };
  const streamOf = (key: 'out' | 'err'): { write(text: string): void } => ({
    write: (text) => {
      texts[key] += text;
    },
  });
  const printer = createPrinter({ out: streamOf('out'), err: streamOf('err'), env });
  return { printer, out: () => texts.out, err: () => texts.err };
}

/** Runs a command in a folder; errors of use are said as the program says them. */
export async function callIn(folder: string, ...argv: string[]): Promise<Outcome> {
  const before = process.cwd();
  process.chdir(folder);
  const { printer, out, err } = capture();
  try {
    const command = findCommand(commands, argv[0]!)!;
    const { flags, words } = parseFlags(argv.slice(1), [...command.flags, ...globalFlags]);
    const run = await command.load();
    const code = await run({ name: command.name, words, flags, printer, commands });
    return { code, out: out(), err: err() };
  } catch (error) {
    return { code: 1, out: out(), err: `${err()}${(error as Error).message}\n` };
  } finally {
    process.chdir(before);
  }
}

/** A folder that is removed by the function returned with it. */
export function temporaryFolder(): [folder: string, remove: () => void] {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'utterson-cli-')));
  return [folder, () => rmSync(folder, { recursive: true, force: true })];
}
