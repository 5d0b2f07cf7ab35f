import { CalendarDate, daysFromCivil, daysFromDate, Time, type TimeFields, weekdayOf } from './time.js';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

type NumberOf = (fields: TimeFields, time: Time | CalendarDate) => number;

/** Directives that print a number: its value, its width and what fills it. */
export const numbers: Readonly<Record<string, readonly [value: NumberOf, width: number, fill: string]>> = {
  Y: [(f) => f.year, 4, '0'],
  C: [(f) => Math.floor(f.year / 100), 2, '0'],
  y: [(f) => modulo(f.year, 100), 2, '0'],
  m: [(f) => f.month, 2, '0'],
  d: [(f) => f.day, 2, '0'],
  e: [(f) => f.day, 2, ' '],
  j: [(f) => f.yearDay, 3, '0'],
  H: [(f) => f.hour, 2, '0'],
  k: [(f) => f.hour, 2, ' '],
  I: [(f) => f.hour % 12 || 12, 2, '0'],
  l: [(f) => f.hour % 12 || 12, 2, ' '],
  M: [(f) => f.minute, 2, '0'],
  S: [(f) => f.second, 2, '0'],
  u: [(f) => f.weekday || 7, 1, '0'],
  w: [(f) => f.weekday, 1, '0'],
  G: [(f, time) => isoWeek(f, time).year, 4, '0'],
  g: [(f, time) => modulo(isoWeek(f, time).year, 100), 2, '0'],
  V: [(f, time) => isoWeek(f, time).week, 2, '0'],
  U: [(f) => Math.floor((f.yearDay + 6 - f.weekday) / 7), 2, '0'],
  W: [(f) => Math.floor((f.yearDay + 6 - ((f.weekday + 6) % 7)) / 7), 2, '0'],
  s: [(f, time) => epochSeconds(f, time), 1, '0'],
};

/** Directives that print a word. */
export const words: Readonly<Record<string, (fields: TimeFields, time: Time | CalendarDate) => string>> = {
  A: (f) => dayNames[f.weekday]!,
  a: (f) => dayNames[f.weekday]!.slice(0, 3),
  B: (f) => monthNames[f.month - 1]!,
  b: (f) => monthNames[f.month - 1]!.slice(0, 3),
  h: (f) => monthNames[f.month - 1]!.slice(0, 3),
  p: (f) => (f.hour < 12 ? 'AM' : 'PM'),
  P: (f) => (f.hour < 12 ? 'am' : 'pm'),
  Z: (_, time) => zoneLetters(time),
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

/** Directives that stand for several others. */
export const composites: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  x: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  X: '%H:%M:%S',
  v: '%e-%^b-%4Y',
};

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b;
}

function epochSeconds(fields: TimeFields, time: Time | CalendarDate): number {
  if (time instanceof Time) return Math.floor(time.epochMs / 1000);
  return daysFromDate(fields.year, fields.month, fields.day) * 86_400;
}

function zoneLetters(time: Time | CalendarDate): string {
  if (time instanceof CalendarDate) return '+00:00';
  if (time.zone === 'UTC') return 'UTC';
  return typeof time.zone === 'number' ? '' : time.zone.abbreviationAt(time.epochMs);
}

/** Year and number of the ISO 8601 week. */
function isoWeek({ year, yearDay, weekday }: TimeFields, time: Time | CalendarDate): { year: number; week: number } {
  const week = weekOfDay(yearDay, weekday);
  const daysFrom = time instanceof CalendarDate ? daysFromDate : daysFromCivil;
  if (week < 1) return { year: year - 1, week: weeksIn(year - 1, daysFrom) };
  if (week > weeksIn(year, daysFrom)) return { year: year + 1, week: 1 };
  return { year, week };
}

function weekOfDay(yearDay: number, weekday: number): number {
  return Math.floor((yearDay - (weekday || 7) + 10) / 7);
}

/** The week that December 28 is in is always a year's last. */
function weeksIn(year: number, daysFrom: typeof daysFromCivil): number {
  const day = daysFrom(year, 12, 28);
  return weekOfDay(day - daysFrom(year, 1, 1) + 1, weekdayOf(day));
}
