import { composites, numbers, words } from './strftime-fields.js';
import { CalendarDate, daysFromDate, Time, type TimeFields, timeFields } from './time.js';

type Piece = string | ((fields: TimeFields, time: Time | CalendarDate) => string);

/** One directive's flags. */
interface Flags {
  /** '' for the directive's own, '0' or '_'. */
  readonly pad: string;
  /** `-`: no padding. */
  readonly bare: boolean;
  /** `^`. */
  readonly upper: boolean;
  /** `#`. */
  readonly swap: boolean;
  readonly colons: number;
  /** -1 where none is given. */
  readonly width: number;
}

const plainFlags: Flags = { pad: '', bare: false, upper: false, swap: false, colons: 0, width: -1 };
const directive = /%([-0^#_]*)(\d*)(:{0,3})([EO]?)([A-Za-z+%])/g;
const compiled = new Map<string, readonly Piece[]>();
/** The time formatted last: templates print the parts of one date one after the other. */
let lastTime: Time | CalendarDate | undefined;
let lastFields: TimeFields | undefined;

/** Ruby's strftime. Directives that Ruby does not know stay as they are. */
export function formatTime(time: Time | CalendarDate, format: string): string {
  if (time instanceof Time && time.formatAs !== undefined) return time.formatAs(format);
  let pieces = compiled.get(format);
  if (pieces === undefined) {
    if (compiled.size > 1000) compiled.clear();
    pieces = compile(format);
    compiled.set(format, pieces);
  }
  if (time !== lastTime) {
    lastTime = time;
    lastFields = timeFields(time);
  }
  const fields = lastFields!;
  let text = '';
  for (const piece of pieces) text += typeof piece === 'string' ? piece : piece(fields, time);
  return text;
}

/** Whether a format ends within a directive, at which Ruby's `Time#strftime` fails (that of dates does not). */
export function isUnfinished(format: string): boolean {
  if (!/[-%^#_\d]$/.test(format)) return false;
  for (const { 0: start, 1: end, index } of format.matchAll(/%[-0^#_]*(?:[1-9]\d*)?(%)?/g)) {
    if (end === undefined && index + start.length === format.length) return true;
  }
  return false;
}

function compile(format: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  directive.lastIndex = 0;
  for (let match = directive.exec(format); match !== null; match = directive.exec(format)) {
    const end = directive.lastIndex;
    const piece = compileDirective(match);
    // A percent sign that ends what is no directive begins another one.
    directive.lastIndex = piece === undefined && match[5] === '%' ? end - 1 : end;
    if (piece === undefined) continue;
    if (match.index > last) pieces.push(format.slice(last, match.index));
    pieces.push(piece);
    last = match.index + match[0].length;
  }
  if (last < format.length) pieces.push(format.slice(last));
  return pieces;
}

function compileDirective(match: RegExpExecArray): Piece | undefined {
  const [whole, marks, width, colons, modifier, letter] = match as unknown as string[];
  if (colons !== '' && letter !== 'z') return undefined;
  if (modifier === 'E' && !'cCxXyY'.includes(letter!)) return undefined;
  if (modifier === 'O' && !'deHkIlmMSuUVwWy'.includes(letter!)) return undefined;
  const flags = readFlags(marks!, colons!.length, width === '' ? -1 : Number(width));
  if (flags.width > 65_535) return whole;
  return letter === '+' || letter === 'Q' ? dateOnly(letter, whole!, flags) : pieceOf(letter!, flags);
}

/** Directives that only dates know: times leave them as they are written. */
function dateOnly(letter: '+' | 'Q', whole: string, flags: Flags): Piece {
  return (fields, time) => {
    if (time instanceof Time) return whole;
    if (letter === 'Q') {
      const ms = daysFromDate(fields.year, fields.month, fields.day) * 86_400_000;
      return flags.bare ? String(ms) : padNumber(ms, 1, '0', flags);
    }
    const text = formatTime(time, '%a %b %e %T %Z %Y');
    return padText(flags.upper ? text.toUpperCase() : text, flags);
  };
}

function readFlags(marks: string, colons: number, width: number): Flags {
  const pad = /[0_](?=[^0_]*$)/.exec(marks)?.[0] ?? '';
  return { pad, bare: marks.includes('-'), upper: marks.includes('^'), swap: marks.includes('#'), colons, width };
}

function pieceOf(letter: string, flags: Flags): Piece | undefined {
  const number = numbers[letter];
  if (number !== undefined) {
    const [value, width, fill] = number;
    if (flags.bare) return (fields, time) => String(value(fields, time));
    if (flags.pad === '' && flags.width < 0 && width === 2) {
      return (fields, time) => padTwo(value(fields, time), fill);
    }
    return (fields, time) => padNumber(value(fields, time), width, fill, flags);
  }
  const word = words[letter];
  if (word !== undefined) return (fields, time) => padText(changeCase(word(fields, time), letter, flags), flags);
  const whole = composites[letter];
  if (whole !== undefined) {
    const inner = compile(whole);
    const padded = { ...flags, bare: false };
    return (fields, time) => {
      let text = '';
      for (const piece of inner) text += typeof piece === 'string' ? piece : piece(fields, time);
      return padText(flags.upper ? text.toUpperCase() : text, time instanceof Time ? padded : flags);
    };
  }
  if (letter === 'z') return (fields, time) => formatOffset(fields.offset, time, flags);
  if (letter === 'N' || letter === 'L') return (fields) => formatFraction(fields.nanosecond, letter, flags);
  return undefined;
}

function padTwo(value: number, fill: string): string {
  if (value >= 10) return String(value);
  return value >= 0 ? fill + String(value) : padNumber(value, 2, fill, plainFlags);
}

function padNumber(value: number, width: number, fill: string, flags: Flags): string {
  const filler = flags.pad === '0' ? '0' : flags.pad === '_' ? ' ' : fill;
  const wanted = flags.width >= 0 ? Math.max(flags.width, flags.width === 0 ? width : 0) : width;
  const negative = value < 0;
  const digits = String(Math.abs(value));
  // The four digits of a year are beside its sign, the two of a century include it.
  const length = wanted + (negative && flags.width < 0 && width !== 2 ? 1 : 0);
  if (filler === '0') return negative ? `-${digits.padStart(length - 1, '0')}` : digits.padStart(length, '0');
  return ((negative ? '-' : '') + digits).padStart(length, ' ');
}

function padText(text: string, flags: Flags): string {
  if (flags.width <= text.length || flags.bare) return text;
  return text.padStart(flags.width, flags.pad === '0' ? '0' : ' ');
}

function changeCase(text: string, letter: string, flags: Flags): string {
  if (flags.swap && (letter === 'p' || letter === 'Z')) return text.toLowerCase();
  return flags.swap || flags.upper ? text.toUpperCase() : text;
}

function formatFraction(nanosecond: number, letter: string, flags: Flags): string {
  const digits = String(nanosecond).padStart(9, '0');
  const width = flags.width > 0 ? flags.width : letter === 'L' ? 3 : 9;
  return digits.slice(0, width).padEnd(width, '0');
}

function formatOffset(offset: number, time: Time | CalendarDate, flags: Flags): string {
  const size = Math.abs(offset);
  const hours = Math.floor(size / 3600);
  const minutes = String(Math.floor(size / 60) % 60).padStart(2, '0');
  const seconds = String(size % 60).padStart(2, '0');
  const tail = offsetTail(minutes, seconds, flags.colons);
  // With `-`, UTC is as if nobody knew the local time; of dates, it takes a zero away.
  const isUtc = flags.bare && time instanceof Time && time.zone === 'UTC';
  const sign = offset < 0 || isUtc ? '-' : '+';
  const least = flags.bare && !(time instanceof Time) ? 1 : 2;
  const hourWidth = Math.max(flags.width - tail.length - 1, least);
  if (flags.pad === '_') return `${sign}${hours}`.padStart(hourWidth + 1, ' ') + tail;
  return sign + String(hours).padStart(hourWidth, '0') + tail;
}

function offsetTail(minutes: string, seconds: string, colons: number): string {
  if (colons === 0) return minutes;
  if (colons === 1) return `:${minutes}`;
  if (colons === 2) return `:${minutes}:${seconds}`;
  if (seconds !== '00') return `:${minutes}:${seconds}`;
  return minutes === '00' ? '' : `:${minutes}`;
}

/** Ruby's `to_s`: `2020-01-01 00:00:00 +0000`, `… UTC` for UTC itself; `2020-01-01` for a date. */
export function timeToS(time: Time | CalendarDate): string {
  if (time instanceof CalendarDate) return formatTime(time, '%Y-%m-%d');
  return formatTime(time, time.zone === 'UTC' ? '%Y-%m-%d %H:%M:%S UTC' : '%Y-%m-%d %H:%M:%S %z');
}

/** Ruby's `inspect`: as `to_s` with the fraction of the second; a date as `#<Date: 2020-01-01 …>`. */
export function timeInspect(time: Time | CalendarDate): string {
  if (time instanceof CalendarDate) {
    const julianDay = daysFromDate(time.year, time.month, time.day) + 2_440_588;
    return `#<Date: ${timeToS(time)} ((${julianDay}j,0s,0n),+0s,2299161j)>`;
  }
  const fraction = formatTime(time, '%N').replace(/0+$/, '');
  const dotted = fraction === '' ? '' : `.${fraction}`;
  return formatTime(time, `%Y-%m-%d %H:%M:%S${dotted} ${time.zone === 'UTC' ? 'UTC' : '%z'}`);
}

/** Ruby's `xmlschema` without fraction: `2020-01-01T00:00:00+00:00`, `…Z` for UTC itself; a date's is the date. */
export function timeToXmlschema(time: Time | CalendarDate): string {
  if (time instanceof CalendarDate) return formatTime(time, '%Y-%m-%d');
  return formatTime(time, time.zone === 'UTC' ? '%Y-%m-%dT%H:%M:%SZ' : '%Y-%m-%dT%H:%M:%S%:z');
}

/** Ruby's `rfc822`: `Wed, 01 Jan 2020 00:00:00 +0000`; UTC itself is `-0000`. */
export function timeToRfc822(time: Time | CalendarDate): string {
  const isUtc = time instanceof Time && time.zone === 'UTC';
  return formatTime(time, isUtc ? '%a, %d %b %Y %H:%M:%S -0000' : '%a, %d %b %Y %H:%M:%S %z');
}
