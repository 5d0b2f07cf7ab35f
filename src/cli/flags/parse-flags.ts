import { nearest } from '../../core/text/nearest.js';
import type { Flag, Flags, FlagValue } from './flags.js';

/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    readonly hint?: string,
    /** The flag that is not known, as it was typed. */
    readonly unknownFlag?: string,
  ) {
    super(message);
  }
}

/** A command line taken apart. */
export interface ParsedFlags {
  readonly flags: Flags;
  /** What is no flag, in order. */
  readonly words: readonly string[];
}

/**
 * Parses arguments by a table of flags, as Ruby's OptionParser does: `--flag value`, `--flag=value`, `-f value`,
 * `-fvalue`, switches in a cluster, unique beginnings of long flags (a single letter may stand behind one dash), `--`
 * before what is no flag. Where two rows have the same letter, the first has it. `--help` and `--version` are answered
 * where they stand: nothing behind them is looked at. Throws `UsageError`.
 */
export function parseFlags(argv: readonly string[], table: readonly Flag[]): ParsedFlags {
  const flags: Record<string, FlagValue> = {};
  const words: string[] = [];
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest);
      break;
    }
    if (word.startsWith('--')) takeLong(word, rest, table, flags);
    else if (word.startsWith('-') && word !== '-') takeShort(word, rest, table, flags);
    else words.push(word);
    if (flags.help || flags.version) break;
  }
  return { flags, words };
}

function takeLong(word: string, rest: string[], table: readonly Flag[], flags: Record<string, FlagValue>): void {
  const [name = '', ...tail] = word.slice(2).split('=');
  const inline = tail.length > 0 ? tail.join('=') : undefined;
  const { flag, isNegated } = findLong(name, table);
  const isSwitch = flag.type === 'switch' || flag.type === 'negatable';
  if (isSwitch && inline !== undefined)
    throw new UsageError(`needless argument: ${word}`, `Write --${name} alone: ${flag.help}.`);
  flags[flag.key] = isSwitch ? !isNegated : readValue(flag, `--${name}`, inline, rest);
}

function findLong(name: string, table: readonly Flag[]): { flag: Flag; isNegated: boolean } {
  const spellings = new Map<string, { flag: Flag; isNegated: boolean }>();
  for (const flag of table) {
    const add = (spelling: string, isNegated: boolean): void => {
      if (!spellings.has(spelling)) spellings.set(spelling, { flag, isNegated });
    };
    add(plain(flag.long), false);
    if (flag.type === 'negatable') add(`no-${plain(flag.long)}`, true);
  }
  const exact = spellings.get(plain(name));
  if (exact !== undefined) return exact;
  const begun = [...spellings].filter(([spelling]) => spelling.startsWith(plain(name)));
  if (begun.length === 1) return begun[0]![1];
  if (begun.length > 1 && name !== '')
    throw new UsageError(`ambiguous option: --${name}`, meantBy(begun.map(([spelling]) => spelling)));
  const near = nearest(plain(name), spellings.keys());
  throw unknownFlag(
    `--${name}`,
    near && `--${spellings.get(near)!.isNegated ? 'no-' : ''}${spellings.get(near)!.flag.long}`,
  );
}

/** Jekyll writes some flags with `_`, most with `-`; both are taken. */
function plain(name: string): string {
  return name.replaceAll('_', '-');
}

function takeShort(word: string, rest: string[], table: readonly Flag[], flags: Record<string, FlagValue>): void {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at]!;
    const flag = table.find((row) => row.short === letter);
    if (flag === undefined) {
      if (at < word.length - 1) throw unknownFlag(`-${letter}`, undefined);
      takeBeginning(letter, rest, table, flags);
      return;
    }
    if (flag.type === 'switch' || flag.type === 'negatable') {
      flags[flag.key] = true;
      continue;
    }
    const inline = at + 1 < word.length ? word.slice(at + 1) : undefined;
    flags[flag.key] = readValue(flag, `-${letter}`, inline, rest);
    return;
  }
}

/** To OptionParser a letter that is no short flag begins a long one. */
function takeBeginning(letter: string, rest: string[], table: readonly Flag[], flags: Record<string, FlagValue>): void {
  const begun = table.filter(({ long }) => long.startsWith(letter));
  const flag = begun[0];
  if (flag === undefined) throw unknownFlag(`-${letter}`, undefined);
  if (begun.length > 1) throw new UsageError(`ambiguous option: -${letter}`, meantBy(begun.map(({ long }) => long)));
  flags[flag.key] =
    flag.type === 'switch' || flag.type === 'negatable' || readValue(flag, `-${letter}`, undefined, rest);
}

function unknownFlag(spelling: string, near: string | undefined): UsageError {
  return new UsageError(
    `invalid option: ${spelling}`,
    near === undefined ? undefined : `Did you mean ${near}?`,
    spelling,
  );
}

function meantBy(spellings: readonly string[]): string {
  return `It may mean ${spellings.map((spelling) => `--${spelling}`).join(', ')}.`;
}

function usageOf({ short, long, value, help }: Flag): string {
  return `Write ${short === undefined ? '' : `-${short} or `}--${long} ${value ?? 'VALUE'}: ${help}.`;
}

function readValue(flag: Flag, spelling: string, inline: string | undefined, rest: string[]): FlagValue {
  const isNext = inline === undefined && rest[0] !== undefined && (!/^-./.test(rest[0]) || flag.type === 'integer');
  const text = isNext ? rest.shift()! : inline;
  if (text === undefined) {
    if (flag.type === 'optional') return '';
    throw new UsageError(`missing argument: ${spelling}`, usageOf(flag));
  }
  if (flag.type === 'list') return text.split(',').filter((part) => part !== '');
  if (flag.type !== 'integer') return text;
  const number = readInteger(text);
  if (number === undefined) throw new UsageError(`invalid argument: ${spelling} ${text}`, usageOf(flag));
  return number;
}

/** An integer as OptionParser reads it: of base 2, 8 or 16 by how it begins, with `_` between its digits. */
function readInteger(text: string): number | undefined {
  const match =
    /^([-+]?)(?:(0b[01]+(?:_[01]+)*)|0([0-7]*(?:_[0-7]+)*)|(0x[\da-f]+(?:_[\da-f]+)*)|([1-9]\d*(?:_\d+)*))$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [, sign, binary, octal, hexadecimal, decimal] = match;
  const digits = binary ?? hexadecimal ?? decimal ?? `0o${octal || '0'}`;
  return Number(digits.replaceAll('_', '')) * (sign === '-' ? -1 : 1);
}
