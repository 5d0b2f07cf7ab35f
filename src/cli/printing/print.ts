import { lazily } from '../../core/lazily.js';
import { standardError, standardOutput, writeTo } from './streams.js';

/** Where lines go. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a printer depends on; the process's own streams and environment where they are not given. */
export interface PrinterOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly traces?: boolean;
  readonly out?: Stream;
  readonly err?: Stream;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** How a text is drawn, where the terminal draws. */
export type Color = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';

/** Prints lines as Jekyll does: a topic of twenty columns, right-aligned, then the message. */
export interface Printer {
  debug(topic: string, message?: string): void;
  info(topic: string, message?: string): void;
  /** Warnings and errors go to the error stream. */
  warn(topic: string, message?: string): void;
  error(topic: string, message?: string): void;
  /** Lines as they are, at a level. */
  plain(text: string, level: 'info' | 'warn' | 'error'): void;
  color(text: string, color: Color): string;
  /** A line that the next one overwrites; only on terminals, never in CI. */
  status(text: string): void;
  /** Whether lines for `debug` are shown: some are very many. */
  readonly isVerbose: boolean;
  /** Whether errors are shown with their stacks (`--trace`); one of the program's always is. */
  readonly traces: boolean;
  /** Whether errors are also written as annotations of GitHub Actions, which shows them at their lines. */
  readonly annotates: boolean;
  /** The folder that GitHub Actions counts their files from, where it says so. */
  readonly workspace?: string;
}

const levels = { debug: 0, info: 1, warn: 2, error: 3 } as const;
type Level = keyof typeof levels;
const codes: Readonly<Record<Color, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  green: [32, 39],
  cyan: [36, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** `      Configuration file: ` and the like, twenty columns at least. */
function formatTopic(topic: string): string {
  return `${topic} `.padStart(20);
}

/** A printer for a terminal, a file or CI, by flags and environment (`JEKYLL_LOG_LEVEL`, `NO_COLOR`, `CI`). */
export function createPrinter(options: PrinterOptions = {}): Printer {
  const { env = process.env } = options;
  const out = (): Stream => options.out ?? standardOutput();
  const err = (): Stream => options.err ?? standardError();
  const level = levelOf(options, env);
  const isInCi = env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
  const hasStatus = lazily(() => level <= levels.info && !isInCi && env.TERM !== 'dumb' && out().isTTY === true);
  let statusShown = false;

  function draws(stream: Stream): boolean {
    if (env.NO_COLOR) return false;
    if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
    return stream.isTTY === true && env.TERM !== 'dumb';
  }

  function color(text: string, name: Color, stream = out()): string {
    if (!draws(stream)) return text;
    const [start, end] = codes[name];
    return `\u001b[${start}m${text}\u001b[${end}m`;
  }

  function write(text: string, at: Level, tint?: Color): void {
    if (levels[at] < level) return;
    if (statusShown) writeTo(out(), '\r\u001b[K');
    statusShown = false;
    const stream = at === 'warn' || at === 'error' ? err() : out();
    writeTo(stream, `${tint === undefined ? text : color(text, tint, stream)}\n`);
  }

  function say(at: Level, tint?: Color): (topic: string, message?: string) => void {
    return (topic, message) => {
      write(message === undefined ? topic : formatTopic(topic) + message.replace(/\s+/g, ' '), at, tint);
    };
  }

  return {
    debug: say('debug'),
    info: say('info'),
    warn: say('warn', 'yellow'),
    error: say('error', 'red'),
    plain: (text, at) => write(text, at),
    color,
    status: (text) => {
      if (!hasStatus()) return;
      const stream = out();
      writeTo(stream, `\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}`);
      statusShown = text !== '';
    },
    traces: options.traces === true,
    isVerbose: level <= levels.debug,
    annotates: env.GITHUB_ACTIONS === 'true',
    workspace: env.GITHUB_WORKSPACE,
  };
}

/** The printer, with warnings as loud as errors: where they are what a build fails by. */
export function sayingWarnings(printer: Printer): Printer {
  return {
    ...printer,
    warn: printer.error,
    plain: (text, level) => printer.plain(text, level === 'warn' ? 'error' : level),
  };
}

function levelOf(options: PrinterOptions, env: Readonly<Record<string, string | undefined>>): number {
  if (options.quiet) return levels.error;
  if (options.verbose) return levels.debug;
  const named = env.JEKYLL_LOG_LEVEL;
  return named !== undefined && Object.hasOwn(levels, named) ? levels[named as Level] : levels.info;
}
