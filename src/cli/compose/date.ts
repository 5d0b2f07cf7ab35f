import { formatTime } from '../../core/strftime.js';
import { Time } from '../../core/time.js';
import type { Config } from '../../core/types.js';
import { createZone } from '../../core/zone.js';
import { UsageError } from '../parse-flags.js';

export const timestampFormat = '%Y-%m-%d %H:%M %z';

/** The moment of `--date`, at the site's midnight where no time is given; now without. Throws `UsageError`. */
export function readDate(text: string | undefined, config: Config): Time {
  const zone = createZone(config.timezone);
  if (text === undefined) return new Time(Date.now(), 0, zone);
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  const [year, month, day] = (match?.slice(1, 4) ?? []).map(Number);
  const local = match === null ? Number.NaN : Date.UTC(year!, month! - 1, day);
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== day) {
    throw new UsageError('invalid date', 'Write it as 2026-01-31.');
  }
  return new Time(zone.localToEpoch(local), 0, zone);
}

/** `2026-01-31`. */
export function dateStamp(time: Time): string {
  return formatTime(time, '%Y-%m-%d');
}
