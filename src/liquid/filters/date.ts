import type { Filter } from '../../core/template.js';
import { downcase } from '../../core/text/letter-case.js';
import { parseTime } from '../../core/time/parse-time.js';
import { formatTime, isUnfinished } from '../../core/time/strftime.js';
import { CalendarDate, Time, type Zone } from '../../core/time/time.js';
import { toS } from '../../core/values/ruby.js';
import { liquidError } from '../errors.js';

/** The filter `date` in a time zone; `now` gives what texts call now. */
export function createDateFilter(zone: Zone, now: () => unknown): Filter {
  return (_, input, format) => {
    const pattern = toS(format);
    if (pattern === '') return input;
    const time = toTime(input, zone, now);
    if (time === undefined) return input;
    if (time instanceof Time && isUnfinished(pattern)) {
      throw liquidError(`invalid format: ${pattern}`, 'liquid/argument', 'Write %% for a percent sign.');
    }
    return formatTime(time, pattern);
  };
}

/** Bytes of the longest text that Ruby reads a date from. */
const longest = 128;

/** What Liquid takes for a time (`Utils.to_date`); undefined where it is none. */
function toTime(value: unknown, zone: Zone, now: () => unknown): Time | CalendarDate | undefined {
  if (value instanceof Time || value instanceof CalendarDate) return value;
  if (typeof value === 'number' && Number.isInteger(value)) return new Time(value * 1000, 0, zone);
  if (typeof value !== 'string' || value === '') return undefined;
  const text = downcase(value);
  if (text === 'now' || text === 'today') {
    const time = now();
    return time instanceof Time || time instanceof CalendarDate ? time : undefined;
  }
  if (/^\d+$/.test(text)) return new Time(Number(text) * 1000, 0, zone);
  return Buffer.byteLength(text) > longest ? undefined : parseTime(text, zone);
}
