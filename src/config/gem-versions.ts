/** Orders two versions as RubyGems does: negative, 0 or positive, as the first is older, the same or newer. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [segments(a), segments(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [one, other] = [left[index] ?? 0, right[index] ?? 0];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    // A word (`4.0.0.pre`) comes before any number.
    if (typeof one === 'number') return 1;
    return typeof other === 'number' || one < other ? -1 : 1;
  }
  return 0;
}

/** Its numbers and words: `1.0.rc2` is 1, 0, rc, 2. */
function segments(version: string): (number | string)[] {
  return (version.match(/\d+|[a-z]+/gi) ?? []).map((part) => (/\d/.test(part) ? Number(part) : part));
}

/** Whether a version is one of those before a release (`4.0.0.beta1`). */
function isPrerelease(version: string): boolean {
  return /[a-z]/i.test(version);
}

/**
 * Whether a version is as all requirements ask (`~> 2.5`, `>= 1.0`, `!= 1.3`, `2.5.1`). One before a release is only where one of
 * them names such a version.
 */
export function isAsRequired(version: string, requirements: readonly string[]): boolean {
  if (isPrerelease(version) && !requirements.some(isPrerelease)) return false;
  return requirements.every((requirement) => {
    const [, operator = '=', wanted] = /^\s*(~>|[<>!]?=|[<>])?\s*(\S+)\s*$/.exec(requirement) ?? [];
    if (wanted === undefined) return true;
    const order = compareVersions(version, wanted);
    switch (operator) {
      case '!=':
        return order !== 0;
      case '>':
        return order > 0;
      case '<':
        return order < 0;
      case '>=':
        return order >= 0;
      case '<=':
        return order <= 0;
      case '~>':
        return order >= 0 && compareVersions(releaseOf(version), next(wanted)) < 0;
      default:
        return order === 0;
    }
  });
}

/** The newest of versions that are as all requirements ask; without any, one before a release only where there is nothing else. */
export function newestOf<T extends { readonly version: string }>(
  all: readonly T[],
  requirements: readonly string[],
): T | undefined {
  const newestFirst = [...all].sort((a, b) => compareVersions(b.version, a.version));
  const newest = newestFirst.find(({ version }) => isAsRequired(version, requirements));
  return newest ?? (requirements.length === 0 ? newestFirst[0] : undefined);
}

/** The release that a version comes before, or is. */
function releaseOf(version: string): string {
  return version.replace(/\.?[a-z].*$/i, '');
}

/** The first version that `~>` leaves out: 3 for 2.5, 2.6 for 2.5.1. */
function next(version: string): string {
  const numbers = releaseOf(version).split('.').map(Number);
  if (numbers.length > 1) numbers.pop();
  numbers.push(numbers.pop()! + 1);
  return numbers.join('.');
}
