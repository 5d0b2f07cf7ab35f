import { type Filter, type RenderContext, TemplateError } from '../../core/template.js';
import { parseTime } from '../../core/time/parse-time.js';
import { siteZone } from '../../core/time/site-zone.js';
import { formatTime, timeToRfc822, timeToXmlschema } from '../../core/time/strftime.js';
import { CalendarDate, dateToTime, Time, timeFields, timeToZone, type Zone } from '../../core/time/time.js';
import { inspect, toS } from '../../core/values/ruby.js';

/** `07 Nov 2008`; with `ordinal`, `7th Nov 2008`, and `Nov 7th, 2008` in the `US` style. */
export const dateToString: Filter = (context, input, type, style) => dateInWords(context, input, '%b', type, style);

/** As `date_to_string`, with the month in full. */
export const dateToLongString: Filter = (context, input, type, style) => dateInWords(context, input, '%B', type, style);

/** `2008-11-07T13:07:54-08:00` */
export const dateToXmlschema: Filter = (context, input) =>
  isBlank(input) ? input : timeToXmlschema(localTime(context, input));

/** `Fri, 07 Nov 2008 13:07:54 -0800` */
export const dateToRfc822: Filter = (context, input) =>
  isBlank(input) ? input : timeToRfc822(localTime(context, input));

function dateInWords(context: RenderContext, input: unknown, month: string, type: unknown, style: unknown): unknown {
  if (isBlank(input)) return input;
  const time = localTime(context, input);
  if (type !== 'ordinal') return formatTime(time, `%d ${month} %Y`);
  const { day } = timeFields(time);
  const ordinal = `${day}${ordinalEnding(day)}`;
  return formatTime(time, style === 'US' ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`);
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function isBlank(input: unknown): boolean {
  if (input instanceof Time) return false;
  return input === null || input === undefined || input === '' || toS(input) === '';
}

/** The time that a value means, in the site's time zone. Throws `TemplateError` where it means none. */
function localTime(context: RenderContext, input: unknown): Time {
  const zone = siteZone(context);
  const time = timeOf(context, input, zone);
  if (time === undefined) {
    throw new TemplateError(
      `Invalid Date: '${inspect(input)}' is not a valid datetime.`,
      'template/date',
      'Give a date such as 2024-05-31 or 2024-05-31 12:00:00 +0200.',
    );
  }
  return timeToZone(time, zone);
}

function timeOf(context: RenderContext, input: unknown, zone: Zone): Time | undefined {
  if (input instanceof Time) return input;
  if (input instanceof CalendarDate) return dateToTime(input, zone);
  if (typeof input === 'bigint') return new Time(Number(input) * 1000, 0, zone);
  if (typeof input === 'number') return Number.isInteger(input) ? new Time(input * 1000, 0, zone) : undefined;
  if (typeof input !== 'string') return undefined;
  const text = input.toLowerCase();
  if (text === 'now' || text === 'today') return context.host.now() as Time;
  if (/^\d+$/.test(text)) return new Time(Number(text) * 1000, 0, zone);
  return parseTime(text, zone);
}
