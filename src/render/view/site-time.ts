import { formatTime } from '../../core/time/strftime.js';
import { Time } from '../../core/time/time.js';
import type { World } from '../world.js';

/**
 * The time of the build as templates see it. Each build has another one, so it matters how much of it a template reads:
 * `{{ site.time | date: '%Y' }}` depends on the year alone.
 */
export function createSiteTime(world: World): Time {
  return createTimeView(world, world.site.time, 'time');
}

/** What templates call now, likewise; facts about it are its own, as it may be another time in the next build. */
export function createNow(world: World): Time {
  return createTimeView(world, world.site.now, 'now');
}

/** @param kind that of facts about it */
function createTimeView(world: World, real: Time, kind: 'time' | 'now'): Time {
  const part = <K extends 'epochMs' | 'nanos' | 'zone'>(key: K): PropertyDescriptor => ({
    enumerable: true,
    get: () => {
      world.facts.note('site', kind);
      return real[key];
    },
  });
  return Object.create(Time.prototype, {
    epochMs: part('epochMs'),
    nanos: part('nanos'),
    zone: part('zone'),
    formatAs: {
      value: (format: string) => {
        world.facts.note(kind, format);
        return formatTime(real, format);
      },
    },
  }) as Time;
}
