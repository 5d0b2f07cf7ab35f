import { civilFromDays, daysFromCivil, localToEpochBy, msPerDay, type Zone } from './time.js';

/** A day of each year and the second of it at which the clock is set. */
interface Rule {
  /** Days from 1970 of the day in a year. */
  readonly dayIn: (year: number) => number;
  readonly second: number;
}

/** What the clocks of a zone show at a time of the year: its letters, and its seconds east of UTC. */
export interface LocalTime {
  readonly letters: string;
  readonly offset: number;
}

const never: Rule = { dayIn: (year) => daysFromCivil(year, 1, 1), second: 0 };
/** As in the United States since 2007, for descriptions that say nothing of when. */
const usualRules: readonly [Rule, Rule] = [weekdayRule(3, 2, 0, 7200), weekdayRule(11, 1, 0, 7200)];

/**
 * The zone that a text describes rather than names, as `CET-1CEST,M3.5.0,M10.5.0/3` of POSIX does, where the C library of Linux
 * takes it as one: `isMeant` tells. Of any other text only the letters that it begins with are taken, for UTC.
 */
export function describeZone(text: string): { readonly zone: Zone; readonly isMeant: boolean } {
  const reader = new Reader(text);
  const letters = reader.letters();
  const offset = letters === undefined ? undefined : reader.offset(true);
  if (letters === undefined || offset === undefined) {
    return { zone: zoneOf(text, { letters: letters ?? '', offset: 0 }), isMeant: false };
  }
  const standard = { letters, offset };
  if (reader.isAtEnd) return { zone: zoneOf(text, standard), isMeant: true };
  const summerLetters = reader.letters();
  const summerOffset = summerLetters === undefined ? 0 : (reader.offset(false) ?? offset + 3600);
  const first = reader.rule(0);
  const second = first === undefined ? undefined : reader.rule(1);
  const summer = { letters: summerLetters ?? '', offset: summerOffset };
  const isMeant = summerLetters !== undefined && second !== undefined;
  return { zone: zoneOf(text, standard, summer, [first ?? never, second ?? never]), isMeant };
}

/** Takes a description apart from left to right, as glibc's `tzset` does. */
class Reader {
  constructor(private rest: string) {}

  get isAtEnd(): boolean {
    return this.rest === '';
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.rest);
    if (match === null) return undefined;
    this.rest = this.rest.slice(match[0].length);
    return match;
  }

  letters(): string | undefined {
    const match = this.take(/^(?:([A-Za-z]{3,})|<([A-Za-z\d+-]{3,})>)/);
    return match?.[1] ?? match?.[2];
  }

  /** Seconds east of UTC; what is written counts to the west. */
  offset(isNeeded: boolean): number | undefined {
    if (isNeeded && !/^[-+\d]/.test(this.rest)) return undefined;
    const sign = this.take(/^[-+]/)?.[0] === '-' ? 1 : -1;
    const match = this.take(/^(\d+)(?::(\d+)(?::(\d+))?)?:?/);
    if (match === undefined) return undefined;
    const [hours, minutes, seconds] = [match[1], match[2] ?? 0, match[3] ?? 0].map(Number) as [number, number, number];
    // No offset is -0.
    return sign * (Math.min(hours, 24) * 3600 + Math.min(minutes, 59) * 60 + Math.min(seconds, 59)) + 0;
  }

  /** When the clock is set to summer time (0), and back (1). */
  rule(index: 0 | 1): Rule | undefined {
    this.take(/^,/);
    if (this.isAtEnd) return usualRules[index];
    const at = this.day();
    if (at === undefined || !/^(?:$|\/.|,)/.test(this.rest)) return undefined;
    return { ...at, second: this.second() };
  }

  private day(): Rule | undefined {
    const week = this.take(/^M(\d+)\.(\d+)\.(\d+)/);
    if (week !== undefined) {
      const [month, count, weekday] = week.slice(1).map(Number) as [number, number, number];
      const isDay = month >= 1 && month <= 12 && count >= 1 && count <= 5 && weekday <= 6;
      return isDay ? weekdayRule(month, count, weekday, 0) : undefined;
    }
    const julian = this.take(/^(J?)(\d+)/);
    if (julian === undefined) return undefined;
    const [, letter, digits] = julian;
    const day = Number(digits);
    if (day > 365 || (letter === 'J' && day === 0)) return undefined;
    // The days behind J are those of a year without 29 February.
    const dayIn = (year: number): number =>
      daysFromCivil(year, 1, 1) + (letter !== 'J' ? day : day - 1 + (day >= 60 && isLeap(year) ? 1 : 0));
    return { dayIn, second: 0 };
  }

  private second(): number {
    if (this.take(/^\//) === undefined) return 7200;
    const sign = this.take(/^-/) === undefined ? 1 : -1;
    const match = this.take(/^(\d+)(?::(\d+)(?::(\d+))?)?:?/);
    if (match === undefined) return sign * 7200;
    return sign * (Number(match[1]) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0));
  }
}

function isLeap(year: number): boolean {
  return daysFromCivil(year, 3, 1) - daysFromCivil(year, 2, 28) === 2;
}

/** The first, second and so on of a weekday in a month; the fifth is the last. */
function weekdayRule(month: number, count: number, weekday: number, second: number): Rule {
  const dayIn = (year: number): number => {
    const first = daysFromCivil(year, month, 1);
    // 1 January 1970 was a Thursday.
    const day = first + ((weekday - ((first + 4) % 7) + 7) % 7) + (count - 1) * 7;
    return civilFromDays(day).month === month ? day : day - 7;
  };
  return { dayIn, second };
}

function zoneOf(name: string, standard: LocalTime, summer?: LocalTime, rules?: readonly [Rule, Rule]): Zone {
  const at = (epochMs: number): LocalTime => {
    if (summer === undefined || rules === undefined) return standard;
    const year = new Date(epochMs).getUTCFullYear();
    const momentOf = (rule: Rule, offset: number): number =>
      rule.dayIn(year) * msPerDay + (rule.second - offset) * 1000;
    const start = momentOf(rules[0], standard.offset);
    const end = momentOf(rules[1], summer.offset);
    const isSummer = start > end ? epochMs < end || epochMs >= start : epochMs >= start && epochMs < end;
    return isSummer ? summer : standard;
  };
  const offsetAt = (epochMs: number): number => at(epochMs).offset;
  return { name, offsetAt, abbreviationAt: (epochMs) => at(epochMs).letters, localToEpoch: localToEpochBy(offsetAt) };
}
