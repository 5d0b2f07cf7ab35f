import type { RenderContext } from '../template.js';
import type { Zone } from './time.js';
import { createZone } from './zone.js';

/**
 * The machine's zone, for sites that name none: `TZ` is read once for each site, as reading it takes longer than most
 * dates.
 */
const machineZones = new WeakMap<object, Zone>();

/** The site's time zone, as its configuration names it, or the machine's. */
export function siteZone({ host }: RenderContext): Zone {
  const name = host.config('timezone');
  if (typeof name === 'string') return createZone(name);
  let zone = machineZones.get(host);
  if (zone === undefined) {
    zone = createZone(undefined);
    machineZones.set(host, zone);
  }
  return zone;
}
