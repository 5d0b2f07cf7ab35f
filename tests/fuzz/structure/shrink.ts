import type { Difference, Outcome } from './build.js';
import type { Site } from './site.js';

interface Shrunk {
  readonly site: Site;
  readonly outcome: Outcome;
}

/** Leaves out files, lines, flags of a site as long as it still differs in the same way. */
export async function shrink(site: Site, outcome: Outcome, compare: (site: Site) => Promise<Outcome>): Promise<Shrunk> {
  const wanted = likeness(outcome.differences[0]!);
  let best: Shrunk = { site, outcome };
  const attempt = async (smaller: Site): Promise<boolean> => {
    const found = await compare(smaller);
    const same = found.built === outcome.built && found.differences.some((one) => likeness(one) === wanted);
    if (same) best = { site: smaller, outcome: found };
    return same;
  };
  for (let again = true; again; ) {
    again = false;
    for (const smaller of smallerSites(best.site)) {
      const next = smaller(best.site);
      if (next !== undefined && (await attempt(next))) again = true;
    }
  }
  return best;
}

/** What stays the same of a difference while a site becomes smaller. */
function likeness({ kind, detail }: Difference): string {
  if (kind === 'status')
    return `status ${/^\w+ fails/.exec(detail ?? '')?.[0]} ${/\(([\w:]+)\)$/m.exec(detail ?? '')?.[1]}`;
  if (kind !== 'said') return kind === 'different' ? kind : 'files';
  return (detail ?? '')
    .split('\n')
    .map((line) => line.split(' ').slice(0, 3).join(' '))
    .sort()[0]!;
}

type Step = (site: Site) => Site | undefined;

/** Ways to make a site smaller, the coarse ones first; each takes the site as it has become. */
function* smallerSites(site: Site): Generator<Step> {
  const paths = [...site.files.keys()];
  for (const size of new Set([Math.ceil(paths.length / 2), Math.ceil(paths.length / 4), 1]))
    for (let at = 0; at < paths.length; at += size) yield (now) => withoutFiles(now, paths.slice(at, at + size));
  if (site.flags.length > 0) yield (now) => ({ ...now, flags: [] });
  for (const flag of site.flags)
    if (flag.startsWith('-')) yield (now) => ({ ...now, flags: withoutFlag(now.flags, flag) });
  for (const key of ['before', 'isWithin'] as const)
    if (site[key] !== undefined) yield (now) => ({ ...now, [key]: undefined });
  if (Object.keys(site.env).length > 0) yield (now) => ({ ...now, env: {} });
  for (const [path, content] of site.files) {
    if (typeof content !== 'string') continue;
    const lines = content.split('\n');
    for (const size of new Set([Math.ceil(lines.length / 2), Math.ceil(lines.length / 4), 3, 2, 1]))
      for (let at = lines.length - size; at >= 0; at -= size) yield (now) => withoutLines(now, path, at, size);
  }
}

function withoutFiles(site: Site, paths: readonly string[]): Site | undefined {
  const files = new Map([...site.files].filter(([path]) => !paths.includes(path)));
  return files.size === site.files.size ? undefined : { ...site, files };
}

function withoutLines(site: Site, path: string, at: number, size: number): Site | undefined {
  const content = site.files.get(path);
  if (typeof content !== 'string') return undefined;
  const lines = content.split('\n');
  if (at >= lines.length || lines.length === 1) return undefined;
  lines.splice(at, size);
  return { ...site, files: new Map(site.files).set(path, lines.join('\n')) };
}

function withoutFlag(flags: readonly string[], flag: string): string[] {
  const at = flags.indexOf(flag);
  if (at < 0) return [...flags];
  const hasValue = flags[at + 1] !== undefined && !flags[at + 1]!.startsWith('-');
  return flags.filter((_, index) => index !== at && !(hasValue && index === at + 1));
}
