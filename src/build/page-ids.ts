/** Tells pages apart that are made alike, as for an address that a document redirects from twice. */
export function createPageIds(): (wanted: string) => string {
  const given = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let number = 2; given.has(id); number++) id = `${wanted} (${number})`;
    given.add(id);
    return id;
  };
}
