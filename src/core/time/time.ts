/** Milliseconds of a day without a change of the clocks. */
export const msPerDay = 86_400_000;

/** A time zone: the offset from UTC at any moment, and the moments of a local time. */
export interface Zone {
  readonly name: string;
  /** Seconds east of UTC at a moment (milliseconds since 1970). */
  offsetAt(epochMs: number): number;
  /** `UTC`, `CET`, `CEST`; '' where there is none. */
  abbreviationAt(epochMs: number): string;
  /** The moment (milliseconds since 1970) of a local time given as if it were UTC. In a gap or overlap: as Ruby's Time.local. */
  localToEpoch(localMs: number): number;
}

/** A zone's `localToEpoch` by its offsets. */
export function localToEpochBy(offsetAt: Zone['offsetAt']): Zone['localToEpoch'] {
  return (localMs) => {
    const before = offsetAt(localMs - msPerDay);
    const after = offsetAt(localMs + msPerDay);
    const late = localMs - after * 1000;
    return before === after || offsetAt(late) === after ? late : localMs - before * 1000;
  };
}

/** Ruby's Time: a moment with nanoseconds, in a zone or at a fixed offset. */
export class Time {
  /** In place of strftime, for a time whose formats are noted as read one by one. */
  readonly formatAs?: (format: string) => string;

  /**
   * @param epochMs milliseconds since 1970, whole
   * @param nanos nanoseconds within the millisecond, 0 to 999,999
   * @param zone its zone, or a fixed offset in seconds east of UTC; 'UTC' for UTC itself
   */
  constructor(
    readonly epochMs: number,
    readonly nanos: number,
    readonly zone: Zone | number | 'UTC',
  ) {}
}

/** A time that is a text to filters which go by a property of items: they see what a gem keeps, and not what it is to Liquid. */
export class TimeWithText extends Time {
  constructor(
    { epochMs, nanos, zone }: Time,
    readonly text: string,
  ) {
    super(epochMs, nanos, zone);
  }
}

/** Ruby's Date. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}

/** What a calendar and a clock show at a moment. */
export interface TimeFields {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 to 999,999,999. */
  readonly nanosecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly yearDay: number;
  /** Seconds east of UTC. */
  readonly offset: number;
}

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar; months and days out of range carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const carried = month - 1;
  const y = year + Math.floor(carried / 12);
  const m = (((carried % 12) + 12) % 12) + 1;
  const shifted = m <= 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (m > 2 ? m - 3 : m + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that is so many days after 1970-01-01. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The first day of the Gregorian calendar, 1582-10-15; the day before it was October 4 in the Julian one. */
const firstGregorian = -141_427;

/** Days from 1970-01-01 to a date as Ruby's Date counts them, for which the calendar was the Julian one until October 1582. */
export function daysFromDate(year: number, month: number, day: number): number {
  const days = daysFromCivil(year, month, day);
  if (days >= firstGregorian) return days;
  // The two calendars differ by a day more in each century whose first year has no February 29 in the Gregorian one.
  const shifted = month <= 2 ? year - 1 : year;
  return days + Math.floor(shifted / 100) - Math.floor(shifted / 400) - 2;
}

/** Milliseconds since 1970 of a local time, as if it were UTC. */
export function localMs(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
  return daysFromCivil(year, month, day) * msPerDay + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
}

/** Seconds east of UTC at a time, in its own zone. */
export function offsetOf(time: Time): number {
  const zone = time.zone;
  if (typeof zone === 'number') return zone;
  return zone === 'UTC' ? 0 : zone.offsetAt(time.epochMs);
}

/** What calendar and clock show at a time in its zone; a date is its midnight. */
export function timeFields(time: Time | CalendarDate): TimeFields {
  if (time instanceof CalendarDate) return dateFields(time);
  const offset = offsetOf(time);
  return fieldsAt(time.epochMs + offset * 1000, time.nanos, offset);
}

function dateFields({ year, month, day }: CalendarDate): TimeFields {
  const days = daysFromDate(year, month, day);
  const yearDay = days - daysFromDate(year, 1, 1) + 1;
  const clock = { hour: 0, minute: 0, second: 0, nanosecond: 0, offset: 0 };
  return { year, month, day, ...clock, weekday: weekdayOf(days), yearDay };
}

/** The day of the week so many days after 1970-01-01; 0 is Sunday. */
export function weekdayOf(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

function fieldsAt(local: number, nanos: number, offset: number): TimeFields {
  const days = Math.floor(local / msPerDay);
  const rest = local - days * msPerDay;
  const { year, month, day } = civilFromDays(days);
  const seconds = Math.floor(rest / 1000);
  return {
    year,
    month,
    day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    nanosecond: (rest - seconds * 1000) * 1_000_000 + nanos,
    weekday: weekdayOf(days),
    yearDay: days - daysFromCivil(year, 1, 1) + 1,
    offset,
  };
}

/** The same moment in another zone (Ruby's `localtime`). */
export function timeToZone(time: Time, zone: Zone): Time {
  return time.zone === zone ? time : new Time(time.epochMs, time.nanos, zone);
}

/** Midnight of a date in a zone (Ruby's `Date#to_time`), which the Gregorian calendar shows of it. */
export function dateToTime({ year, month, day }: CalendarDate, zone: Zone): Time {
  return new Time(zone.localToEpoch(daysFromDate(year, month, day) * msPerDay), 0, zone);
}

/** Negative, 0 or positive, as the first time is before, at or after the second. */
export function compareTimes(a: Time, b: Time): number {
  return a.epochMs - b.epochMs || a.nanos - b.nanos;
}
