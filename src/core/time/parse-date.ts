/**
 * What Ruby's `Date._parse` finds in a text: any field may be missing. Behaviour after Ruby's date library, which tries
 * the same patterns in the same order, each taking away what it matched.
 */
export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
  yearDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** Digits after the second's point. */
  fraction?: string;
  zone?: string;
  /** Whether a year of two digits means 1969 to 2068. */
  short?: boolean;
  bc?: boolean;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const monthNumbers = months.split('|');
const era = '(c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)|b(?:c|\\.c\\.))';
const weekday = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i;
const clock =
  /(\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?|[a-z_.\s]+(?:standard|daylight)\stime\b|[a-z_]+(?:\sdst)?\b))?/i;
const clockParts = /^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i;
const european = new RegExp(
  `('?\\d+)[^-\\d\\s]*\\s*(${months})[^-\\d\\s']*(?:\\s*${era}?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?`,
  'i',
);
const american = new RegExp(
  `\\b(${months})[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*${era}?\\s*('?-?\\d+))?`,
  'i',
);
const iso = /('?[-+]?\d+)-(\d+)-('?-?\d+)/;
const japanese = /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i;
const vms = new RegExp(`('?-?\\d+)-(${months})[^-/.]*-('?-?\\d+)`, 'i');
const vmsShort = new RegExp(`\\b(${months})[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?`, 'i');
const slashes = /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/;
const dots = /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/;
const digits = /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?/i;
const beforeChrist = /\b(?:bc\b|bce\b|b\.c\.)/i;
const japaneseEras: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 };

