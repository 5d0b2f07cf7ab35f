/**
 * Looks up the place of a key in a list. As long as keys are asked for in about the order of the list, each is compared
 * with the next one, and no table of many thousands is made.
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
