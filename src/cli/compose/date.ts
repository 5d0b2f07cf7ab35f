import { parseDateParts } from '../../core/parse-date.js';
import { parseTime } from '../../core/parse-time.js';
import { formatTime } from '../../core/strftime.js';
import { localMs, Time, timeFields } from '../../core/time.js';
import type { Config } from '../../core/types.js';
import { createZone } from '../../core/zone.js';
import { UsageError } from '../parse-flags.js';

export const timestampFormat = '%Y-%m-%d %H:%M %z';

/** The day of `--date`, in nearly any way to write one, at the site's midnight; now without. Throws `UsageError`. */
export function readDate(text: string | undefined, config: Config): Time {
  const zone = createZone(config.timezone);
  if (text === undefined) return new Time(Date.now(), 0, zone);
  const { year, month, day } = parseDateParts(text);
  const time = year === undefined && month === undefined && day === undefined ? undefined : parseTime(text, zone);
  const fields = time && timeFields(time);
  // A time may be of 30 February, which is 1 March; a date may not.
  if (fields === undefined || (day !== undefined && fields.day !== day)) {
    throw new UsageError('invalid date', 'Write it as 2026-01-31.');
  }
  return new Time(zone.localToEpoch(localMs(fields.year, fields.month, fields.day)), 0, zone);
}

/** `2026-01-31`. */
export function dateStamp(time: Time): string {
  return formatTime(time, '%Y-%m-%d');
}
