import { parseDateParts } from '../../core/time/parse-date.js';
import { parseTime } from '../../core/time/parse-time.js';
import { formatTime } from '../../core/time/strftime.js';
import { localMs, msPerDay, Time, type TimeFields, timeFields } from '../../core/time/time.js';
import { createZone } from '../../core/time/zone.js';
import type { Config } from '../../core/types.js';
import { UsageError } from '../flags/parse-flags.js';

const utc = createZone('UTC');

/** How front matter has a date, unless `--timestamp-format` says otherwise. */
export const timestampFormat = '%Y-%m-%d %H:%M %z';

/** The day of `--date`, in nearly any way to write one, at midnight of UTC, as jekyll-compose has it; now without. Throws `UsageError`. */
export function readDate(text: string | undefined, config: Config): Time {
  const zone = createZone(config.timezone);
  if (text === undefined) return new Time(Date.now(), 0, zone);
  const week = parseWeekDate(text, timeFields(new Time(Date.now(), 0, zone)));
  if (week !== undefined) return new Time(week, 0, utc);
  const { year, month, day } = parseDateParts(text);
  const time = year === undefined && month === undefined && day === undefined ? undefined : parseTime(text, zone);
  const fields = time && timeFields(time);
  // A time may be of 30 February, which is 1 March; a date may not.
  if (fields === undefined || (day !== undefined && fields.day !== day)) {
    throw new UsageError('invalid date', 'Write it as 2026-01-31.');
  }
  return new Time(localMs(fields.year, fields.month, fields.day), 0, utc);
}

const weekday = /^(?:(?:last|next|this)\s+)?(sun|mon|tue|wed|thu|fri|sat)[a-z]*$/i;
const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The local time of a day of a week, as of `2020-W05-1` (`2020W05` is its Monday) or of `fri`, which is of this week, from Sunday on. */
function parseWeekDate(text: string, today: TimeFields): number | undefined {
  const name = weekday.exec(text.trim())?.[1];
  if (name !== undefined) {
    const days = names.indexOf(name.toLowerCase()) - today.weekday;
    return localMs(today.year, today.month, today.day + days);
  }
  const match = /^(\d{4})-?W(\d\d)(?:-?([1-7]))?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, year, week, day = 1] = match.map(Number) as [number, number, number, number?];
  const fourth = localMs(year, 1, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * msPerDay;
  const thursday = monday + ((week - 1) * 7 + 3) * msPerDay;
  if (new Date(thursday).getUTCFullYear() !== year) return undefined;
  return thursday + ((day || 1) - 4) * msPerDay;
}

/** `2026-01-31`. */
export function dateStamp(time: Time): string {
  return formatTime(time, '%Y-%m-%d');
}
