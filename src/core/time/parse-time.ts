import { type DateParts, parseDateParts } from './parse-date.js';
import {
  CalendarDate,
  civilFromDays,
  daysFromCivil,
  localMs,
  Time,
  type TimeFields,
  timeFields,
  type Zone,
} from './time.js';

const isoTime = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:\s?(Z|[-+]\d\d:?\d\d))?)?$/;
/** Ruby parses no longer text as a date. */
const longest = 128;
const letterOffsets: Readonly<Record<string, number>> = {
  ...{ UTC: 0, Z: 0, UT: 0, GMT: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9, K: 10, L: 11, M: 12 },
  ...{ N: -1, O: -2, P: -3, Q: -4, R: -5, S: -6, T: -7, U: -8, V: -9, W: -10, X: -11, Y: -12 },
};

/**
 * Ruby's `Time.parse`: nearly any way to write a date. A text without zone is local time of `zone`; one with another
 * offset keeps it. Missing fields are those of `now` down to the first one given. Undefined where Ruby raises.
 */
export function parseTime(text: string, zone: Zone, now: number = Date.now()): Time | undefined {
  if (text.length > longest) return undefined;
  const parts = isoParts(text) ?? parseDateParts(text);
  return makeTime(parts, zone, now);
}

function isoParts(text: string): DateParts | undefined {
  const match = isoTime.exec(text);
  if (match === null) return undefined;
  const parts: DateParts = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (match[4] === undefined) return parts;
  parts.hour = Number(match[4]);
  parts.minute = Number(match[5]);
  if (match[6] !== undefined) parts.second = Number(match[6]);
  if (match[7] !== undefined) parts.fraction = match[7];
  if (match[8] !== undefined) parts.zone = match[8];
  return parts;
}

function makeTime(parts: DateParts, zone: Zone, now: number): Time | undefined {
  if (isEmpty(parts)) return undefined;
  if (parts.yearDay !== undefined) return makeFromYearDay(parts, zone, now);
  const fieldsNow = (where: Zone | number): TimeFields => timeFields(new Time(now, 0, where));
  const offset =
    parts.zone === undefined ? undefined : zoneOffset(parts.zone, zone, parts.year ?? fieldsNow(zone).year);
  if (offset !== undefined && Math.abs(offset) >= 86_400) return undefined;
  // Most texts have all fields down from the year, and need nothing of today.
  const today = parts.year === undefined ? fieldsNow(offset ?? zone) : undefined;
  const clock = clockOf(parts, today);
  const start = startOf(offset === undefined || offset === 0 ? clock : withoutOffset(clock, offset));
  if (start === undefined) return undefined;
  const nanos = fractionNanos(parts.fraction);
  const epochMs = start + Math.floor(nanos / 1_000_000);
  const rest = nanos % 1_000_000;
  if (offset === undefined) return new Time(zone.localToEpoch(epochMs), rest, zone);
  if (/^(?:-00:?00|-00|UTC|Z|UT)$/i.test(parts.zone!)) return new Time(epochMs, rest, 'UTC');
  return new Time(epochMs, rest, zone.offsetAt(epochMs) === offset ? zone : offset);
}

function isEmpty(parts: DateParts): boolean {
  const { year, yearDay, month, day, hour, minute, second, fraction } = parts;
  return (
    year === undefined && [yearDay, month, day, hour, minute, second, fraction].every((part) => part === undefined)
  );
}

function makeFromYearDay(parts: DateParts, zone: Zone, now: number): Time | undefined {
  const { yearDay, ...rest } = parts;
  const year = parts.year ?? timeFields(new Time(now, 0, zone)).year;
  if (yearDay! < 1 || yearDay! > daysFromCivil(year + 1, 1, 1) - daysFromCivil(year, 1, 1)) return undefined;
  const { month, day } = timeFields(new Time(localMs(year, 1, yearDay!), 0, 'UTC'));
  return makeTime({ ...rest, year, month, day }, zone, now);
}

/** What a clock and a calendar show. */
type Clock = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;

