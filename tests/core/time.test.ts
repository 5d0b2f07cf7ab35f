import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseTime } from '../../src/core/time/parse-time.js';
import { formatTime, timeInspect, timeToRfc822, timeToS, timeToXmlschema } from '../../src/core/time/strftime.js';
import { CalendarDate, civilFromDays, daysFromCivil, offsetOf, Time } from '../../src/core/time/time.js';
import { createZone, isZoneName } from '../../src/core/time/zone.js';

function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

interface FormatFixture {
  formats: string[];
  times: {
    zone: string;
    seconds: number;
    nanos: number;
    texts: string[];
    to_s: string;
    inspect: string;
    xmlschema: string;
    rfc822: string;
  }[];
}

interface ZonesFixture {
  moments: number[];
  locals: [number, number, number, number, number][];
  zones: { text: string; runs: [at: number, offset: number, letters: string][]; last: number; locals: number[] }[];
}

describe('the machine’s own zone', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.each([
    ['', 0, 'UTC'],
    [':', 0, 'UTC'],
    ['Nope', 0, 'Nope'],
    ['CET-1', 3600, 'CET'],
    [':Asia/Tokyo', 32_400, 'JST'],
    ['/usr/share/zoneinfo/Asia/Tokyo', 32_400, 'JST'],
  ])('is what TZ=%s says', (variable, offset, letters) => {
    vi.stubEnv('TZ', variable);
    const zone = createZone(undefined);
    expect([zone.offsetAt(0), zone.abbreviationAt(0)]).toEqual([offset, letters]);
  });
});

describe('zones that a text describes', () => {
  const { moments, locals, zones } = fixture<ZonesFixture>('zones.json');
  test.each(zones.map((one) => [one.text, one] as const))('%j', (text, { runs, locals: epochs }) => {
    const zone = createZone(text);
    let run = 0;
    for (const at of moments) {
      if (runs[run + 1]?.[0] === at) run++;
      expect([at, zone.offsetAt(at * 1000), zone.abbreviationAt(at * 1000)]).toEqual([at, ...runs[run]!.slice(1)]);
    }
    const found = locals.map(([year, month, day, hour, minute]) => {
      return zone.localToEpoch(Date.UTC(year, month - 1, day, hour, minute)) / 1000;
    });
    expect(found).toEqual(epochs);
  });
});

describe('strftime as Ruby', () => {
  const { formats, times } = fixture<FormatFixture>('strftime.json');
  test.each(times)('$zone $seconds', (one) => {
    const ms = one.seconds * 1000 + Math.floor(one.nanos / 1_000_000);
    const time = new Time(ms, one.nanos % 1_000_000, createZone(one.zone));
    const wrong = formats.flatMap((format, index) => {
      const text = formatTime(time, format);
      return text === one.texts[index] ? [] : [{ format, text, ruby: one.texts[index] }];
    });
    expect(wrong).toEqual([]);
    expect(timeToS(time)).toBe(one.to_s);
    expect(timeInspect(time)).toBe(one.inspect);
    expect(timeToXmlschema(time)).toBe(one.xmlschema);
    expect(timeToRfc822(time)).toBe(one.rfc822);
  });

  test('UTC itself, fixed offsets and dates', () => {
    const utc = new Time(0, 0, 'UTC');
    expect([timeToS(utc), timeToXmlschema(utc), timeToRfc822(utc)]).toEqual([
      '1970-01-01 00:00:00 UTC',
      '1970-01-01T00:00:00Z',
      'Thu, 01 Jan 1970 00:00:00 -0000',
    ]);
    expect(formatTime(new Time(0, 0, -12_600), '%F %T %z|%Z|')).toBe('1969-12-31 20:30:00 -0330||');
    const date = new CalendarDate(2021, 1, 3);
    expect([timeToS(date), timeInspect(date)]).toEqual([
      '2021-01-03',
      '#<Date: 2021-01-03 ((2459218j,0s,0n),+0s,2299161j)>',
    ]);
    expect(formatTime(date, '%G-W%V-%u %U %W')).toBe('2020-W53-7 01 00');
  });
});

interface ParseFixture {
  now: number;
  zones: { zone: string; cases: [string, [number, number, number, boolean] | null][] }[];
}

describe('Time.parse as Ruby', () => {
  const { now, zones } = fixture<ParseFixture>('parse-time.json');
  test.each(zones)('$zone', ({ zone: name, cases }) => {
    const zone = createZone(name);
    const wrong = cases.flatMap(([text, wanted]) => {
      const time = parseTime(text, zone, now * 1000);
      const found = time && [
        Math.floor(time.epochMs / 1000),
        (((time.epochMs % 1000) + 1000) % 1000) * 1_000_000 + time.nanos,
        offsetOf(time),
        time.zone === 'UTC',
      ];
      return JSON.stringify(found ?? null) === JSON.stringify(wanted) ? [] : [{ text, found, wanted }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('zones', () => {
  test('gaps move forward, overlaps take the later offset, as Time.local', () => {
    const zone = createZone('Europe/Berlin');
    const local = (text: string): string => timeToS(parseTime(text, zone)!);
    expect(local('2020-03-29 02:30')).toBe('2020-03-29 03:30:00 +0200');
    expect(local('2020-10-25 02:30')).toBe('2020-10-25 02:30:00 +0100');
  });

  test('letters and numbers of zones', () => {
    const letters = (name: string, ms: number): string => createZone(name).abbreviationAt(ms);
    const july = Date.UTC(2024, 6, 1);
    expect(letters('Europe/Berlin', july)).toBe('CEST');
    expect(letters('America/New_York', Date.UTC(2024, 0, 1))).toBe('EST');
    expect(letters('Asia/Kolkata', july)).toBe('IST');
    expect(letters('America/Sao_Paulo', july)).toBe('-03');
    expect(letters('UTC', july)).toBe('UTC');
  });

  test('unknown names are none', () => {
    expect(isZoneName('Mars/Olympus')).toBe(false);
    expect(createZone('Mars/Olympus').offsetAt(0)).toBe(0);
  });
});

test('days and dates are each other’s inverse over centuries', () => {
  for (let day = -800_000; day < 800_000; day += 997) {
    const { year, month, day: date } = civilFromDays(day);
    expect(daysFromCivil(year, month, date)).toBe(day);
  }
});
