/** A time zone: the offset from UTC at any moment, and the moments of a local time. */
export interface Zone {
  readonly name: string;
  /** Seconds east of UTC at a moment (milliseconds since 1970). */
  offsetAt(epochMs: number): number;
  /** `UTC`, `CET`, `CEST`; '' where there is none. */
  abbreviationAt(epochMs: number): string;
  /** The moment (milliseconds since 1970) of a local time given as if it were UTC. In a gap or overlap: as Ruby's Time.local. */
  localToEpoch(localMs: number): number;
}

/** Ruby's Time: a moment with nanoseconds, in a zone or at a fixed offset. */
export class Time {
  /**
   * @param epochMs milliseconds since 1970, whole
   * @param nanos nanoseconds within the millisecond, 0 to 999,999
   * @param zone its zone, or a fixed offset in seconds east of UTC; 'UTC' for UTC itself
   */
  constructor(
    readonly epochMs: number,
    readonly nanos: number,
    readonly zone: Zone | number | 'UTC',
  ) {}
}

/** Ruby's Date. */
export class CalendarDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}
}