/** @param today needed where there is no year */
function clockOf(parts: DateParts, today: TimeFields | undefined): Clock {
  let isGiven = false;
  const field = (name: keyof Clock, least: number): number => {
    isGiven ||= parts[name] !== undefined;
    return parts[name] ?? (isGiven ? least : today![name]);
  };
  const [year, month, day] = [field('year', 0), field('month', 1), field('day', 1)];
  return { year, month, day, hour: field('hour', 0), minute: field('minute', 0), second: field('second', 0) };
}

/** The clock's time as if it were UTC; undefined where a field is out of range. */
function startOf({ year, month, day, hour, minute, second }: Clock): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  return localMs(year, month, day, hour, minute, second);
}

/**
 * A clock's time in UTC. As in Ruby, the offset is taken away unit by unit before anybody asks whether there is such a
 * time, so that `24:25 +0300` is one.
 */
function withoutOffset(clock: Clock, offset: number): Clock {
  const sign = Math.sign(offset);
  let rest = Math.abs(offset);
  const shift = (value: number, base: number): number => {
    const whole = Math.floor(rest / base);
    const part = rest - whole * base;
    rest = whole;
    if (part === 0) return value;
    const moved = value - sign * part;
    const carried = Math.floor(moved / base);
    rest -= sign * carried;
    return moved - carried * base;
  };
  const [second, minute, hour] = [shift(clock.second, 60), shift(clock.minute, 60), shift(clock.hour, 24)];
  return { ...(sign < 0 ? daysOn(clock, rest) : daysBack(clock, rest)), hour, minute, second };
}

/** Some days later; a day that the month does not have is the first of the next. */
function daysOn({ year, month, day }: Clock, days: number): Pick<Clock, 'year' | 'month' | 'day'> {
  if (days === 0 || month > 12 || day + days <= daysOf(year, month)) return { year, month, day: day + days };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** Some days earlier; a day before the first is the last of the month before. */
function daysBack({ year, month, day }: Clock, days: number): Pick<Clock, 'year' | 'month' | 'day'> {
  if (days === 0 || day - days >= 1) return { year, month, day: day - days };
  const [ofYear, before] = month > 1 ? [year, month - 1] : [year - 1, 12];
  return { year: ofYear, month: before, day: daysOf(ofYear, before) };
}

function daysOf(year: number, month: number): number {
  return civilFromDays(daysFromCivil(year, month + 1, 0)).day;
}

function fractionNanos(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.slice(0, 9).padEnd(9, '0'));
}

/** Seconds east of UTC that a zone's name or offset means; undefined for a name that Ruby's Time does not know. */
function zoneOffset(name: string, zone: Zone, year: number): number | undefined {
  const upper = name.toUpperCase();
  const match = /^([+-])(\d\d)(?:(:?)(\d\d)(?:\3(\d\d))?)?$/.exec(upper);
  if (match !== null) {
    const seconds = Number(match[2]) * 3600 + Number(match[4] ?? 0) * 60 + Number(match[5] ?? 0);
    return match[1] === '-' ? -seconds : seconds;
  }
  const letters = letterOffsets[upper];
  if (letters !== undefined) return letters * 3600;
  for (const month of [1, 7]) {
    const at = zone.localToEpoch(localMs(year, month, 1));
    if (zone.abbreviationAt(at).toUpperCase() === upper) return zone.offsetAt(at);
  }
  return undefined;
}

/** Ruby's `Date.parse` of `2020-01-02`; undefined where there is no such day. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(-?\d{4})-(\d\d?)-(\d\d?)$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? new CalendarDate(year, month, day) : undefined;
}

/** Whether there is such a day; as in Ruby, those are none that Pope Gregory left out of October 1582. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (year === 1582 && month === 10 && day > 4 && day < 15) return false;
  if (day <= 28) return true;
  // Each fourth year of the Julian calendar has a February 29.
  if (month === 2 && day === 29) return year % (year > 1582 && year % 100 === 0 ? 400 : 4) === 0;
  return civilFromDays(daysFromCivil(year, month, day)).day === day;
}
