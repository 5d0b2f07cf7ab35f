import { describe, expect, it } from 'vitest';
import { createZone, zoneOfIntl } from '../../src/core/time/zone.js';
import { zoneOfFile } from '../../src/core/time/zone-file.js';

const names = [
  ...[
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Asia/Tokyo',
    'Australia/Lord_Howe',
    'Australia/Sydney',
  ],
  ...['Europe/Berlin', 'Europe/London', 'Europe/Paris', 'Pacific/Apia'],
];
const hour = 3_600_000;

// Not there on Windows, nor in the smallest of containers.
describe.runIf(zoneOfFile('Europe/Paris') !== undefined)("the system's files of time zones", () => {
  it.each(names)('have the times that Intl has: %s', (name) => {
    const [file, intl] = [zoneOfFile(name)!, zoneOfIntl(name)];
    for (let at = Date.UTC(1972, 0, 1); at < Date.UTC(2060, 0, 1); at += 731.5 * hour) {
      expect([at, file.offsetAt(at)]).toEqual([at, intl.offsetAt(at)]);
      expect([at, file.localToEpoch(at)]).toEqual([at, intl.localToEpoch(at)]);
    }
    expect(createZone(name)).toBe(file);
  });

  // As Ruby's Time gives them.
  it.each([
    ['America/New_York', -3_117_000_000, -17_762, 'LMT'],
    ['Europe/Paris', -1_900_000_000, 561, 'PMT'],
    ['Europe/Paris', -900_000_000, 7_200, 'CEST'],
    ['Europe/Dublin', 1_720_000_000, 3_600, 'IST'],
    ['Asia/Kolkata', -800_000_000, 23_400, '+0630'],
    ['Europe/Paris', 4_100_000_000, 3_600, 'CET'],
    ['Australia/Lord_Howe', 4_100_000_000, 39_600, '+11'],
  ])(
    'know what was before 1970, letters, and what comes after all changes: %s %d',
    (name, seconds, offset, letters) => {
      const zone = zoneOfFile(name)!;
      expect([zone.offsetAt(seconds * 1000), zone.abbreviationAt(seconds * 1000)]).toEqual([offset, letters]);
    },
  );

  it.each(['Europe', '../zoneinfo/Europe/Paris', 'Nowhere', 'tzdata.zi'])('are no others: %s', (name) => {
    expect(zoneOfFile(name)).toBeUndefined();
  });
});
