/**
 * Tells the place of each key in a list. Asked in about the order of the list, it compares each with the next one, and
 * makes no table of many thousands.
 */
export function createPlaces(keys: readonly string[]): (key: string) => number | undefined {
  let next = 0;
  let places: ReadonlyMap<string, number> | undefined;
  return (key) => {
    if (keys[next] === key) return next++;
    places ??= new Map(keys.map((one, index) => [one, index]));
    const place = places.get(key);
    if (place !== undefined) next = place + 1;
    return place;
  };
}