/** Looks for a date and a time in a text, as Ruby's `Date._parse` with completed years. */
export function parseDateParts(text: string): DateParts {
  const parts: DateParts = {};
  let rest = inAscii(text.replace(/[^-+',./:@\p{Alphabetic}\p{Nd}[\]]+/gu, ' ')).replace(weekday, ' ');
  rest = takeClock(rest, parts);
  rest = takeDate(rest, parts);
  const era = beforeChrist.exec(rest);
  if (era !== null && parts.year !== undefined) parts.year = 1 - parts.year;
  takeFragment(era === null ? rest : without(rest, era), parts);
  if (parts.short !== false && parts.year !== undefined && parts.year >= 0 && parts.year <= 99) {
    parts.year += parts.year >= 69 ? 1900 : 2000;
  }
  return parts;
}

/** Letters of other scripts belong to a word to Ruby; to JavaScript's `\b`, only ASCII's do. No pattern names one, so any will do. */
function inAscii(text: string): string {
  return text.replace(/\P{ASCII}/gu, '_');
}

function takeClock(rest: string, parts: DateParts): string {
  const match = clock.exec(rest);
  if (match === null) return rest;
  if (match[2] !== undefined) parts.zone = match[2];
  const [, hour, minute, second, fraction, half] = clockParts.exec(match[1]!)!;
  parts.hour = Number(hour);
  if (half !== undefined) parts.hour = (parts.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (minute !== undefined) parts.minute = Number(minute);
  if (second !== undefined) parts.second = Number(second);
  if (fraction !== undefined) parts.fraction = fraction;
  return without(rest, match);
}

function without(rest: string, match: RegExpExecArray): string {
  return `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
}

function monthNumber(name: string): string {
  return String(monthNumbers.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** One way to write a date; gives false where it does not stand in the text after all. */
type Pattern = readonly [pattern: RegExp, take: (match: RegExpExecArray, parts: DateParts, rest: string) => unknown];

const patterns: readonly Pattern[] = [
  [european, (m, parts) => placeFields(parts, m[4], monthNumber(m[2]!), m[1], isBefore(m[3]))],
  [american, (m, parts) => placeFields(parts, m[4], monthNumber(m[1]!), m[2], isBefore(m[3]))],
  [iso, (m, parts) => placeFields(parts, m[1], m[2], m[3], false)],
  [japanese, takeJapanese],
  [vms, (m, parts) => placeFields(parts, m[3], monthNumber(m[2]!), m[1], false)],
  [vmsShort, (m, parts) => placeFields(parts, m[3], monthNumber(m[1]!), m[2], false)],
  [slashes, (m, parts) => placeFields(parts, m[1], m[2], m[3], false)],
  [dots, (m, parts) => placeFields(parts, m[1], m[2], m[3], false)],
  [/\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b/i, () => undefined],
  [/-w-\d\b/i, () => undefined],
  [/--(\d{2})?-(\d{2})\b/, (m, parts) => setMonthDay(parts, m[1], m[2])],
  [/--(\d{2})(\d{2})?\b/, (m, parts) => setMonthDay(parts, m[1], m[2])],
  [/\b(\d{2}|\d{4})-(\d{3})\b/, takeYearDay],
  [/\b-(\d{3})\b/, (m, parts, rest) => !/\d-\d{3}\b/.test(rest) && setYearDay(parts, undefined, m[1])],
  [/'(\d+)\b/, (m, parts) => setYear(parts, m[1]!)],
  [new RegExp(`\\b(${months})\\S*`, 'i'), (m, parts) => setMonthDay(parts, monthNumber(m[1]!), undefined)],
  [/(\d+)(?:st|nd|rd|th)\b/i, (m, parts) => setMonthDay(parts, undefined, m[1])],
  [digits, takeDigits],
];

function takeDate(rest: string, parts: DateParts): string {
  for (const [pattern, take] of patterns) {
    const match = pattern.exec(rest);
    if (match !== null && take(match, parts, rest) !== false) return without(rest, match);
  }
  return rest;
}

function isBefore(letters: string | undefined): boolean {
  return letters !== undefined && /^b/i.test(letters);
}

function setMonthDay(parts: DateParts, month: string | undefined, day: string | undefined): void {
  if (month !== undefined) parts.month = Number(month);
  if (day !== undefined) parts.day = Number(day);
}

function setYear(parts: DateParts, year: string): void {
  parts.year = Number(year);
}

function setYearDay(parts: DateParts, year: string | undefined, day: string | undefined): boolean {
  if (year !== undefined) parts.year = Number(year);
  parts.yearDay = Number(day);
  return true;
}

function takeYearDay(match: RegExpExecArray, parts: DateParts, rest: string): boolean {
  if (/[,.](?:\d{2}|\d{4})-\d{3}\b/.test(rest)) return false;
  return setYearDay(parts, match[1], match[2]);
}

function takeJapanese(match: RegExpExecArray, parts: DateParts): void {
  parts.year = Number(match[2]) + japaneseEras[match[1]!.toLowerCase()]!;
  setMonthDay(parts, match[3], match[4]);
}

/** Decides which of three numbers is the year and which the day, by length and apostrophe. */
function placeFields(
  parts: DateParts,
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
  bc: boolean,
): void {
  let [year, month, day] = [first, second, third];
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month];
  if (year === undefined && isYearLike(day)) [year, day] = [day, year];
  const trailed = year === undefined ? null : /(\d+)(.+)/.exec(year);
  if (trailed !== null && /^\d+$/.test(trailed[2]!) === false) [year, day] = [day, trailed[1]!];
  if (isYearLike(month)) [year, month, day] = [month, day, year];
  if (isYearLike(day)) [year, day] = [day, year];
  if (year !== undefined) placeYear(parts, year, bc);
  if (month !== undefined) parts.month = Number(/\d+/.exec(month)![0]);
  if (day !== undefined) parts.day = Number(/\d+/.exec(day)![0]);
}

function isYearLike(text: string | undefined): boolean {
  return text !== undefined && (text.startsWith("'") || text.length > 2);
}

function placeYear(parts: DateParts, text: string, bc: boolean): void {
  const [, sign, number] = /([-+])?(\d+)/.exec(text)!;
  if (sign !== undefined || number!.length > 2 || bc) parts.short = false;
  const year = Number((sign ?? '') + number);
  parts.year = bc ? 1 - year : year;
}

/** Runs of digits: 8 are a date, 14 date and time, 6 a short date; with a point behind, they count from the right. */
function takeDigits(match: RegExpExecArray, parts: DateParts): void {
  const [, sign, run, clockRun, fraction, zone] = match as unknown as (string | undefined)[];
  if (clockRun === undefined && fraction !== undefined) takeFromRight(run!, sign!, parts);
  else takeFromLeft(run!, sign!, parts);
  if (clockRun !== undefined) takeClockRun(clockRun, fraction !== undefined, parts);
  if (fraction !== undefined) parts.fraction = fraction;
  if (zone !== undefined) parts.zone = zone.startsWith('[') ? zone.slice(1, -1) : zone;
}

function takeFromLeft(run: string, sign: string, parts: DateParts): void {
  const at = (start: number, end: number): number => Number(run.slice(start, end));
  const length = run.length;
  if (length === 2) parts.day = at(0, 2);
  else if (length === 3) parts.yearDay = at(0, 3);
  else if (length === 4) [parts.month, parts.day] = [at(0, 2), at(2, 4)];
  else if (length === 5) [parts.year, parts.yearDay] = [Number(sign + run.slice(0, 2)), at(2, 5)];
  else if (length === 6) [parts.year, parts.month, parts.day] = [Number(sign + run.slice(0, 2)), at(2, 4), at(4, 6)];
  else if (length === 7) [parts.year, parts.yearDay] = [Number(sign + run.slice(0, 4)), at(4, 7)];
  else if (length % 2 === 0) {
    [parts.year, parts.month, parts.day] = [Number(sign + run.slice(0, 4)), at(4, 6), at(6, 8)];
    if (length >= 10) parts.hour = at(8, 10);
    if (length >= 12) parts.minute = at(10, 12);
    if (length >= 14) parts.second = at(12, 14);
    parts.short = false;
  }
}

function takeFromRight(run: string, sign: string, parts: DateParts): void {
  if (run.length > 7 && run.length % 2 !== 0) return;
  const pairs: number[] = [];
  let end = run.length;
  for (; end > 0 && pairs.length < 5; end -= 2) pairs.push(Number(run.slice(Math.max(0, end - 2), end)));
  const [second, minute, hour, day, month] = pairs;
  parts.second = second;
  if (minute !== undefined) parts.minute = minute;
  if (hour !== undefined) parts.hour = hour;
  if (day !== undefined) parts.day = day;
  if (month !== undefined) parts.month = month;
  if (end > 0) parts.year = Number(sign + run.slice(0, end));
  if (end > 2) parts.short = false;
}

function takeClockRun(run: string, fromRight: boolean, parts: DateParts): void {
  if (run.length % 2 !== 0) return;
  const pairs = [run.slice(0, 2), run.slice(2, 4), run.slice(4, 6)].filter((pair) => pair !== '').map(Number);
  const [hour, minute, second] = fromRight ? [...Array(3 - pairs.length).fill(undefined), ...pairs] : pairs;
  if (hour !== undefined) parts.hour = hour;
  if (minute !== undefined) parts.minute = minute;
  if (second !== undefined) parts.second = second;
}

/** A lone number beside a time is the day, beside a day the hour. */
function takeFragment(rest: string, parts: DateParts): void {
  const match = /^\s*(\d{1,2})\s*$/.exec(rest);
  if (match === null) return;
  const number = Number(match[1]);
  if (parts.hour !== undefined && parts.day === undefined && number >= 1 && number <= 31) parts.day = number;
  else if (parts.day !== undefined && parts.hour === undefined && number <= 24) parts.hour = number;
}
